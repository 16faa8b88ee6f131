package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every file of rules counts for their version. */
class RulesVersionTest {
  @Test
  void allFilesBesideThePackageCount() throws IOException {
    Path folder = Path.of("src/main/resources/dev/athena/detection");
    List<String> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.map(file -> file.getFileName().toString()).sorted().toList();
    }

    assertThat(RulesVersion.FILES).containsExactlyElementsOf(files);
    assertThat(RulesVersion.current()).matches("[0-9a-f]{64}");
  }
}
