package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.testkit.InMemoryKeyring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that programs left are found by what they say, and only those of one tenant. */
class ErasedFilesTest {
  private static final String VALUE = "ann.smith@harbour.example.org";
  private static final String PSEUDONYM = "[EMAIL_07q2m9xw4tz8p]";
  private static final List<String> WORDS = List.of(VALUE, PSEUDONYM);

  @TempDir private Path root;
  private final InMemoryKeyring keys = new InMemoryKeyring(4);

  @Test
  void goWithAllThatMentionsAPerson() throws IOException {
    SealedFolder one = session("local", "one");
    write(one, "letter.txt", "Dear Ann.Smith@Harbour.example.org, it rained.");
    write(one, "table.csv", "who,what\n" + PSEUDONYM + ",rain\n");
    write(one, "by/" + VALUE + "/empty", "");
    write(one, "kept.txt", "It rained.");
    SealedFolder other = session("local", "other");
    write(other, "notes.txt", VALUE);
    SealedFolder stranger = session("elsewhere", "one");
    write(stranger, "notes.txt", VALUE);
    SealedSessions all = new SealedSessions(root.resolve("sessions"), keys, _ -> true);

    assertThat(all.erase("local", WORDS, true)).isEqualTo(4);
    assertThat(one.files()).hasSize(4);
    assertThat(all.erase("local", WORDS, false)).isEqualTo(4);

    assertThat(one.files()).extracting(SessionFiles.Kept::path).containsExactly("kept.txt");
    assertThat(other.files()).isEmpty();
    assertThat(stranger.files()).hasSize(1);
    assertThat(all.erase("local", WORDS, false)).isZero();
    assertThat(all.erase("nobody", WORDS, false)).isZero();
  }

  @Test
  void oneThatDoesNotOpenIsLeftForWhoeverVerifies() throws IOException {
    SealedFolder one = session("local", "one");
    write(one, "broken.txt", VALUE);
    write(one, "whole.txt", VALUE);
    Path broken =
        one.files().stream()
            .filter(kept -> kept.path().equals("broken.txt"))
            .findFirst()
            .orElseThrow()
            .file();
    byte[] bytes = Files.readAllBytes(broken);
    bytes[bytes.length - 1] ^= 1;
    Files.write(broken, bytes);

    SealedSessions all = new SealedSessions(root.resolve("sessions"), keys, _ -> true);

    assertThat(all.erase("local", WORDS, false)).isEqualTo(1);
    assertThat(broken).exists();
    assertThat(all.verify(_ -> {})).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        WordsInFiles.WINDOW - 20,
        WordsInFiles.WINDOW - 1,
        WordsInFiles.WINDOW,
        3 * WordsInFiles.WINDOW - 2 * WordsInFiles.OVERLAP - 5,
        1_000_000
      })
  void wordsAreFoundWhereverTheyStand(int before) throws IOException {
    WordsInFiles words = new WordsInFiles(WORDS);
    String text = "é".repeat(before) + VALUE.toUpperCase(Locale.ROOT) + "é".repeat(10);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(words.isIn(new ByteArrayInputStream(bytes))).isTrue();
    assertThat(words.isIn(new ByteArrayInputStream(bytes, 0, 2 * before + VALUE.length() - 1)))
        .isFalse();
  }

  private SealedFolder session(String tenant, String name) {
    return Sessions.sealed(
        root.resolve("sessions").resolve("of-" + tenant).resolve(name), keys, tenant);
  }

  private static void write(SealedFolder session, String path, String text) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    session.change(List.of(), Map.of(path, content));
  }
}
