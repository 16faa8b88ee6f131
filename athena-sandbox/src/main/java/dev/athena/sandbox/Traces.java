package dev.athena.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a language writes to the error stream when it crashes or its time is over: of Python,
 * where the program stood.
 */
final class Traces {
  private static final Pattern BEGIN =
      Pattern.compile("(?m)^(?:Timeout \\(.*\\)!$|Fatal Python error: )");

  /** What a language says of itself, which nobody needs to know who wrote the program. */
  private static final Pattern OF_LANGUAGE =
      Pattern.compile(
          BEGIN.pattern()
              + "|^<--- (?:Last few GCs|JS stacktrace) --->|^FATAL ERROR: |^#\n# Fatal"
              + "|^----- Native stack trace");

  private static final Pattern FRAME =
      Pattern.compile("File \"(?<file>[^\"]+)\", line (?<line>\\d+) in (?<name>\\S+)");
  private static final String PROGRAM = "program.py";

  private Traces() {}

  /** Returns the line of the program; null if nothing tells it. */
  static @Nullable Integer lineOf(String raw) {
    Matcher begin = BEGIN.matcher(raw);
    Matcher frame = FRAME.matcher(begin.find() ? raw.substring(begin.end()) : "");
    while (frame.find()) {
      if (frame.group("file").equals(PROGRAM)) {
        return Integer.valueOf(frame.group("line"));
      }
    }
    return null;
  }

  /** Returns the calls that led there, the last one last; null if nothing tells them. */
  static @Nullable String of(String raw) {
    Matcher begin = BEGIN.matcher(raw);
    if (!begin.find()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    Matcher frame = FRAME.matcher(raw.substring(begin.end()));
    while (frame.find()) {
      if (!frame.group("file").startsWith("/athena/")) {
        lines.addFirst("  " + frame.group().replace(" in ", ", in "));
      }
    }
    return lines.isEmpty() ? null : "Stopped here:\n" + String.join("\n", lines);
  }

  /** Returns what else was written. */
  static String without(String raw) {
    Matcher begin = OF_LANGUAGE.matcher(raw);
    return begin.find() ? raw.substring(0, begin.start()) : raw;
  }
}
