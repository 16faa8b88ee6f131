package dev.athena.app.transfer.source;

import dev.athena.episodic.RememberEpisode;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.store.git.Commit;
import dev.athena.store.git.GitHistory;
import java.nio.file.Path;
import java.util.List;

/** The commits of a Git repository, as episodes. */
public final class GitSource implements Source {
  private static final int HASH_SHOWN = 12;

  private final GitHistory history;
  private final String repository;
  private final long limit;

  private GitSource(GitHistory history, long limit) {
    this.history = history;
    this.limit = limit;
    Path name = history.root().toAbsolutePath().normalize().getFileName();
    this.repository = name == null ? "repository" : name.toString().replaceFirst("\\.git$", "");
  }

  /**
   * Opens the repository that {@code folder} is in.
   *
   * @throws dev.athena.store.git.UnreadableRepository if it is in none
   */
  public static GitSource open(Path folder) {
    return new GitSource(GitHistory.open(folder), Long.MAX_VALUE);
  }

  /** Returns the same source with its newest commits only. */
  public GitSource newest(long count) {
    return new GitSource(history, count);
  }

  /** Returns the folder of the working files. */
  public Path root() {
    return history.root();
  }

  @Override
  public String unit() {
    return "commits";
  }

  @Override
  public long steps() {
    return Math.min(limit, history.count());
  }

  @Override
  public void read(Intake intake) {
    history.read(
        limit,
        commit -> {
          String place = repository + "@" + commit.hash().substring(0, HASH_SHOWN);
          if (commit.message().isBlank()) {
            intake.leaveOut(place, "the commit has no message");
          } else {
            intake.take(new Intake.Item(place, episode(commit), history.root()));
          }
          intake.advance(1);
        });
  }

  @Override
  public void close() {
    history.close();
  }

  private JsonObject episode(Commit commit) {
    Cut message = Cut.of(commit.message(), RememberEpisode.CONTENT_LENGTH_MAX);
    JsonObject.Builder context =
        JsonObject.builder()
            .put("session_id", Cut.of("git:" + repository, 500).text())
            .put("timestamp", commit.authoredAt().toString())
            .put("source_id", commit.hash())
            .put("commit", commit.hash())
            .put("author", commit.author())
            .put("repository", repository);
    if (!commit.committedAt().equals(commit.authoredAt())) {
      context.put("committed_at", commit.committedAt().toString());
    }
    if (!commit.branches().isEmpty()) {
      context.put("branch", Json.ofTexts(commit.branches()));
    }
    if (commit.merge()) {
      context.put("merge", true);
    }
    addFiles(context, commit);
    message.note(context, "truncated_from");
    return JsonObject.builder()
        .put("kind", "episodic")
        .put("content", message.text())
        .put("event_type", "commit")
        .put("context", context.build())
        .build();
  }

  private static void addFiles(JsonObject.Builder context, Commit commit) {
    List<Commit.FileChange> files = commit.files();
    if (files.isEmpty()) {
      return;
    }
    JsonObject.Builder changes = JsonObject.builder();
    files.forEach(file -> changes.put(file.path(), "+" + file.added() + " -" + file.removed()));
    context.put("files", Json.ofTexts(files.stream().map(Commit.FileChange::path).toList()));
    context.put("changes", changes.build());
    if (commit.filesOmitted() > 0) {
      context.put("files_omitted", (long) commit.filesOmitted());
    }
  }
}
