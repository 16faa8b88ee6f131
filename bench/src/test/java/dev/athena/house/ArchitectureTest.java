package dev.athena.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Athena keeps its house rules. This module comes last, so all others are compiled. */
class ArchitectureTest {
  private static final String ROOT = "dev.athena";

  @TestFactory
  Stream<DynamicTest> athenaKeeps() throws IOException {
    JavaClasses classes = athena();
    return HouseRules.under(ROOT, MayUse.TABLE).entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }

  @Test
  void everyModuleIsLookedAt() throws IOException {
    JavaClasses classes = athena();

    for (Path module : ModuleFolders.ofThisBuild().withSources()) {
      assertThat(classes.stream().map(type -> type.getSource().orElseThrow().getUri().getPath()))
          .as("classes of %s", module)
          .anyMatch(path -> path.startsWith(module + "/"));
    }
  }

  @Test
  void everyModuleHoldsOnlyItsOwnPackages() throws IOException {
    for (Path module : ModuleFolders.ofThisBuild().withSources()) {
      String name = module.getFileName().toString().replaceFirst("^athena-", "");
      List<String> packages = name.equals("core") ? MayUse.TABLE.names() : List.of(name);

      assertThat(ModuleFolders.mainSources(module))
          .as("sources of %s", module)
          .allMatch(source ->
              packages.stream()
                  .anyMatch(room ->
                      source.startsWith(module.resolve("src/main/java/dev/athena/" + room))));
    }
  }

  private static JavaClasses athena() throws IOException {
    List<Path> classes = new ArrayList<>();
    for (Path module : ModuleFolders.ofThisBuild().withSources()) {
      Path folder = module.resolve("target/classes");
      if (Files.isDirectory(folder)) {
        classes.add(folder);
      }
    }
    return new ClassFileImporter().importPaths(classes);
  }
}
