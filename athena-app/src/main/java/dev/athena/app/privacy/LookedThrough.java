package dev.athena.app.privacy;

import dev.athena.privacy.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How much of what is stored was looked through with what is private now.
 *
 * @param isOn whether what is stored is looked through at all
 * @param stored how many memories and executions there are
 */
record LookedThrough(boolean isOn, Progress progress, long stored) {
  private static final String HOW = "`athena privacy rescan` does ";

  /** Returns it in a sentence. */
  String sentence() {
    Instant doneAt = progress.doneAt();
    if (doneAt != null) {
      return "all that is stored was looked through by " + doneAt.truncatedTo(ChronoUnit.SECONDS);
    }
    if (stored == 0) {
      return "nothing is stored that had to be looked through";
    }
    if (!isOn) {
      return "what is stored is not looked through while privacy is off";
    }
    if (progress.scanned() == 0) {
      return "what is stored was not looked through yet; " + HOW + "it";
    }
    return progress.scanned() < stored
        ? "%,d of %,d memories and executions were looked through; %sthe rest"
            .formatted(progress.scanned(), stored, HOW)
        : "what is stored was looked through almost to its end; " + HOW + "the rest";
  }
}
