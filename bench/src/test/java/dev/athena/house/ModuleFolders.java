package dev.athena.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The modules as they lie on disk, beside the one whose tests are running. */
record ModuleFolders(Path top) {
  /** Returns the modules of this checkout. */
  static ModuleFolders ofThisBuild() {
    return new ModuleFolders(Path.of("..").toAbsolutePath().normalize());
  }

  /** Returns the folder of every module that has main sources, in order of name. */
  List<Path> withSources() throws IOException {
    try (Stream<Path> folders = Files.list(top)) {
      List<Path> found = new ArrayList<>();
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("pom.xml")) && !mainSources(folder).isEmpty()) {
          found.add(folder);
        }
      }
      return found;
    }
  }

  /** Returns the main source files of {@code module}, without package descriptions. */
  static List<Path> mainSources(Path module) throws IOException {
    Path sources = module.resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    }
  }
}
