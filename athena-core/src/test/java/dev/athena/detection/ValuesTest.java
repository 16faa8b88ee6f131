package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a value, and what is not: each kind of filter with what decides. */
class ValuesTest {
  private static final Detector DETECTOR = Detector.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password=abc123x; user=y | abc123x",
        "password=abc123x&user=y | abc123x",
        "Password=abc123x,User=y | abc123x",
        "(password: abc123x) | abc123x",
        "the password is abc123x. | abc123x",
        "the password is \"abc123x\". | abc123x",
        "<password>abc123x</password> | abc123x",
        "postgres://me:abc123x@db/x | abc123x",
        "password = \"password\" | password",
      })
  void theValueAloneIsFound(String text, String value) {
    assertThat(found(text)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD = \"password\"",
        "password=password",
        "[\"username\", \"password\", \"nickname\"]",
        "password = \"Please type it again\"",
        "password: Optional[str]",
        "passwordLabel = \"Summer2024!\"",
        "getPassword(\"Summer2024!\")",
        "password = \"/etc/secrets/db1\"",
        "password = \"https://x.example/2\"",
        "public_key = \"q8Zk2mXo9QvB7rTy4LpWn8Jd3F\"",
        "key = \"9f86d081884c7d659a2feaa0c55ad015\"",
        "token = \"2024-01-02T03:04:05Z\"",
        "secret = \"my-first-secret-name\"",
      })
  void noValueIsNotFound(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void passwordsHaveALengthWithinLimits() {
    assertThat(found("password = \"x1!\"")).isEmpty();
    assertThat(found("password = \"x1!y\"")).containsExactly("x1!y");
    String longest = "x1!y".repeat(PasswordFilter.LENGTH_MAX / 4);
    assertThat(found("password = \"" + longest + "\"")).containsExactly(longest);
    assertThat(found("password = \"" + longest + "z\"")).isEmpty();
  }

  @Test
  void aNameIsLookedAtUpToALimit() {
    String longest = "a".repeat(Candidate.NAME_LENGTH_MAX);
    assertThat(new Candidate(longest + "key=x", longest.length(), 68, 69).name())
        .isEqualTo(longest + "key");
    assertThat(new Candidate("b" + longest + "key=x", longest.length() + 1, 69, 70).name())
        .isEqualTo(longest + "key");
  }

  @Test
  void wordsOfNamesAreApart() {
    assertThat(Words.of("dbPassword")).containsExactly("db", "password");
    assertThat(Words.of("MY_DB-Password2")).containsExactly("my", "db", "password");
    assertThat(Words.of("parseHTTPHeader")).containsExactly("parse", "http", "header");
    assertThat(Words.of("")).isEmpty();
  }

  private static List<String> found(String text) {
    return DETECTOR.find(text).stream()
        .map(finding -> text.substring(finding.start(), finding.end()))
        .toList();
  }
}
