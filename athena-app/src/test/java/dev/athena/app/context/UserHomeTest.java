package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserHomeTest {
  @Test
  void theVariableNamesTheFolder() {
    UserHome user = UserHome.of(Map.of("HOME", "/data/ada"), "/home/ada");

    assertThat(user.folder()).isEqualTo(Path.of("/data/ada"));
    assertThat(AthenaHome.of(Map.of(), user).folder()).isEqualTo(Path.of("/data/ada/.athena"));
    assertThat(user.claudeTranscripts()).isEqualTo(Path.of("/data/ada/.claude/projects"));
  }

  @Test
  void withoutAVariableThatNamesOneItIsWhatJavaFound() {
    UserHome found = new UserHome(Path.of("/home/ada"));

    assertThat(UserHome.of(Map.of(), "/home/ada")).isEqualTo(found);
    assertThat(UserHome.of(Map.of("HOME", ""), "/home/ada")).isEqualTo(found);
    assertThat(UserHome.of(Map.of("HOME", " "), "/home/ada")).isEqualTo(found);
    assertThat(UserHome.of(Map.of("HOME", "data/ada"), "/home/ada")).isEqualTo(found);
  }
}
