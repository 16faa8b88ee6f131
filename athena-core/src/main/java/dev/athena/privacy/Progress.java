package dev.athena.privacy;

import dev.athena.json.Doc;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far it is looked through what a tenant has stored, by one version of what is private.
 *
 * @param version that of the rules, patterns and names
 * @param project where it goes on; those before it in order are done
 * @param part what of the project it goes on with
 * @param after the id after which it goes on there; empty for the beginning
 * @param scanned how many memories and executions were looked through
 * @param changed how many of them held something, which is replaced now
 * @param left how many of them could not be rewritten
 * @param doneAt when all was done; null before
 */
public record Progress(
    String version,
    @Doc(value = "", ifAbsent = "\"\"") String project,
    @Doc(value = "", ifAbsent = "\"\"") String part,
    @Doc(value = "", ifAbsent = "\"\"") String after,
    long scanned,
    long changed,
    long left,
    @Nullable Instant doneAt) {
  /** Returns the beginning. */
  public static Progress begun(String version) {
    return new Progress(version, "", "", "", 0, 0, 0, null);
  }

  /** Returns the same further on in its project, or in another. */
  public Progress at(String newProject, String newPart, String newAfter) {
    return new Progress(version, newProject, newPart, newAfter, scanned, changed, left, doneAt);
  }

  /** Returns the same after so many more. */
  public Progress counted(long moreScanned, long moreChanged, long moreLeft) {
    return new Progress(
        version,
        project,
        part,
        after,
        scanned + moreScanned,
        changed + moreChanged,
        left + moreLeft,
        doneAt);
  }

  /** Returns whether all was looked through. */
  public boolean isDone() {
    return doneAt != null;
  }

  Progress done(Instant at) {
    return new Progress(version, "", "", "", scanned, changed, left, at);
  }

  static Progress of(JsonObject json) {
    return (Progress) JsonBinder.BASIC.read(json, Progress.class, "");
  }

  JsonObject toJson() {
    return (JsonObject) JsonBinder.BASIC.write(this, Progress.class);
  }
}
