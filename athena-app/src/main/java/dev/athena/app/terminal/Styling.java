package dev.athena.app.terminal;

/** Decorates text after its width was counted. */
@FunctionalInterface
interface Styling {
  /** Returns {@code text} as it is written. */
  String apply(Style style, String text);
}
