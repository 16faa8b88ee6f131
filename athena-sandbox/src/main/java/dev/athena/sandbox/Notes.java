package dev.athena.sandbox;

import dev.athena.execution.CapturedText;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be said of an outcome that is not all there: how much is missing, and where it is. */
final class Notes {
  private static final String OUTPUT_FILE = "stdout.txt";
  private static final String RESULT_FILE = "result.json";
  private static final String IN_SESSION = "the whole is the file %s of the session";
  private static final String NO_SESSION = "send a session to have the whole kept as a file";

  /** How many files that are not kept are named. */
  private static final int LEFT_MAX = 20;

  private final int outputKb;
  private final List<String> notes = new ArrayList<>();
  private boolean truncated;

  /** Creates notes of an outcome, of which {@code outputKb} KiB of each part come back. */
  Notes(int outputKb) {
    this.outputKb = outputKb;
  }

  List<String> all() {
    return notes;
  }

  /** Returns whether something of the output or the result is missing. */
  boolean truncated() {
    return truncated;
  }

  void add(String note) {
    notes.add(note);
  }

  /** Notes what is missing of the output, and keeps the whole as a file where that is possible. */
  void output(CapturedText text, Heard heard, Working working) {
    if (!text.cut()) {
      return;
    }
    String rest = NO_SESSION;
    if (working.isKept()) {
      rest =
          working.add(OUTPUT_FILE, heard.whole())
              ? IN_SESSION.formatted(OUTPUT_FILE)
              : "the session has no room for the whole";
    }
    cut("stdout", text.totalBytes(), rest);
  }

  void errorOutput(CapturedText text) {
    if (text.cut()) {
      cut("stderr", text.totalBytes(), "the middle of it is not kept");
    }
  }

  /** Of a program that was ended nothing is kept; of one that wrote too much not all is known. */
  void ended(String what, CapturedText text, @Nullable Ending ending) {
    if (text.cut()) {
      truncated = true;
      String more = ending == Ending.OUTPUT ? "more than " : "";
      notes.add(
          "%s has %s%,d bytes, of which %,d KiB come back; the program was ended, "
                  .formatted(what, more, text.totalBytes(), outputKb)
              + "so the rest is lost.");
    }
  }

  /** Notes what is missing of a result of so many bytes. */
  void result(long bytes, Working working) {
    String rest = NO_SESSION;
    if (working.isKept()) {
      rest =
          working.willKeep(RESULT_FILE)
              ? IN_SESSION.formatted(RESULT_FILE)
              : "the working folder had no room for the whole";
    }
    cut("result", bytes, rest);
  }

  void lostResult(long bytes) {
    cut("result", bytes, "the rest is lost");
  }

  /** Notes which files are not kept. */
  void filesLeft(Stream<String> paths) {
    paths
        .limit(LEFT_MAX)
        .map(path -> JsonCodec.write(Json.of(Shortened.to(SessionFolder.PATH_LENGTH_MAX, path))))
        .map("A file was not kept, since it does not fit the session: %s"::formatted)
        .forEach(notes::add);
  }

  private void cut(String what, long bytes, String rest) {
    truncated = true;
    notes.add(
        "%s has %,d bytes, of which %,d KiB come back; %s.".formatted(what, bytes, outputKb, rest));
  }
}
