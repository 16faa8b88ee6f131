package dev.athena.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedResourcesTest {
  private static final String RESOURCE = "e5-small-v2-q-tokenizer.json";

  @TempDir Path parent;

  @Test
  void aResourceIsUnpackedOnceIntoADirectoryOfItsOwnersOnly() throws IOException {
    Path root = parent.resolve("new/cache");
    Path file = new UnpackedResources(root).unpack(RESOURCE);
    var written = Files.getLastModifiedTime(file);

    assertThat(new UnpackedResources(root).unpack(RESOURCE)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    assertThat(file).hasFileName(RESOURCE).hasSize(711_396);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx------");
  }

  @Test
  void anIncompleteFileIsReplaced() throws IOException {
    UnpackedResources resources = new UnpackedResources(parent.resolve("cache"));
    Path file = resources.unpack(RESOURCE);
    Files.writeString(file, "torn");

    assertThat(resources.unpack(RESOURCE)).hasSize(711_396);
  }

  @Test
  void whatACrashLeftBehindIsReused() throws IOException {
    Path root = Files.createDirectory(parent.resolve("cache"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
    Files.write(root.resolve("unpack.part"), new byte[1_000_000]);

    assertThat(new UnpackedResources(root).unpack(RESOURCE)).hasSize(711_396);
    assertThat(root.resolve("unpack.part")).doesNotExist();
  }

  @Test
  void manyThreadsGetTheSameFile() throws Exception {
    Path root = parent.resolve("cache");
    Set<Path> files = new HashSet<>();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Path>> unpacking =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> new UnpackedResources(root).unpack(RESOURCE)))
              .toList();
      for (Future<Path> file : unpacking) {
        files.add(file.get());
      }
    }

    assertThat(files).singleElement().satisfies(file -> assertThat(file).hasSize(711_396));
  }

  @Test
  void aDirectoryThatOthersMayWriteIsRefused() throws IOException {
    Path root = Files.createDirectory(parent.resolve("cache"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> new UnpackedResources(root).unpack(RESOURCE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can be written by others");
  }

  @Test
  void aMissingResourceIsNamed() {
    UnpackedResources resources = new UnpackedResources(parent.resolve("cache"));

    assertThatThrownBy(() -> resources.unpack("no-such-model.onnx"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("no-such-model.onnx is not on the class path");
  }
}
