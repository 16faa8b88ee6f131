package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "${DB_PASSWORD}",
        "${DB_PASSWORD:-none}",
        "$PASSWORD",
        "$(cat file)",
        "{{ password }}",
        "%(password)s",
        "%s",
        "#{password}",
        "<your password>",
        "<%= token %>",
        "your-api-key",
        "YOUR_TOKEN_HERE",
        "xxxxxxxx",
        "********",
        "changeme",
        "example",
        "test_token",
        "AKIAIOSFODNN7EXAMPLE",
        "[REDACTED]",
        "[PASSWORD_k7q2m9xw4tz8p]",
        "null",
        "0000000000",
        "1234567890",
        "sk-...",
        "os.environ['X']",
        "HS256"
      })
  void tellsWhatStandsForACredential(String value) {
    assertThat(Placeholder.is(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hunter2", "Summer2024!", "m{{h}o)p${e]nob(ody", "P@ss!", "pa$$word1", "letmein"})
  void leavesWhatPeopleChoose(String value) {
    assertThat(Placeholder.is(value)).isFalse();
  }
}
