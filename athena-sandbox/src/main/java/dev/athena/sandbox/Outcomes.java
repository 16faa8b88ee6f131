package dev.athena.sandbox;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.CapturedText;
import dev.athena.execution.CodeReport.SyntaxFault;
import dev.athena.execution.Outcome;
import dev.athena.execution.ProgramError;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.SandboxLimits;
import dev.athena.execution.Status;
import dev.athena.execution.Violations;
import dev.athena.execution.WorkingFile;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says what became of one program, from what it said last or from how it ended. */
final class Outcomes {
  private static final Logger LOG = Logger.getLogger(Outcomes.class.getName());

  private static final String OUTPUT_FILE = "stdout.txt";
  private static final int KIB = 1_024;
  private static final double NANOS_PER_MILLI = 1e6;

  private final SandboxLimits limits;
  private final Instant asked;
  private final boolean warm;
  private final List<String> notes = new ArrayList<>();
  private Instant started;
  private Instant ended;

  Outcomes(SandboxLimits limits, Instant asked, boolean warm) {
    this.limits = limits;
    this.asked = asked;
    this.warm = warm;
    this.started = asked;
    this.ended = asked;
  }

  void programStarts(Instant at) {
    started = at;
    ended = at;
  }

  void programEnds(Instant at) {
    ended = at;
  }

  /** Returns the outcome of a source that is not of its language. */
  static Outcome ofSyntaxFault(SyntaxFault fault) {
    String where = "line %d, column %d: ".formatted(fault.line(), fault.column());
    ProgramError error =
        new ProgramError(
            null,
            "SyntaxError",
            where + fault.message(),
            "nothing was run; correct that line and send the program again",
            null,
            fault.line());
    return failed(Status.ERROR, error);
  }

  private static Outcome failed(Status status, ProgramError error) {
    return new Outcome(
        status,
        null,
        CapturedText.NOTHING,
        CapturedText.NOTHING,
        error,
        List.of(),
        List.of(),
        List.of(),
        ResourceUse.NONE);
  }

  /** Returns the outcome of a program that said what became of it. */
  Outcome ofDone(JsonObject done, Heard heard, Working working) {
    Status status = status(done);
    ProgramError error = done.object("error").map(told -> error(told, status)).orElse(null);
    Json result = status == Status.OK ? result(done, working) : null;
    CapturedText stdout = heard.stdout().text();
    if (stdout.cut()) {
      noteCut("stdout", stdout.totalBytes(), working.isKept() ? OUTPUT_FILE : null);
      working.add(OUTPUT_FILE, heard.whole());
    }
    CapturedText stderr = heard.stderr().text();
    if (stderr.cut()) {
      noteCut("stderr", stderr.totalBytes(), null);
    }
    keep(working);
    List<WorkingFile> files = files(done);
    if (!working.isKept() && !files.isEmpty()) {
      notes.add("The working folder is gone; with a session its files are kept.");
    }
    return new Outcome(
        status, result, stdout, stderr, error, files, heard.violations(), notes, use(done, heard));
  }

  /** Returns the outcome of a program that ended without a word. */
  Outcome ofEnd(@Nullable Ending ending, Cell cell, Heard heard) {
    int exit = cell.exit();
    Duration ran = Duration.between(started, ended);
    Ended how = ending == null ? Ended.byItself(exit, limits, ran) : Ended.from(ending, limits);
    String raw = cell.raw().text().text();
    if (how.status() == Status.TIMEOUT) {
      how = how.at(Traces.lineOf(raw), Traces.of(raw));
      raw = Traces.without(raw);
    }
    if (how.violation() != null) {
      heard.note(Violations.limit(how.violation(), how.error().message(), ended));
    }
    if (exit == Ended.FORBIDDEN_CALL && ending == null) {
      heard.note(Violations.forbiddenCall(ended));
    }
    heard.err(raw);
    return new Outcome(
        how.status(),
        null,
        heard.stdout().text(),
        heard.stderr().text(),
        how.error(),
        List.of(),
        heard.violations(),
        notes,
        use(JsonObject.EMPTY, heard));
  }

  private static Status status(JsonObject done) {
    return switch (done.text("status").orElse("")) {
      case "ok" -> Status.OK;
      case "out_of_memory" -> Status.OUT_OF_MEMORY;
      default -> Status.ERROR;
    };
  }

  private ProgramError error(JsonObject told, Status status) {
    if (status == Status.OUT_OF_MEMORY) {
      return Ended.outOfMemory(limits)
          .at(
              told.whole("line").map(Long::intValue).orElse(null),
              told.text("traceback").orElse(null))
          .error();
    }
    return new ProgramError(
        told.text("code").orElse(null),
        told.text("type").orElse(null),
        told.text("message").orElse(""),
        told.text("hint").orElse(null),
        told.text("traceback").orElse(null),
        told.whole("line").map(Long::intValue).orElse(null));
  }

  private @Nullable Json result(JsonObject done, Working working) {
    done.text("result_type")
        .ifPresent(type ->
            notes.add(
                "The result is a %s, which JSON cannot hold; this is its text.".formatted(type)));
    Json result = done.find("result").orElse(Json.Null.VALUE);
    done.whole("result_bytes")
        .ifPresent(bytes -> noteCut("result", bytes, working.isKept() ? "result.json" : null));
    String written = JsonCodec.write(result);
    if (written.length() > 2 * limits.outputKb() * KIB + KIB) {
      noteCut("result", Heard.bytesOf(written), null);
      return Json.of(written.substring(0, limits.outputKb() * KIB));
    }
    return result instanceof Json.Null ? null : result;
  }

  private void noteCut(String what, long bytes, @Nullable String file) {
    String rest =
        file == null
            ? "send a session to have the whole kept as a file"
            : "the whole is the file " + file + " of the session";
    notes.add(
        "%s has %,d bytes, of which %,d KiB come back; %s."
            .formatted(what, bytes, limits.outputKb(), rest));
  }

  private void keep(Working working) {
    try {
      working.keep();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the files of a session could not be kept", e);
      notes.add("The files could not be kept, because the disk failed; see the log.");
    }
  }

  private List<WorkingFile> files(JsonObject done) {
    List<WorkingFile> files = new ArrayList<>();
    try {
      for (Json file : done.array("files").map(JsonArray::values).orElse(List.of())) {
        if (files.size() < Working.FILES_MAX) {
          files.add((WorkingFile) JsonBinder.BASIC.read(file, WorkingFile.class, "file"));
        }
      }
    } catch (InvalidArgument e) {
      LOG.log(Level.FINE, "the list of files cannot be read", e);
    }
    for (Json left : done.array("files_left").map(JsonArray::values).orElse(List.of())) {
      notes.add("A file was not kept, since it does not fit the session: " + JsonCodec.write(left));
    }
    return files;
  }

  private ResourceUse use(JsonObject done, Heard heard) {
    double ran = millis(Duration.between(started, ended));
    double total = millis(Duration.between(asked, ended));
    return new ResourceUse(
        total,
        Math.max(0, total - ran),
        done.whole("cpu_ms").orElse(0L),
        done.whole("memory_peak_kb").orElse(0L),
        heard.bytes(),
        warm);
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / NANOS_PER_MILLI * 1_000) / 1_000.0;
  }
}
