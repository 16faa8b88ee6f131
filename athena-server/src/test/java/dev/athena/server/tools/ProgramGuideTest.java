package dev.athena.server.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.operation.AllOperations;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgramGuideTest {
  /** Common clients cut longer descriptions. */
  private static final int BYTES_MAX = 2_048;

  private final String guide = ProgramGuide.after("Runs code.", AllOperations.registry());

  @Test
  void itSaysHowTheUsualCallsAreMadeAndWhatTheyReturn() {
    assertThat(guide)
        .startsWith("Runs code.\n")
        .containsPattern(
            "memory\\.recall_episodic\\(time_range=None, event_type=None, .*limit=20\\)"
                + " -> list of \\(id, content, event_type, timestamp, session_id, .*context")
        .containsPattern(
            "memory\\.recall_semantic\\(query, limit=5, .*tags=None.*\\)"
                + " -> list of \\(id, content, score, .*sources\\)")
        .contains("discover_apis");
  }

  @Test
  void clientsDoNotCutIt() {
    assertThat(guide.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(BYTES_MAX);
  }
}
