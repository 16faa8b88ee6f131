package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class FernetReaderTest {
  /** The example of the specification of Fernet. */
  private static final String KEY = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";

  private static final String TOKEN =
      "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64j"
          + "VmpU4IwqDA==";

  private static final Instant MADE = Instant.parse("1985-10-26T08:20:00Z");

  private final FernetReader reader = new FernetReader(KEY);

  @Test
  void theExampleOfTheSpecificationIsRead() {
    assertThat(reader.read(TOKEN)).asString(StandardCharsets.UTF_8).isEqualTo("hello");
  }

  @Test
  void aTokenIsTakenToItsAgeAndRefusedPastIt() {
    Duration minute = Duration.ofMinutes(1);

    for (Duration ago : List.of(Duration.ofMinutes(-1), Duration.ZERO, minute)) {
      assertThat(reader.read(TOKEN, minute, MADE.plus(ago))).hasSize(5);
    }
    for (Duration ago : List.of(Duration.ofSeconds(-61), Duration.ofSeconds(61))) {
      assertThatThrownBy(() -> reader.read(TOKEN, minute, MADE.plus(ago)))
          .isInstanceOf(InvalidArgument.class)
          .hasMessageContaining("1985-10-26T08:20:00Z");
    }
  }

  @Test
  void everyBitThatIsChangedIsNoticed() {
    byte[] token = Base64.getUrlDecoder().decode(TOKEN);

    for (int bit = 0; bit < token.length * Byte.SIZE; bit++) {
      byte[] changed = token.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      refuses(Base64.getUrlEncoder().encodeToString(changed));
    }
  }

  @Test
  void whatIsNoTokenIsRefused() {
    refuses("");
    refuses("?");
    refuses(TOKEN.substring(0, 40));
    refuses("A".repeat(FernetReader.TOKEN_LENGTH_MAX + 1));
    refuses("A".repeat(FernetReader.TOKEN_LENGTH_MAX));
  }

  @Test
  void anotherKeyReadsNothing() {
    String other = Base64.getUrlEncoder().encodeToString(new byte[32]);

    assertThatThrownBy(() -> new FernetReader(other).read(TOKEN))
        .isInstanceOf(InvalidArgument.class);
    for (String none : List.of("", "?", "AAAA")) {
      assertThatThrownBy(() -> new FernetReader(none)).isInstanceOf(InvalidArgument.class);
    }
  }

  private void refuses(String token) {
    assertThatThrownBy(() -> reader.read(token)).isInstanceOf(InvalidArgument.class);
  }
}
