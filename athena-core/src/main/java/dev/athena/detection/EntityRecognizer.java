package dev.athena.detection;

import java.util.List;

/**
 * Finds names and other entities in free text, as a language model can: what an installation adds.
 *
 * <p>It is called by many threads at once. What it throws makes the scan fail, because a text that
 * was not looked at is not safe.
 */
@FunctionalInterface
public interface EntityRecognizer {
  /** Returns what it finds; in {@code text}, pseudonyms are blotted out. */
  List<Finding> find(String text);
}
