package dev.athena.models;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Cuts text into the tokens that the model was trained on.
 *
 * <p>Safe for use by many threads.
 */
final class WordPieces implements AutoCloseable {
  /** The model has no positions past this; the rest of a text is left out. */
  static final int TOKENS_MAX = 512;

  private static final String TOKENS_MAX_TEXT = Integer.toString(TOKENS_MAX);

  private final HuggingFaceTokenizer tokenizer;

  private WordPieces(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Reads the vocabulary; the native library must have been unpacked. */
  static WordPieces read(ResourceContent vocabulary) throws IOException {
    try (InputStream in = vocabulary.open()) {
      return new WordPieces(
          HuggingFaceTokenizer.newInstance(
              in,
              Map.of(
                  "padding",
                  "false",
                  "truncation",
                  "true",
                  "maxLength",
                  TOKENS_MAX_TEXT,
                  "modelMaxLength",
                  TOKENS_MAX_TEXT)));
    }
  }

  /** Returns the ids of the text's tokens, from 2 to {@link #TOKENS_MAX} of them. */
  long[] idsOf(String text) {
    return tokenizer.encode(text).getIds();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
