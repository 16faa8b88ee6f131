package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchUrlTest {
  @Test
  void aUrlIsTakenApart() {
    FetchUrl url = FetchUrl.of("https://example.org:8443/a/b?c=d#e");

    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.host()).isEqualTo("example.org");
    assertThat(url.port()).isEqualTo(8443);
    assertThat(url.target()).isEqualTo("/a/b?c=d");
    assertThat(url.isSecure()).isTrue();
    assertThat(url.place()).isEqualTo("example.org:8443");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https://example.org/",
    "https://example.org?a, https://example.org/?a",
    "https://example.org#a, https://example.org/",
    "HTTPS://EXAMPLE.org/A, https://example.org/A",
    "http://example.org:80/, http://example.org/",
    "https://example.org:443/, https://example.org/",
    "https://example.org:80/, https://example.org:80/",
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "https://example。org/, https://example.org/",
    "https://ｅxample.org/, https://example.org/",
    "http://127.0.0.1:81/, http://127.0.0.1:81/",
    "http://2130706433/, http://2130706433/",
    "http://0x7F.1/, http://0x7f.1/",
    "'http://[::FFFF:127.0.0.1]:81/x', 'http://[::ffff:127.0.0.1]:81/x'",
    "'http://[::1]', 'http://[::1]/'",
    "https://example.org//a/../b, https://example.org//a/../b",
    "'https://example.org/a[0]=~{b}|%C3%A4', 'https://example.org/a[0]=~{b}|%C3%A4'",
  })
  void aUrlIsSpelledInOneWay(String given, String spelled) {
    assertThat(FetchUrl.of(given)).hasToString(spelled).isEqualTo(FetchUrl.of(spelled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http:/example.org/",
        "http:\\\\example.org",
        "http://",
        "http:///a",
        "http://example.org./",
        "http://example..org/",
        "http://.example.org/",
        "http://-example.org/",
        "http://exa_mple.org/",
        "http://ex%61mple.org/",
        "http://exa mple.org/",
        "http://example.org\\@evil.com/",
        "http://example.org\\.evil.com/",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org:80@evil.com/",
        "http://example.org:/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http://example.org:123456/",
        "http://example.org:+80/",
        "http://example.org:8０/",
        "http://example.org:80:80/",
        "http://[::1/",
        "http://::1/",
        "http://[::1]x/",
        "http://[fe80::1%25eth0]/",
        "http://[example.org]/",
        "http://a[::1]/",
        " http://example.org/",
        "http://example.org/ ",
        "http://example.org/a b",
        "http://example.org/a\r\nHost: evil.com",
        "http://example.org\r\n/",
        "http://example.org/a\tb",
        "http://example.org/ä",
        "http://example.org/a\\b",
        "http://example.org/%",
        "http://example.org/%4",
        "http://example.org/%zz",
        "http://example.org/a\"b",
        "http://example.org/<a>",
      })
  void whatCanBeReadInAnotherWayIsRefused(String url) {
    assertThatThrownBy(() -> FetchUrl.of(url)).isInstanceOf(InvalidArgument.class);
  }

  @Test
  void portsReachFromOneTo65535() {
    assertThat(FetchUrl.of("http://a.example:1/").port()).isEqualTo(1);
    assertThat(FetchUrl.of("http://a.example:65535/").port()).isEqualTo(65_535);
  }

  @Test
  void aUrlIsTakenToItsLimitAndRefusedOnePast() {
    String start = "https://example.org/";
    String longest = start + "a".repeat(FetchUrl.LENGTH_MAX - start.length());

    assertThat(FetchUrl.of(longest)).hasToString(longest);
    assertThatThrownBy(() -> FetchUrl.of(longest + "a"))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("url has 8,001 characters");
  }

  @Test
  void aHostIsTakenToItsLimitAndRefusedOnePast() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(61));

    assertThat(FetchUrl.of("http://" + longest + "/").host()).isEqualTo(longest).hasSize(253);
    assertThatThrownBy(() -> FetchUrl.of("http://" + longest + "a/"))
        .isInstanceOf(InvalidArgument.class);
    assertThatThrownBy(() -> FetchUrl.of("http://" + label + "a.example/"))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void aMessageShowsWhatWasSentWithoutWhatSteersATerminal() {
    assertThatThrownBy(() -> FetchUrl.of("http://exa\u001b[2Jmple.org/"))
        .hasMessage("\"http://exa\\u{1b}[2Jmple.org/\" is no URL to fetch");
  }
}
