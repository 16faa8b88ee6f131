package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxPathsTest {
  private final SandboxPaths paths = new SandboxPaths(List.of("/data"), List.of("/out/"));

  @Test
  void whatLiesInAFolderIsShownWithIt() {
    assertThat(paths.shows("/data")).isTrue();
    assertThat(paths.shows("/data/a/b")).isTrue();
    assertThat(paths.shows("/out")).isTrue();
    assertThat(paths.shows("/out/x")).isTrue();
  }

  @Test
  void whatOnlyBeginsLikeItIsNot() {
    assertThat(paths.shows("/data2")).isFalse();
    assertThat(paths.shows("/")).isFalse();
    assertThat(paths.shows("data")).isFalse();
    assertThat(SandboxPaths.NONE.shows("/data")).isFalse();
  }
}
