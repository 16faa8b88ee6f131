package dev.athena.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.store.git.Commit.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
  @TempDir private Path temporary;
  private Path folder = Path.of("unset");
  private Git git = new Git(new InMemoryRepository(new DfsRepositoryDescription("unset")));

  @BeforeEach
  void start() throws GitAPIException {
    HermeticReader.install();
    folder = temporary.resolve("my repo");
    git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
  }

  @AfterEach
  void stop() {
    git.close();
  }

  @Test
  void aCommitIsReadWhole() throws IOException, GitAPIException {
    commit("First", 1, "a.txt", "1\n2\n3\n");
    RevCommit second = commit("Second\n\nWith a body.\n", 2, "a.txt", "1\nzwei\n3\n4\n");

    List<Commit> commits = read();

    assertThat(commits).hasSize(2);
    assertThat(commits.getFirst())
        .isEqualTo(
            new Commit(
                second.getName(),
                "Ada",
                Instant.ofEpochSecond(2),
                Instant.ofEpochSecond(2),
                "Second\n\nWith a body.",
                List.of("main"),
                false,
                List.of(new FileChange("a.txt", 2, 1)),
                0));
    assertThat(commits.getLast().files()).containsExactly(new FileChange("a.txt", 3, 0));
  }

  @Test
  void branchesAreToldOfEveryCommitTheyContain() throws IOException, GitAPIException {
    commit("Base", 1, "a.txt", "1");
    git.checkout().setCreateBranch(true).setName("side").call();
    commit("Side", 2, "b.txt", "1");
    git.checkout().setName("main").call();
    commit("Main", 3, "c.txt", "1");
    git.merge()
        .include(git.getRepository().resolve("side"))
        .setFastForward(FastForwardMode.NO_FF)
        .setMessage("Merge side")
        .call();

    List<Commit> commits = read();

    assertThat(commits).hasSize(4);
    assertThat(named(commits, "Base").branches()).containsExactly("main", "side");
    assertThat(named(commits, "Side").branches()).containsExactly("main", "side");
    assertThat(named(commits, "Main").branches()).containsExactly("main");
    assertThat(named(commits, "Merge side").merge()).isTrue();
    assertThat(named(commits, "Merge side").files()).isEmpty();
    assertThat(commits.getLast().message()).isEqualTo("Base");
  }

  @Test
  void filesThatAreRemovedOrNotTextAreNamed() throws IOException, GitAPIException {
    commit("Add", 1, "a.bin", "a\0b");
    git.rm().addFilepattern("a.bin").call();
    commit("Remove", 2, "b.txt", "x\n");

    assertThat(named(read(), "Remove").files())
        .containsExactly(new FileChange("a.bin", 0, 0), new FileChange("b.txt", 1, 0));
  }

  @Test
  void filesAreListedToTheirLimitAndCountedPastIt() throws IOException, GitAPIException {
    for (int i = 0; i < FileChanges.FILES_MAX; i++) {
      Files.writeString(folder.resolve("f" + i), "x\n");
    }
    commit("Limit", 1, "f0", "x\n");
    for (int i = 0; i <= FileChanges.FILES_MAX; i++) {
      Files.writeString(folder.resolve("f" + i), "y\n");
    }
    commit("Past", 2, "f0", "y\n");

    assertThat(named(read(), "Limit").filesOmitted()).isZero();
    assertThat(named(read(), "Past").files()).hasSize(FileChanges.FILES_MAX);
    assertThat(named(read(), "Past").filesOmitted()).isEqualTo(1);
  }

  @Test
  void theEndOfAShallowCloneHasNoFiles() throws IOException, GitAPIException {
    commit("First", 1, "a.txt", "1");
    RevCommit second = commit("Second", 2, "a.txt", "2");
    Files.writeString(folder.resolve(".git/shallow"), second.getName() + "\n");

    List<Commit> commits = read();

    assertThat(commits).hasSize(1);
    assertThat(commits.getFirst().files()).isEmpty();
  }

  @Test
  void aNumberOfCommitsCanBeEnough() throws IOException, GitAPIException {
    commit("First", 1, "a.txt", "1");
    commit("Second", 2, "a.txt", "2");
    List<String> messages = new ArrayList<>();

    try (GitHistory history = GitHistory.open(folder)) {
      history.read(1, commit -> messages.add(commit.message()));
      assertThat(history.count()).isEqualTo(2);
    }

    assertThat(messages).containsExactly("Second");
  }

  @Test
  void aFolderInsideFindsItsRepositoryAndOneOutsideIsRefused() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("src"));

    try (GitHistory history = GitHistory.open(inside)) {
      assertThat(history.root()).isEqualTo(folder);
      assertThat(history.count()).isZero();
    }
    assertThatThrownBy(() -> GitHistory.open(temporary))
        .isInstanceOf(UnreadableRepository.class)
        .hasMessageContaining("is in no Git repository");
  }

  @Test
  void aDamagedRepositoryIsReported() throws IOException, GitAPIException {
    commit("First", 1, "a.txt", "1");
    RevCommit second = commit("Second", 2, "a.txt", "2");
    Path parent =
        folder.resolve(".git/objects").resolve(second.getParent(0).getName().substring(0, 2));
    Files.delete(parent.resolve(second.getParent(0).getName().substring(2)));

    assertThatThrownBy(this::read).isInstanceOf(UnreadableRepository.class);
  }

  private List<Commit> read() {
    List<Commit> commits = new ArrayList<>();
    try (GitHistory history = GitHistory.open(folder)) {
      history.read(Long.MAX_VALUE, commits::add);
    }
    return commits;
  }

  private static Commit named(List<Commit> commits, String message) {
    return commits.stream()
        .filter(commit -> commit.message().equals(message))
        .findFirst()
        .orElseThrow();
  }

  private RevCommit commit(String message, int second, String file, String content)
      throws IOException, GitAPIException {
    Files.writeString(folder.resolve(file), content);
    git.add().addFilepattern(".").call();
    PersonIdent ada =
        new PersonIdent("Ada", "ada@example.org", Instant.ofEpochSecond(second), ZoneOffset.UTC);
    return git.commit().setMessage(message).setAuthor(ada).setCommitter(ada).setSign(false).call();
  }
}
