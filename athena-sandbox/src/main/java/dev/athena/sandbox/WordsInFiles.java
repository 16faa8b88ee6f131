package dev.athena.sandbox;

import dev.athena.memory.Mentions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for words in files as it is done in memories, a window at a time. */
final class WordsInFiles {
  /** How many characters are looked at together. */
  static final int WINDOW = 64 * 1024;

  /** How many of them are looked at again with the next, since words may stand across. */
  static final int OVERLAP = 8 * 1024;

  private final List<Mentions> words;

  WordsInFiles(List<String> words) {
    this.words = words.stream().map(Mentions::new).toList();
  }

  /** Returns whether one of the words stands in a text. */
  boolean isIn(String text) {
    return words.stream().anyMatch(one -> one.inText(text));
  }

  /** Returns whether one of them stands in a content, as far as that is text in UTF-8. */
  boolean isIn(InputStream content) throws IOException {
    Reader reader = new InputStreamReader(content, StandardCharsets.UTF_8);
    char[] window = new char[WINDOW];
    int length = 0;
    int read = 0;
    while (read >= 0) {
      read = reader.read(window, length, WINDOW - length);
      length += Math.max(0, read);
      if (read < 0 || length == WINDOW) {
        if (isIn(String.valueOf(window, 0, length))) {
          return true;
        }
        int again = Math.min(length, OVERLAP);
        System.arraycopy(window, length - again, window, 0, again);
        length = again;
      }
    }
    return false;
  }
}
