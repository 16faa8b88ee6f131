package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.ErrorCode;
import dev.athena.execution.Border;
import dev.athena.execution.Departure;
import dev.athena.execution.FetchBody;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchRefused;
import dev.athena.execution.FetchRequest;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.Fetcher;
import dev.athena.execution.Fetches;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operation http.fetch as it is called. */
class HttpApiTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("p"));

  private final Operations operations =
      new Operations(RateLimits.DEFAULT, () -> Instant.EPOCH, (_, _, _, _) -> {}, Screen.OPEN);
  private final Echo hosts = new Echo();
  private final List<FetchEvent> told = new ArrayList<>();

  /** A host that answers with what it was sent. */
  private static final class Echo implements Fetcher {
    private byte[] body = {};

    @Override
    public FetchResponse fetch(Departure departure, FetchLimits limits) {
      FetchRequest request = departure.request();
      String sent = request.method() + " " + request.headers().values() + " " + request.body();
      return new FetchResponse(
          418,
          Map.of("content-type", "text/plain"),
          new FetchBody(body.length > 0 ? body : sent.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void register() {
    JsonObject config =
        JsonCodec.readObject(
            """
            {"network": {"domains": ["example.org"], "methods": ["GET", "POST"]}}\
            """);
    operations.register(
        HttpApi.class,
        _ ->
            new HttpOperations(
                new Fetches(
                    SandboxConfig.of(config).network(),
                    new Fetches.World(hosts, told::add, Border.NONE, () -> Instant.EPOCH))));
  }

  @Test
  void itIsCalledAsProgramsCallIt() {
    OperationSpec spec = operations.registry().get("http.fetch");

    assertThat(spec.signature())
        .isEqualTo("http.fetch(url, method=\"GET\", headers={}, body=None, timeout_seconds=None)");
    assertThat(spec.path()).isEqualTo("/http/fetch");
    assertThat(operations.registry().categorySummary("http")).isNotEmpty();
  }

  @Test
  void itAnswersWithStatusHeadersAndText() {
    JsonObject answer = call("{\"url\": \"https://example.org/a#b\"}");

    assertThat(answer)
        .isEqualTo(
            JsonCodec.readObject(
                """
                {"status": 418, "url": "https://example.org/a",
                 "headers": {"content-type": "text/plain"}, "text": "GET {} null", "bytes": 11}\
                """));
  }

  @Test
  void whatItIsGivenIsSent() {
    JsonObject answer =
        call(
            """
            {"url": "https://example.org/", "method": "post", "headers": {"X-A": "1"},
             "body": "b", "timeout_seconds": 2}\
            """);

    assertThat(answer.text("text")).contains("POST {X-A=1} b");
  }

  @Test
  void whatIsNoTextComesInBase64() {
    hosts.body = new byte[] {0, 1, (byte) 0xff};

    JsonObject answer = call("{\"url\": \"https://example.org/\"}");

    assertThat(answer.text("base64")).contains("AAH/");
    assertThat(answer.has("text")).isFalse();
    assertThat(answer.whole("bytes")).contains(3L);
  }

  @Test
  void aRefusalReachesTheProgramAndTheAudit() {
    assertThatThrownBy(() -> call("{\"url\": \"https://evil.example/\"}"))
        .isInstanceOfSatisfying(
            FetchRefused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
    assertThat(told).singleElement().returns("evil.example", FetchEvent::host);
  }

  private JsonObject call(String arguments) {
    return (JsonObject) operations.call(CALLER, "http.fetch", JsonCodec.readObject(arguments));
  }
}
