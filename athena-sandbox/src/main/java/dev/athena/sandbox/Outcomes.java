package dev.athena.sandbox;

import dev.athena.error.Characters;
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

  private static final int KIB = 1_024;
  private static final double NANOS_PER_MILLI = 1e6;

  private final SandboxLimits limits;
  private final Instant asked;
  private final boolean warm;
  private final Notes notes;
  private Instant started;
  private Instant ended;

  Outcomes(SandboxLimits limits, Instant asked, boolean warm) {
    this.limits = limits;
    this.notes = new Notes(limits.outputKb());
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
        false,
        ResourceUse.NONE);
  }

  /** Returns the outcome of a program that said what became of it. */
  Outcome ofDone(JsonObject done, Cell cell, Heard heard, Working working) {
    heard.err(Traces.without(cell.errors().whole()));
    Status status = status(done);
    if (status == Status.OUT_OF_MEMORY) {
      noteLimit(Ended.outOfMemory(limits), heard);
    }
    ProgramError error = done.object("error").map(told -> error(told, status)).orElse(null);
    Json result = status == Status.OK ? result(done, working) : null;
    CapturedText stdout = heard.stdout().text();
    CapturedText stderr = heard.stderr().text();
    notes.output(stdout, heard, working);
    notes.errorOutput(stderr);
    keep(working);
    notes.filesLeft(working.left().stream());
    List<WorkingFile> files = files(done);
    if (!working.isKept() && !files.isEmpty()) {
      notes.add("The working folder is gone; with a session its files are kept.");
    }
    return new Outcome(
        status,
        result,
        stdout,
        stderr,
        error,
        files,
        heard.violations(),
        notes.all(),
        notes.truncated(),
        use(done, heard));
  }

  /** Returns the outcome of a program that ended without a word. */
  Outcome ofEnd(@Nullable Ending ending, Cell cell, Heard heard) {
    int exit = cell.exit();
    Duration ran = Duration.between(started, ended);
    String raw = cell.errors().text();
    Ended how =
        ending == null ? Ended.byItself(exit, limits, ran, raw) : Ended.from(ending, limits);
    how = how.at(Traces.lineOf(raw), Traces.of(raw));
    noteLimit(how, heard);
    if (exit == Ended.FORBIDDEN_CALL && ending == null) {
      heard.note(Violations.forbiddenCall(ended));
    }
    heard.err(Traces.without(raw));
    CapturedText stdout = heard.stdout().text();
    CapturedText stderr = heard.stderr().text();
    notes.ended("stdout", stdout, ending);
    notes.ended("stderr", stderr, ending);
    return new Outcome(
        how.status(),
        null,
        stdout,
        stderr,
        how.error(),
        List.of(),
        heard.violations(),
        notes.all(),
        notes.truncated(),
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
          .at(Shortened.error(told).line(), Shortened.error(told).traceback())
          .error();
    }
    return Shortened.error(told);
  }

  private @Nullable Json result(JsonObject done, Working working) {
    done.text("result_type")
        .ifPresent(type ->
            notes.add(
                "The result is a %s, which JSON cannot hold; this is its text."
                    .formatted(Shortened.name(type))));
    Json result = done.find("result").orElse(Json.Null.VALUE);
    done.whole("result_bytes").ifPresent(bytes -> notes.result(bytes, working));
    String written = JsonCodec.write(result);
    if (written.length() > 2 * limits.outputKb() * KIB + KIB) {
      notes.lostResult(Heard.bytesOf(written));
      return Json.of(Characters.first(written, limits.outputKb() * KIB));
    }
    return result instanceof Json.Null ? null : result;
  }

  private void noteLimit(Ended how, Heard heard) {
    if (how.violation() != null) {
      heard.note(Violations.limit(how.violation(), how.error().message(), ended));
    }
  }

  private void keep(Working working) {
    try {
      if (!working.keep()) {
        notes.add(
            "No file was kept: with those of another execution of the session they do not fit it.");
      }
    } catch (SessionFileDamaged e) {
      notes.add("No file was kept: %s; %s.".formatted(e.problem(), e.hint()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the files of a session could not be kept", e);
      notes.add("The files could not be kept, because the disk failed; see the log.");
    }
  }

  private List<WorkingFile> files(JsonObject done) {
    List<WorkingFile> files = new ArrayList<>();
    try {
      for (Json file : done.array("files").map(JsonArray::values).orElse(List.of())) {
        WorkingFile read = (WorkingFile) JsonBinder.BASIC.read(file, WorkingFile.class, "file");
        if (files.size() < Working.FILES_MAX && SessionFolder.isSafe(read.path())) {
          files.add(read);
        }
      }
    } catch (InvalidArgument e) {
      LOG.log(Level.FINE, "the list of files cannot be read", e);
    }
    notes.filesLeft(
        done.array("files_left").map(JsonArray::values).orElse(List.of()).stream()
            .map(left -> left instanceof Json.Text(String path) ? path : ""));
    return files;
  }

  private ResourceUse use(JsonObject done, Heard heard) {
    double ran = millis(Duration.between(started, ended));
    double total = millis(Duration.between(asked, ended));
    return new ResourceUse(
        total,
        Math.max(0, total - ran),
        Math.max(0, done.whole("cpu_ms").orElse(0L)),
        Math.max(0, done.whole("memory_peak_kb").orElse(0L)),
        heard.bytes(),
        warm);
  }

  private static double millis(Duration duration) {
    return Math.round(duration.toNanos() / NANOS_PER_MILLI * 1_000) / 1_000.0;
  }
}
