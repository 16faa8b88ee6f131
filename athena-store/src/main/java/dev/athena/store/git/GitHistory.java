package dev.athena.store.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The commits of one repository; belongs to one thread. */
public final class GitHistory implements AutoCloseable {
  private final Repository repository;
  private final Path root;

  private GitHistory(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /**
   * Opens the repository that {@code folder} is in.
   *
   * @throws UnreadableRepository if it is in none, or it cannot be read
   */
  public static GitHistory open(Path folder) {
    HermeticReader.install();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.setMustExist(true).findGitDir(folder.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      builder.setGitDir(folder.toFile());
    }
    try {
      Repository repository = builder.build();
      Path root =
          (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
      return new GitHistory(repository, root);
    } catch (IOException e) {
      throw new UnreadableRepository(
          folder + " is in no Git repository", "name a folder of a Git repository", e);
    }
  }

  /** Returns the folder of the working files; for a bare repository its own. */
  public Path root() {
    return root;
  }

  /**
   * Returns the number of commits that {@link #read} shows.
   *
   * @throws UnreadableRepository if the repository is damaged
   */
  public long count() {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      begin(walk, BranchNames.of(repository));
      long count = 0;
      for (RevCommit _ : walk) {
        count++;
      }
      return count;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /**
   * Shows the commits of every branch, a commit before its parents, the newest first where that
   * leaves a choice.
   *
   * @param limit how many commits are shown at most
   * @throws UnreadableRepository if the repository is damaged; what was shown before is good
   */
  public void read(long limit, Consumer<Commit> visitor) {
    try (RevWalk walk = new RevWalk(repository);
        FileChanges changes = new FileChanges(repository)) {
      BranchNames branches = BranchNames.of(repository);
      begin(walk, branches);
      walk.sort(RevSort.TOPO);
      Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
      long left = limit;
      for (RevCommit commit = walk.next(); commit != null && left > 0; commit = walk.next()) {
        left--;
        boolean compared = commit.getParentCount() < 2 && !shallow.contains(commit.getId());
        FileChanges.Listed files = compared ? changes.of(commit) : FileChanges.Listed.NOTHING;
        visitor.accept(made(commit, branches.containing(commit), files));
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  private static void begin(RevWalk walk, BranchNames branches) throws IOException {
    for (ObjectId tip : branches.tips()) {
      walk.markStart(walk.parseCommit(tip));
    }
  }

  private static Commit made(RevCommit commit, List<String> branches, FileChanges.Listed files) {
    PersonIdent author = commit.getAuthorIdent();
    return new Commit(
        commit.getName(),
        author.getName(),
        author.getWhenAsInstant(),
        commit.getCommitterIdent().getWhenAsInstant(),
        commit.getFullMessage().strip(),
        branches,
        commit.getParentCount() > 1,
        files.files(),
        files.omitted());
  }

  private UnreadableRepository damaged(@Nullable Exception cause) {
    return new UnreadableRepository(
        "the Git repository in " + root + " cannot be read to its end",
        "see what `git fsck` says there",
        cause);
  }
}
