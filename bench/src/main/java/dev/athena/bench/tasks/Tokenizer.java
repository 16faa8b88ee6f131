package dev.athena.bench.tasks;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts tokens with o200k_base. */
final class Tokenizer {
  private final Encoding encoding =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  int count(String text) {
    return encoding.countTokensOrdinary(text);
  }
}
