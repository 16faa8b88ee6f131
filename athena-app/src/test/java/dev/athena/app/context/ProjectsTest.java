package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsTest {
  @TempDir private Path temporary;
  private Path folder = Path.of("unset");

  @BeforeEach
  void resolve() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void aFolderInARepositoryBelongsToItsRoot() throws IOException {
    Path root = Files.createDirectories(folder.resolve("my repo/.git")).resolveSibling("");
    Path inside = Files.createDirectories(root.resolve("src/main"));

    assertThat(Projects.of(inside)).isEqualTo(folder.resolve("my repo").toString());
  }

  @Test
  void worktreesShareTheProjectOfTheirRepository() throws IOException {
    Path root = folder.resolve("main");
    Files.createDirectories(root.resolve(".git/worktrees/side"));
    Path worktree = Files.createDirectories(folder.resolve("side"));
    Files.writeString(worktree.resolve(".git"), "gitdir: " + root + "/.git/worktrees/side\n");

    assertThat(Projects.of(worktree)).isEqualTo(root.toString());
  }

  @Test
  void aPointerThatLeadsNowhereLeavesTheFolderItself() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(odd.resolve(".git"), "what is this");

    assertThat(Projects.of(odd)).isEqualTo(odd.toString());
  }

  @Test
  void aNameIsTakenToItsLimitAndShortenedOnePast() {
    String longest = "/" + "x".repeat(Namespace.NAME_LENGTH_MAX - 1);

    assertThat(Projects.named(longest)).isEqualTo(longest);
    assertThat(Projects.named(longest + "y"))
        .hasSize(Namespace.NAME_LENGTH_MAX)
        .startsWith("…x")
        .contains("y#");
    assertThat(Projects.named(longest + "y")).isNotEqualTo(Projects.named("/z" + longest + "y"));
  }
}
