package dev.athena.operation;

/** The forms documentation comes in. */
public enum DocsFormat {
  MARKDOWN,
  HTML,
  JSON
}
