package dev.athena.app.terminal;

import java.util.Map;

/**
 * What the standard streams are connected to.
 *
 * @param inIsTerminal whether a person writes standard input
 * @param outIsTerminal whether a person reads standard output
 * @param errIsTerminal whether a person reads standard error
 * @param colour whether colour is wanted where there is a terminal
 * @param width characters in a line
 */
public record TerminalTraits(
    boolean inIsTerminal, boolean outIsTerminal, boolean errIsTerminal, boolean colour, int width) {
  /** The width where none is known. */
  public static final int WIDTH_DEFAULT = 80;

  /** The narrowest line written for. */
  public static final int WIDTH_MIN = 40;

  /** The widest line written for; longer ones are hard to read. */
  public static final int WIDTH_MAX = 160;

  /** Streams that no person reads. */
  public static final TerminalTraits PIPES =
      new TerminalTraits(false, false, false, false, WIDTH_DEFAULT);

  public TerminalTraits {
    width = Math.clamp(width, WIDTH_MIN, WIDTH_MAX);
  }

  /**
   * Returns what the launcher found out, which can ask the system and Java cannot.
   *
   * @param launched what the launcher said: which of {@code in}, {@code out} and {@code err}, then
   *     the width, as in {@code "out,err,120"}
   * @param environment where {@code NO_COLOR} or {@code TERM=dumb} switch colour off
   */
  public static TerminalTraits of(String launched, Map<String, String> environment) {
    boolean in = false;
    boolean out = false;
    boolean err = false;
    int width = WIDTH_DEFAULT;
    for (String word : launched.split(",", -1)) {
      in |= word.equals("in");
      out |= word.equals("out");
      err |= word.equals("err");
      if (word.matches("[1-9][0-9]{0,5}")) {
        width = Integer.parseInt(word);
      }
    }
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new TerminalTraits(in, out, err, !refused, width);
  }
}
