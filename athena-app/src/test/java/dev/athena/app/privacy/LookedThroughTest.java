package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.privacy.Progress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LookedThroughTest {
  private static final Instant DONE = Instant.parse("2026-03-04T05:06:07.089Z");

  private static Progress scanned(long scanned) {
    return Progress.begun("1").counted(scanned, 0, 0);
  }

  private static String sentence(Progress progress, long stored) {
    return new LookedThrough(true, progress, stored).sentence();
  }

  @Test
  void eachStateIsTold() {
    assertThat(sentence(scanned(0), 0)).startsWith("nothing is stored");
    assertThat(sentence(scanned(0), 1)).startsWith("what is stored was not looked through yet;");
    assertThat(sentence(scanned(1_000), 1_001)).startsWith("1,000 of 1,001 memories and");
    assertThat(sentence(scanned(1), 1)).contains("almost to its end", "does the rest");
    Progress done = new Progress("1", "", "", "", 3, 0, 0, DONE);
    assertThat(sentence(done, 5))
        .isEqualTo("all that is stored was looked through by 2026-03-04T05:06:07Z");
    assertThat(sentence(done, 0)).startsWith("all that is stored");
    assertThat(new LookedThrough(false, scanned(0), 1).sentence()).endsWith("privacy is off");
  }
}
