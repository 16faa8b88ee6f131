package dev.athena.episodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each limit of an episode: at it, and one past it. */
final class EpisodeLimitsTest {
  @Test
  void contentHasALength() {
    String longest = "x".repeat(RememberEpisode.CONTENT_LENGTH_MAX);

    assertThat(episode(longest, "action").content()).hasSize(100_000);
    refused(() -> episode(longest + "x", "action"), "content has 100,001 characters");
    refused(() -> episode(" ", "action"), "content is blank");
  }

  @Test
  void aCharacterIsOneHoweverItIsEncoded() {
    String content = "🦉".repeat(RememberEpisode.CONTENT_LENGTH_MAX);
    String session = "🦉".repeat(EpisodeContext.NAME_LENGTH_MAX);

    assertThat(episode(content, "🦉".repeat(RememberEpisode.TYPE_LENGTH_MAX)).content())
        .isEqualTo(content);
    assertThat(context(session, null).sessionId()).isEqualTo(session);
    refused(() -> episode(content + "🦉", "action"), "content has 100,001 characters");
    refused(() -> context(session + "🦉", null), "context.session_id has 501 characters");
  }

  @Test
  void theEventTypeHasALength() {
    String longest = "x".repeat(RememberEpisode.TYPE_LENGTH_MAX);

    assertThat(episode("x", longest).eventType()).hasSize(100);
    refused(() -> episode("x", longest + "x"), "event_type has 101 characters");
    refused(() -> episode("x", ""), "event_type has 0 characters");
  }

  @Test
  void sessionAndOutcomeHaveALength() {
    String longest = "x".repeat(EpisodeContext.NAME_LENGTH_MAX);

    assertThat(context(longest, longest).sessionId()).hasSize(500);
    refused(() -> context(longest + "x", null), "context.session_id has 501 characters");
    refused(() -> context(null, longest + "x"), "context.outcome has 501 characters");
    refused(() -> context(" ", null), "context.session_id has 0 characters");
  }

  @Test
  void detailsHaveALengthAsJson() {
    String longest = "x".repeat(EpisodeContext.DETAILS_LENGTH_MAX - "{\"k\":\"\"}".length());

    assertThat(detailed(longest).details().has("k")).isTrue();
    refused(() -> detailed(longest + "x"), "context has 500,001 characters");
  }

  private static void refused(ThrowingCallable call, String problem) {
    assertThatThrownBy(call).isInstanceOf(InvalidArgument.class).hasMessageContaining(problem);
  }

  private static RememberEpisode episode(String content, String type) {
    return new RememberEpisode(content, type, EpisodeContext.NONE);
  }

  private static EpisodeContext context(@Nullable String session, @Nullable String outcome) {
    return new EpisodeContext(session, null, outcome, JsonObject.EMPTY);
  }

  private static EpisodeContext detailed(String value) {
    return new EpisodeContext(null, null, null, JsonObject.builder().put("k", value).build());
  }
}
