package dev.athena.privacy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Short texts in which nothing sensitive was found: names of members and values such as {@code
 * "action"} come with every call. Safe for use by many threads.
 */
final class CleanTexts {
  /** So many are known; then it begins anew. */
  static final int TEXTS_MAX = 1_000;

  /** Longer ones do not come again. */
  static final int LENGTH_MAX = 40;

  private final Set<String> texts = ConcurrentHashMap.newKeySet();

  boolean has(String text) {
    return text.length() <= LENGTH_MAX && texts.contains(text);
  }

  void add(String text) {
    if (text.length() > LENGTH_MAX) {
      return;
    }
    if (texts.size() >= TEXTS_MAX) {
      texts.clear();
    }
    texts.add(text);
  }

  int size() {
    return texts.size();
  }
}
