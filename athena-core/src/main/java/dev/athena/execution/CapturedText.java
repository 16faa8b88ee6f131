package dev.athena.execution;

/**
 * The beginning of what a program wrote.
 *
 * @param totalBytes how much it wrote in all, in bytes of UTF-8
 */
public record CapturedText(String text, long totalBytes, boolean cut) {
  /** What a program wrote that wrote nothing. */
  public static final CapturedText NOTHING = new CapturedText("", 0, false);
}
