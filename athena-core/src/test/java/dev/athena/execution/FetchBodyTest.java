package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchBodyTest {
  private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  @Test
  void textIsReadInUtf8UnlessTheHostSaysOtherwise() {
    FetchBody utf8 = new FetchBody("bücher 🦉\n".getBytes(StandardCharsets.UTF_8));
    FetchBody latin = new FetchBody("bücher".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(utf8.text(null)).contains("bücher 🦉\n");
    assertThat(utf8.text("text/html; charset=\"UTF-8\"")).contains("bücher 🦉\n");
    assertThat(latin.text("text/html;Charset = iso-8859-1")).contains("bücher");
    assertThat(latin.text("text/html")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html; charset=nothing-known", "text/html; charset=..", ";charset="})
  void aCharsetThatIsNotKnownIsTakenForUtf8(String contentType) {
    FetchBody utf8 = new FetchBody("ü".getBytes(StandardCharsets.UTF_8));

    assertThat(utf8.text(contentType)).contains("ü");
  }

  @Test
  void whatIsNoTextIsGivenInBase64() {
    FetchBody picture = new FetchBody(PICTURE);

    assertThat(picture.text("image/png")).isEmpty();
    assertThat(picture.base64()).isEqualTo("iVBORw0KGgo=");
    assertThat(picture.size()).isEqualTo(8);
  }

  @Test
  void bytesThatSteerADeviceAreNoText() {
    assertThat(new FetchBody(new byte[] {'a', 0, 'b'}).text(null)).isEmpty();
    assertThat(new FetchBody(new byte[] {'a', 7}).text(null)).isEmpty();
    assertThat(new FetchBody("\u001b[31mred\r\n\t".getBytes(StandardCharsets.UTF_8)).text(null))
        .contains("\u001b[31mred\r\n\t");
  }

  @Test
  void anEmptyBodyIsText() {
    assertThat(new FetchBody(new byte[0]).text(null)).contains("");
  }
}
