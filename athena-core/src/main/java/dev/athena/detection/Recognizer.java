package dev.athena.detection;

/** Finds one kind of identifier. Safe for use by many threads; its work grows with the text. */
interface Recognizer {
  /** Adds what it finds to {@code scan}. */
  void find(Scan scan);
}
