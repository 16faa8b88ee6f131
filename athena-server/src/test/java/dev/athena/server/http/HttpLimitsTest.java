package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.Messages;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpLimitsTest extends HttpHarness {
  @Test
  void aSessionIsKeptWhileItIsUsedAndForgottenWhenIdle() throws Exception {
    String session = initialize();

    test.clock().advance(IDLE.minusMillis(1));
    assertThat(send(legacy(session, Messages.call(2, "who"))).statusCode()).isEqualTo(200);
    test.clock().advance(IDLE.minusMillis(1));
    assertThat(send(legacy(session, Messages.call(3, "who"))).statusCode()).isEqualTo(200);
    test.clock().advance(IDLE);
    assertThat(send(legacy(session, Messages.call(4, "who"))).statusCode()).isEqualTo(404);
  }

  @Test
  void theSessionIdleLongestMakesRoomForOnePastTheLimit() throws Exception {
    String first = initialize();
    test.clock().advance(Duration.ofSeconds(1));
    String second = initialize();
    test.clock().advance(Duration.ofSeconds(1));
    assertThat(send(legacy(first, Messages.call(2, "who"))).statusCode()).isEqualTo(200);

    String third = initialize();

    assertThat(send(legacy(first, Messages.call(3, "who"))).statusCode()).isEqualTo(200);
    assertThat(send(legacy(second, Messages.call(3, "who"))).statusCode()).isEqualTo(404);
    assertThat(send(legacy(third, Messages.call(3, "who"))).statusCode()).isEqualTo(200);
  }

  @Test
  void whereAllSessionsAreBusyNobodyNewIsLetIn() throws Exception {
    reopen(OPTIONS, new Limits(2_000, 4_000, 10, 1));
    String session = initialize();
    CompletableFuture<HttpResponse<String>> busy =
        sendAsync(legacy(session, Messages.call(2, "hold")));
    await(held);

    HttpResponse<String> refused = send(post(Messages.initialize(1, "2025-11-25")));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    release.countDown();
    assertThat(busy.get().statusCode()).isEqualTo(200);
    initialize();
  }

  @Test
  void oneRequestPastTheLimitIsTurnedAway() throws Exception {
    CompletableFuture<HttpResponse<String>> one = sendAsync(modernCall(1, "hold"));
    CompletableFuture<HttpResponse<String>> two = sendAsync(modernCall(2, "hold"));
    await(heldTwice);
    assertThat(send(modernCall(3, "who")).statusCode()).isEqualTo(503);

    release.countDown();
    assertThat(one.get().statusCode()).isEqualTo(200);
    assertThat(two.get().statusCode()).isEqualTo(200);
  }

  @Test
  void bodiesTogetherHaveALimit() throws Exception {
    reopen(OPTIONS, new Limits(2_000, 4_000, 10, 2));
    String call = JsonCodec.write(modernMessage(1, "tools/call", "{'name': 'hold'}"));
    String most = call + " ".repeat(2_000 - call.length());
    HttpRequest hold = modern("tools/call", most).header("Mcp-Name", "hold").build();
    CompletableFuture<HttpResponse<String>> one = sendAsync(hold);
    CompletableFuture<HttpResponse<String>> two = sendAsync(hold);
    await(heldTwice);

    assertThat(send(modernCall(3, "who")).statusCode()).isEqualTo(503);

    release.countDown();
    assertThat(one.get().statusCode()).isEqualTo(200);
    assertThat(two.get().statusCode()).isEqualTo(200);
    while (send(modernCall(4, "who")).statusCode() == 503) {
      Thread.onSpinWait(); // Room is given back just after the answer has been sent.
    }
  }

  @Test
  void aBodyAtTheLimitIsReadAndOnePastItIsRefused() throws Exception {
    String ping = JsonCodec.write(modernMessage(1, "server/discover", "{}"));
    String most = ping + " ".repeat(LIMITS.bodyBytesMax() - ping.length());

    assertThat(send(modern("server/discover", most).build()).statusCode()).isEqualTo(200);
    assertThat(send(modern("server/discover", most + " ").build()).statusCode()).isEqualTo(413);
    assertThat(send(modern("server/discover", most).build()).statusCode()).isEqualTo(200);
  }

  @Test
  void whatAClientIsTooSlowForIsDropped() throws Exception {
    Mailbox mailbox = new Mailbox();
    for (int i = 0; i < Mailbox.WAITING_MAX + 1; i++) {
      mailbox.send(JsonObject.EMPTY);
    }
    mailbox.done(Optional.empty());

    int events = 0;
    while (mailbox.take(Duration.ZERO) instanceof Mailbox.Item.Event) {
      events++;
    }
    assertThat(events).isEqualTo(Mailbox.WAITING_MAX);
  }
}
