package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchHeadersTest {
  @Test
  void headersKeepTheirSpellingAndAreFoundInAnyCase() {
    FetchHeaders headers = headers("X-Api-Key", "a b\tc~");

    assertThat(headers.values()).isEqualTo(Map.of("X-Api-Key", "a b\tc~"));
    assertThat(headers.has("x-api-KEY")).isTrue();
    assertThat(headers.without(Set.of("x-api-key")).values()).isEmpty();
    assertThat(headers.values()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "HTTP2-Settings",
        "Accept-Encoding",
        "Proxy-Authorization",
        "proxy-connection"
      })
  void whatIsAthenasToSetIsRefused(String name) {
    assertThatThrownBy(() -> headers(name, "1"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("headers sets " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:", "a\r\nb", "ä", "(a)", "a\u0000", "a/b"})
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(() -> headers(name, "1")).isInstanceOf(InvalidArgument.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\r\nHost: evil.com", "a\nb", "a\rb", "\u0000", "ä", "\u007f", "a\u2028b"})
  void aValueOfMoreThanOneLineOfAsciiIsRefused(String value) {
    assertThatThrownBy(() -> headers("X-A", value)).isInstanceOf(InvalidArgument.class);
  }

  @Test
  void aValueMustBeText() {
    JsonObject number = JsonObject.builder().put("X-A", 1).build();

    assertThatThrownBy(() -> FetchHeaders.of(number)).isInstanceOf(InvalidArgument.class);
  }

  @Test
  void oneNameInTwoSpellingsIsRefused() {
    JsonObject twice = JsonObject.builder().put("X-A", "1").put("x-a", "2").build();

    assertThatThrownBy(() -> FetchHeaders.of(twice)).hasMessage("headers has x-a twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NTLM abc", "negotiate abc", " Negotiate", "Kerberos abc"})
  void whatSignsInAConnectionIsRefused(String value) {
    assertThatThrownBy(() -> headers("authorization", value)).isInstanceOf(InvalidArgument.class);
  }

  @Test
  void whatSignsInARequestIsTaken() {
    assertThat(headers("Authorization", "Bearer abc").has("authorization")).isTrue();
  }

  @Test
  void fiftyHeadersAreTakenAndOneMoreIsRefused() {
    assertThat(FetchHeaders.of(many(FetchHeaders.HEADERS_MAX)).values()).hasSize(50);
    assertThatThrownBy(() -> FetchHeaders.of(many(FetchHeaders.HEADERS_MAX + 1)))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("headers has 51 members");
  }

  @Test
  void headersAreTakenToTheirLengthAndRefusedOnePast() {
    String longest = "a".repeat(FetchHeaders.LENGTH_MAX - "X-A".length());

    assertThat(headers("X-A", longest).length()).isEqualTo(FetchHeaders.LENGTH_MAX);
    assertThatThrownBy(() -> headers("X-A", longest + "a"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("headers has 16,001 characters");
  }

  private static JsonObject many(int count) {
    JsonObject.Builder many = JsonObject.builder();
    for (int i = 0; i < count; i++) {
      many.put("X-" + i, Json.of("a"));
    }
    return many.build();
  }

  private static FetchHeaders headers(String name, String value) {
    return FetchHeaders.of(JsonObject.builder().put(name, value).build());
  }
}
