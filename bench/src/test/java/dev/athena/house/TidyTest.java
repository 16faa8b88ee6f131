package dev.athena.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file and no method grows past what a reader can hold. */
class TidyTest {
  @TempDir private Path folder;

  @Test
  void mainSourcesOfAllModulesAreTidy() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path module : ModuleFolders.ofThisBuild().withSources()) {
      sources.addAll(ModuleFolders.mainSources(module));
    }

    assertThat(sources).isNotEmpty();
    assertThat(SourceRules.violations(sources)).isEmpty();
  }

  @Test
  void aFileIsTakenToItsLimitAndRefusedOnePast() throws IOException {
    assertThat(violationsOf(fileOf(SourceRules.FILE_LINES_MAX))).isEmpty();
    assertThat(violationsOf(fileOf(SourceRules.FILE_LINES_MAX + 1)))
        .singleElement()
        .asString()
        .contains("the file has 501 lines");
  }

  @Test
  void aMethodIsTakenToItsLimitAndRefusedOnePast() throws IOException {
    assertThat(violationsOf(methodOf(SourceRules.METHOD_LINES_MAX))).isEmpty();
    assertThat(violationsOf(methodOf(SourceRules.METHOD_LINES_MAX + 1)))
        .singleElement()
        .asString()
        .contains("walk has 71 lines");
  }

  @Test
  void parametersAreTakenToTheirLimitAndRefusedOnePast() throws IOException {
    assertThat(violationsOf("class Sample { void walk(int a, int b, int c, int d) {} }")).isEmpty();
    assertThat(violationsOf("class Sample { void walk(int a, int b, int c, int d, int e) {} }"))
        .singleElement()
        .asString()
        .contains("walk has 5 parameters");
  }

  @Test
  void constructorsAndOverridingMethodsMayTakeMore() throws IOException {
    String five = "(int a, int b, int c, int d, int e) {}";

    assertThat(violationsOf("class Sample { Sample" + five + " @Override void walk" + five + " }"))
        .isEmpty();
  }

  @Test
  void operationsMayTakeMore() throws IOException {
    Path source = folder.resolve("dev/athena/operation/MemoryApi.java");
    String five = "interface MemoryApi { void walk(int a, int b, int c, int d, int e); }";

    assertThat(SourceRules.violations(List.of(write(source, five)))).isEmpty();
  }

  @Test
  void onlyInterfacesOfOperationsMayTakeMore() throws IOException {
    Path source = folder.resolve("dev/athena/operation/Recalling.java");
    String five = "interface Recalling { void walk(int a, int b, int c, int d, int e); }";

    assertThat(SourceRules.violations(List.of(write(source, five)))).hasSize(1);
  }

  @Test
  void theCoreNamesNoBackend() throws IOException {
    String sample = "class Sample { boolean walk(Kind kind) { return kind == Kind.POSTGRES; } }";

    assertThat(SourceRules.violations(List.of(write(folder.resolve("athena-core/S.java"), sample))))
        .singleElement()
        .asString()
        .contains("line 1 names a backend: POSTGRES");
    assertThat(violationsOf(sample)).isEmpty();
  }

  private List<String> violationsOf(String source) throws IOException {
    return SourceRules.violations(List.of(write(folder.resolve("Sample.java"), source)));
  }

  private static Path write(Path path, String source) throws IOException {
    Files.createDirectories(path.getParent());
    return Files.writeString(path, source);
  }

  private static String fileOf(int lines) {
    return "class Sample {\n" + "  int field;\n".repeat(lines - 2) + "}";
  }

  private static String methodOf(int lines) {
    return "class Sample {\n  void walk() {\n" + "    step();\n".repeat(lines - 2) + "  }\n}\n";
  }
}
