package dev.athena.operation;

import java.nio.file.*;
import org.junit.jupiter.api.Test;

class ProgramFilesTest {
  @Test
  void dump() throws Exception {
    for (var file : ProgramFiles.of(AllOperations.registry())) {
      Path path = Path.of("/tmp/dump").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }
}
