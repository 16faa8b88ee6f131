package dev.athena.detection;

import com.google.re2j.Pattern;

/** Tells what a program would have in the place of a value from a value that has no quotes. */
final class CodeText {
  private static final Pattern CODE =
      Pattern.compile(
          "[A-Za-z_$][\\w$]*(?:(?:\\.|->|::|\\?\\.)[A-Za-z_$][\\w$]*)+.*"
              + "|[!&*]*[A-Za-z_$][\\w$.:>-]*[(\\[{<].*|[({\\[:].*|[$@&*#%!]+[A-Za-z_][A-Za-z_.]*"
              + "|\\$[A-Za-z_{(].*|/.*/[a-z]{0,3}\\..*|\\W+");

  /** What names a file or an address. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)(?:~|\\.{1,2})?/.*|[a-z]:[\\\\/].*|[a-z][a-z0-9+.-]*://.*|[\\w./-]+/[\\w./-]+\\.\\w+"
              + "|[\\w.-]+\\.(?:json|txt|pem|key|crt|ya?ml|xml|html?|[jt]sx?|css|php|py|java|svg|png)");

  /** From here on what has slashes is base64 and no path. */
  private static final double RANDOM = 0.8;

  private CodeText() {}

  /** Tells whether a value without quotes is a variable, a call or a type. */
  static boolean isExpression(String value) {
    return CODE.matcher(value).matches();
  }

  /** Tells whether a value is a path. */
  static boolean isPath(String value) {
    return PATH.matcher(value).matches() && Randomness.of(value) < RANDOM;
  }
}
