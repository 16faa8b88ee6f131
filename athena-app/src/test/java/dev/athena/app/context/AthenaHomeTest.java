package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AthenaHomeTest {
  private static final UserHome USER = new UserHome(Path.of("/home/ada"));

  @Test
  void theFolderIsTheUsersUnlessOneIsNamed() {
    assertThat(AthenaHome.of(Map.of(), USER).folder()).isEqualTo(Path.of("/home/ada/.athena"));
    assertThat(AthenaHome.of(Map.of("ATHENA_HOME", ""), USER).folder())
        .isEqualTo(Path.of("/home/ada/.athena"));
    assertThat(AthenaHome.of(Map.of("ATHENA_HOME", "/data/./a"), USER).folder())
        .isEqualTo(Path.of("/data/a"));
  }
}
