package dev.athena.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Adds the parts of names made of several words.
 *
 * <p>A name without joints stays beside its parts, so that {@code username} finds {@code userName};
 * of one with joints only the parts are left, as {@link Identifiers} keeps it whole.
 */
final class WordPartsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Deque<String> pending = new ArrayDeque<>();

  WordPartsFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (pending.isEmpty()) {
      if (!input.incrementToken()) {
        return false;
      }
      if (isOneWord()) {
        return true;
      }
      pending.addAll(WordParts.of(term.toString()));
    }
    term.setEmpty().append(pending.remove());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    pending.clear();
  }

  private boolean isOneWord() {
    char[] chars = term.buffer();
    for (int i = 1; i < term.length(); i++) {
      char c = chars[i];
      if (!(c >= 'a' && c <= 'z')) {
        return false;
      }
    }
    return true;
  }
}
