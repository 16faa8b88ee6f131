package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a/b c.txt", "100%", "%%", "%41", "grüße/日本🦉", "%ü%", "a$1\\", "é%a", "\n"})
  void everyNameComesBackFromPlainCharacters(String path) {
    String stored = StoredNames.of(path);

    assertThat(stored).matches("[ -~]*");
    assertThat(StoredNames.from(stored)).isEqualTo(path);
  }

  @Test
  void plainNamesStayAsTheyAre() {
    assertThat(StoredNames.of("a/B_1-2 (3).txt")).isEqualTo("a/B_1-2 (3).txt");
  }

  @Test
  void everyNameOfAPathHasALongestLength() {
    assertThat(StoredNames.fit("a".repeat(255) + "/" + "b".repeat(255))).isTrue();
    assertThat(StoredNames.fit("a/" + "b".repeat(256))).isFalse();
    assertThat(StoredNames.fit("日".repeat(85))).isTrue(); // as long as file systems allow
    assertThat(StoredNames.fit("日".repeat(95))).isFalse();
  }

  @Test
  void namesOfWhatIsBeingWrittenAreOurs() {
    assertThat(StoredNames.fit("a/.athena123.tmp")).isFalse();
    assertThat(StoredNames.fit("a/.athena.tmp")).isTrue();
  }
}
