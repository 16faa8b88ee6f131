package dev.athena.models;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Cuts text into the tokens that the model was trained on.
 *
 * <p>Safe for use by many threads, except that nothing may run during or after {@link #close}.
 *
 * <p>The native library is called directly. Its public wrapper first looks for graphics cards,
 * which brings in a second native bridge, and makes eight arrays where one is needed.
 */
final class WordPieces implements AutoCloseable {
  /** The model has no positions past this; the rest of a text is left out. */
  static final int TOKENS_MAX = 512;

  private static final TokenizersLibrary LIBRARY = TokenizersLibrary.LIB;

  private final long handle;

  private WordPieces(long handle) {
    this.handle = handle;
  }

  /** Reads a vocabulary; the native library must have been loaded. */
  static WordPieces read(ResourceContent vocabulary) throws IOException {
    try (InputStream in = vocabulary.open()) {
      String rules = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      WordPieces pieces = new WordPieces(LIBRARY.createTokenizerFromString(rules));
      LIBRARY.setTruncation(pieces.handle, TOKENS_MAX, "LONGEST_FIRST", 0);
      return pieces;
    }
  }

  /** Returns the ids of the text's tokens, at most {@link #TOKENS_MAX} of them. */
  long[] idsOf(String text) {
    long encoding = LIBRARY.encode(handle, text, true);
    try {
      return LIBRARY.getTokenIds(encoding);
    } finally {
      LIBRARY.deleteEncoding(encoding);
    }
  }

  @Override
  public void close() {
    LIBRARY.deleteTokenizer(handle);
  }
}
