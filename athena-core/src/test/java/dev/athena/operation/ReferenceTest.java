package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reference that lies beside the code.
 *
 * <p>With the system property {@code athena.docs.write} it is written anew instead of compared.
 */
class ReferenceTest {
  private static final Path FOLDER = Path.of("..", "docs", "reference");
  private static final String COMMAND =
      "mvn -pl athena-core test -Dtest=ReferenceTest -Dathena.docs.write=true";

  @Test
  void theReferenceIsWhatTheRegistrySays() throws IOException {
    Map<String, String> wanted = new ApiDocs(AllOperations.registry()).files();
    if (Boolean.getBoolean("athena.docs.write")) {
      write(wanted);
    }

    Map<String, String> present = present();
    assertThat(present.keySet()).as("files; run: %s", COMMAND).isEqualTo(wanted.keySet());
    wanted.forEach((name, text) ->
        assertThat(present.get(name)).as("%s; run: %s", name, COMMAND).isEqualTo(text));
  }

  private static Map<String, String> present() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(FOLDER)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(FOLDER)) {
      all.filter(Files::isRegularFile).forEach(file -> files.put(name(file), read(file)));
    }
    return files;
  }

  private static void write(Map<String, String> wanted) throws IOException {
    for (String old : present().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (Map.Entry<String, String> file : wanted.entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.resolve("..").normalize());
      Files.writeString(path, file.getValue());
    }
  }

  private static String name(Path file) {
    return FOLDER.relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
