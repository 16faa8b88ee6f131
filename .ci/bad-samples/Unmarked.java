// refused: [RequireExplicitNullMarking]
package dev.athena.sample;

/** Is in no null-marked package, so that nothing would look for nulls. */
final class Unmarked {
  private Unmarked() {}
}
