package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import dev.athena.server.testing.FakeTools;
import dev.athena.server.testing.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpHeadersTest extends HttpHarness {
  private static final String NAME = "Athena-Project";

  @BeforeEach
  void addTool() {
    tools.with("where", (_, exchange) -> FakeTools.text(exchange.header(NAME).orElse("none")));
  }

  @Test
  void aHandlerSeesTheHeadersOfAModernRequest() throws Exception {
    var response = send(modernCallBuilder(1, "where").header("athena-project", "apollo").build());

    assertThat(Messages.text(JsonCodec.read(response.body()))).isEqualTo("apollo");
  }

  @Test
  void aHandlerSeesTheHeadersOfEachRequestOfASession() throws Exception {
    String session = initialize();
    var message = JsonCodec.write(Messages.call(2, "where"));

    var with =
        send(
            builder("POST", message, BOTH)
                .header("Mcp-Session-Id", session)
                .header(NAME, "apollo")
                .build());
    var without = send(legacy(session, Messages.call(3, "where")));

    assertThat(Messages.text(JsonCodec.read(with.body()))).isEqualTo("apollo");
    assertThat(Messages.text(JsonCodec.read(without.body()))).isEqualTo("none");
  }

  @Test
  void aHeaderInBase64IsReadAsWhatItStandsFor() throws Exception {
    String encoded = Base64.getEncoder().encodeToString("Zürich".getBytes(StandardCharsets.UTF_8));

    var response =
        send(modernCallBuilder(1, "where").header(NAME, "=?base64?" + encoded + "?=").build());

    assertThat(Messages.text(JsonCodec.read(response.body()))).isEqualTo("Zürich");
  }
}
