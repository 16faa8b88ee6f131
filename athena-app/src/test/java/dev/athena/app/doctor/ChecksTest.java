package dev.athena.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  @TempDir private Path folder;

  @Test
  void onlyJava25IsGood() {
    assertThat(javaOf("25.0.3+9-LTS")).isEqualTo(Finding.State.GOOD);
    assertThat(javaOf("24.0.1")).isEqualTo(Finding.State.MISSING);
    assertThat(javaOf("26")).isEqualTo(Finding.State.MISSING);
  }

  @Test
  void aFolderIsGoodIfItCanBeWrittenToOrMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(stateOf(new FolderCheck(folder))).isEqualTo(Finding.State.GOOD);
    assertThat(stateOf(new FolderCheck(folder.resolve("a/b")))).isEqualTo(Finding.State.GOOD);
    assertThat(stateOf(new FolderCheck(file))).isEqualTo(Finding.State.MISSING);
    assertThat(stateOf(new FolderCheck(file.resolve("a")))).isEqualTo(Finding.State.MISSING);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void freeDiskIsGoodFromItsLimitOnAndPoorOneBelow() {
    assertThat(DiskCheck.judge(DiskCheck.FREE_BYTES_MIN).state()).isEqualTo(Finding.State.GOOD);
    assertThat(DiskCheck.judge(DiskCheck.FREE_BYTES_MIN - 1).state()).isEqualTo(Finding.State.POOR);
    assertThat(new DiskCheck(folder.resolve("not/there")).look().found()).endsWith("GiB");
  }

  @Test
  void aLibraryThatCannotBeLoadedIsMissing() {
    assertThat(stateOf(new NativeLibraryCheck("good", "java.lang.Thread", "onSpinWait")))
        .isEqualTo(Finding.State.GOOD);
    assertThat(stateOf(new NativeLibraryCheck("none", "no.such.Loader", "load")))
        .isEqualTo(Finding.State.MISSING);
    assertThat(new NativeLibraryCheck("bad", BadLoader.class.getName(), "load").look().found())
        .contains("UnsatisfiedLinkError: no absent");
  }

  @Test
  void aStartWithoutACacheIsPoor() throws IOException {
    Path cache = Files.writeString(folder.resolve("a.aot"), "x");

    assertThat(stateOf(new BuildCheck(cache.toString()))).isEqualTo(Finding.State.GOOD);
    assertThat(stateOf(new BuildCheck(""))).isEqualTo(Finding.State.POOR);
    assertThat(stateOf(new BuildCheck(folder.resolve("gone").toString())))
        .isEqualTo(Finding.State.POOR);
  }

  private static Finding.State javaOf(String version) {
    return stateOf(new JavaCheck(Runtime.Version.parse(version)));
  }

  private static Finding.State stateOf(Check check) {
    return check.look().state();
  }

  /** Loads nothing, as on a machine that the library was not made for. */
  public static final class BadLoader {
    private BadLoader() {}

    /** Fails. */
    @SuppressWarnings("restricted") // Is refused before anything is loaded.
    public static void load() {
      System.loadLibrary("absent");
    }
  }
}
