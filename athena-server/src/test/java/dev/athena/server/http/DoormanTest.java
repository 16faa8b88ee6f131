package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonCodec;
import dev.athena.server.testing.Messages;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DoormanTest extends HttpHarness {
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:5", "[::1]"})
  void loopbackNamesAreOurs(String host) throws Exception {
    assertThat(statusOf(rawDiscover(host, ""))).isEqualTo(200);
    assertThat(statusOf(rawDiscover("localhost", "Origin: http://" + host + "\r\n")))
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::2]"})
  void otherNamesAreForeign(String host) throws Exception {
    assertThat(statusOf(rawDiscover(host, ""))).isEqualTo(403);
    assertThat(statusOf(rawDiscover("localhost", "Origin: http://" + host + "\r\n")))
        .isEqualTo(403);
    assertThat(statusOf(rawDiscover("localhost", "Origin: null\r\n"))).isEqualTo(403);
  }

  @Test
  void aNameThatIsConfiguredIsOurs() throws Exception {
    reopen(OPTIONS.listenOn("127.0.0.1", Set.of("memory.example")), LIMITS);

    assertThat(statusOf(rawDiscover("Memory.Example:443", ""))).isEqualTo(200);
  }

  @Test
  void othersThanThisMachineAreNotLetInWithoutAToken() {
    HttpOptions open = OPTIONS.listenOn("0.0.0.0", Set.of());

    assertThatThrownBy(() -> HttpTransport.open(test.server(), open))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void aTokenSaysWhoCalls() throws Exception {
    reopen(
        OPTIONS.with(token -> Optional.ofNullable(Map.of("t1", "ann", "t2", "bob").get(token))),
        LIMITS);

    HttpResponse<String> none = send(modernCall(1, "who"));
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(send(withToken(modernCallBuilder(1, "who"), "x")).statusCode()).isEqualTo(401);
    HttpResponse<String> ann = send(withToken(modernCallBuilder(1, "who"), "t1"));
    assertThat(Messages.text(JsonCodec.read(ann.body()))).isEqualTo("ann");
  }

  @Test
  void aSessionBelongsToWhoOpenedIt() throws Exception {
    reopen(OPTIONS.with(token -> Optional.of(token)), LIMITS);
    HttpResponse<String> opened =
        send(
            withToken(
                builder("POST", JsonCodec.write(Messages.initialize(1, "2025-11-25")), BOTH),
                "ann"));
    String session = opened.headers().firstValue("Mcp-Session-Id").orElseThrow();
    String call = JsonCodec.write(Messages.call(2, "who"));

    assertThat(
            send(withToken(builder("POST", call, BOTH).header("Mcp-Session-Id", session), "bob"))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            send(withToken(builder("POST", call, BOTH).header("Mcp-Session-Id", session), "ann"))
                .statusCode())
        .isEqualTo(200);
  }
}
