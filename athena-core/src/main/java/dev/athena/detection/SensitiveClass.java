package dev.athena.detection;

/** How sensitive parts of texts are dealt with; the first are the worst to lose. */
public enum SensitiveClass {
  /** What admits whoever has it. */
  SECRET,
  /** What points at a person or a thing of theirs, and is known by its form. */
  IDENTIFIER,
  /** What somebody declared: names, and patterns of their own. */
  NAME
}
