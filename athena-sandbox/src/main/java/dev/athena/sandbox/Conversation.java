package dev.athena.sandbox;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InternalFailure;
import dev.athena.error.RateLimited;
import dev.athena.execution.CodeReport;
import dev.athena.execution.Outcome;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxLimits;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Violations;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Frames.Forged;
import dev.athena.sandbox.Frames.Frame;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Athena and one program say to each other, from the first word to the last.
 *
 * <p>One thread reads; calls of operations are carried out beside it, a few at a time. Whoever
 * finds that the program must end says why, once, and ends the sandbox; the reading thread sees the
 * end.
 */
final class Conversation {
  private static final Logger LOG = Logger.getLogger(Conversation.class.getName());

  /** How long the check of a program may take. */
  private static final long CHECK_SECONDS = 10;

  /** How much later than the program itself Athena notices that its time is over. */
  private static final long GRACE_MILLIS = 60;

  /** How many calls of one program are carried out at once. */
  private static final int CALLS_AT_ONCE = 4;

  /** How many frames of all kinds a program may send. */
  static final int FRAMES_MAX = 1_000_000;

  private static final int KIB = 1_024;
  private static final long MIB = 1L << 20;

  private final Cell cell;
  private final RunRequest request;
  private final Working working;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final Heard heard;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final Turns calls;
  private final Budget budget;

  Conversation(Cell cell, RunRequest request, Working working, Surroundings surroundings) {
    this.cell = cell;
    this.request = request;
    this.working = working;
    this.clock = surroundings.clock();
    this.timer = surroundings.timer();
    this.heard = new Heard(limits(), working.isKept());
    this.calls = new Turns(surroundings.threads(), CALLS_AT_ONCE);
    this.budget = new Budget(limits());
  }

  /**
   * What a conversation needs of the world.
   *
   * @param threads carry out what a program calls; an answer may wait in them for a program that
   *     does not read
   */
  record Surroundings(InstantSource clock, ScheduledExecutorService timer, Executor threads) {}

  /** The program is gone before it said a word: the sandbox that waited for it was broken. */
  static final class Stillborn extends Exception {
    Stillborn(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Runs the program.
   *
   * @throws Stillborn if the sandbox was of no use, and the program was not run
   */
  Outcome run(Outcomes outcomes) throws Stillborn {
    CodeReport report = check();
    if (report.syntaxFault() != null) {
      return Outcomes.ofSyntaxFault(report.syntaxFault());
    }
    request.gate().letThrough(report);
    Instant start = clock.instant();
    outcomes.programStarts(start);
    long limit = (long) Math.ceil(limits().timeoutSeconds() * 1_000);
    ScheduledFuture<?> timeout =
        timer.schedule(() -> end(Ending.TIMEOUT), limit + GRACE_MILLIS, TimeUnit.MILLISECONDS);
    try {
      cell.limitErrors(limits().outputMb() * MIB, () -> end(Ending.OUTPUT));
      request.calls().onCancel(() -> end(Ending.CANCELLED));
      if (!request.gate().isOpen()) {
        tryToWrite(() -> cell.frames().write("go", JsonObject.EMPTY));
      }
      Optional<JsonObject> done = listen();
      outcomes.programEnds(clock.instant());
      cell.seen(clock.instant()).forEach(heard::note);
      if (done.isPresent() && !working.fits()) {
        end(Ending.FILES);
      }
      return done.isPresent() && ending.get() == null
          ? outcomes.ofDone(done.get(), cell, heard, working)
          : outcomes.ofEnd(ending.get(), cell, heard);
    } finally {
      timeout.cancel(false);
    }
  }

  private CodeReport check() throws Stillborn {
    cell.use();
    ScheduledFuture<?> tooLate = timer.schedule(cell::kill, CHECK_SECONDS, TimeUnit.SECONDS);
    try {
      working.send(cell.frames());
      cell.frames().write("run", order());
      request.gate().meanwhile();
      if (request.gate().isOpen()) {
        cell.frames().write("go", JsonObject.EMPTY);
      }
      Frame frame =
          cell.frames().read().orElseThrow(() -> new Stillborn("it ended too early", null));
      if (!frame.kind().equals("checked")) {
        throw new Stillborn("it said " + frame.kind() + " first", null);
      }
      return Reports.read(frame.body());
    } catch (IOException | Forged e) {
      throw new Stillborn("it cannot be talked to", e);
    } finally {
      tooLate.cancel(false);
    }
  }

  private JsonObject order() {
    return JsonObject.builder()
        .put("source", request.program().source())
        .put("session", working.isKept())
        .put("processes", limits().processes() > 0)
        .put("timeout_ms", (long) (limits().timeoutSeconds() * 1_000))
        .put("result_bytes_max", (long) limits().outputKb() * KIB)
        .put("files_bytes_max", limits().workspaceMb() * MIB)
        .put("files_max", Working.FILES_MAX)
        .build();
  }

  /** Returns the last frame; empty if the program ended without one. */
  private Optional<JsonObject> listen() {
    try {
      for (int frames = 0; frames < FRAMES_MAX; frames++) {
        Optional<Frame> frame = cell.frames().read();
        if (frame.isEmpty() || ending.get() != null) {
          return Optional.empty();
        }
        if (frame.get().kind().equals("done")) {
          return Optional.of(frame.get().body());
        }
        hear(frame.get());
      }
      throw new Forged("more than %,d frames".formatted(FRAMES_MAX));
    } catch (Forged e) {
      LOG.log(Level.FINE, "a program forged a frame", e);
      heard.note(Violations.forgedFrame(String.valueOf(e.getMessage()), clock.instant()));
      end(Ending.FORGED);
    } catch (IOException e) {
      LOG.log(Level.FINE, "a program broke off", e);
    }
    return Optional.empty();
  }

  private void hear(Frame frame) throws Forged {
    JsonObject body = frame.body();
    switch (frame.kind()) {
      case "out" -> heard.out(body.text("text").orElse(""));
      case "err" -> heard.err(body.text("text").orElse(""));
      case "call" -> call(frame);
      case "progress" -> progress(body);
      case "hint" -> hint(body);
      case "file" -> insist(working.take(body));
      case "removed" -> insist(working.takeAway(body));
      default -> throw new Forged("a frame is of the kind " + frame.kind());
    }
    if (heard.bytes() > limits().outputMb() * MIB) {
      end(Ending.OUTPUT);
    }
  }

  private void insist(boolean allowed) {
    if (!allowed) {
      end(Ending.FILES);
    }
  }

  private void progress(JsonObject body) {
    if (heard.mayTellProgress(clock.instant())
        && body.find("done").orElse(Json.Null.VALUE) instanceof Json.Num(BigDecimal done)) {
      Double total =
          body.find("total").orElse(Json.Null.VALUE) instanceof Json.Num(BigDecimal all)
              ? all.doubleValue()
              : null;
      String message =
          body.text("message").map(text -> Shortened.to(Shortened.HINT_MAX, text)).orElse(null);
      request.calls().progress(done.doubleValue(), total, message);
    }
  }

  private void hint(JsonObject body) throws Forged {
    ViolationKind kind;
    try {
      kind = ViolationKind.valueOf(body.text("kind").orElse("").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Forged("a hint is of no known kind", e);
    }
    String target = body.text("target").orElse("?");
    boolean mayStart = kind == ViolationKind.PROCESS && limits().processes() > 0;
    boolean mayRead = kind == ViolationKind.FILESYSTEM && request.config().paths().shows(target);
    if (mayStart || mayRead) {
      return;
    }
    String action = Shortened.name(body.text("action").orElse("?"));
    heard.note(Violations.hint(kind, action, target, clock.instant()));
  }

  private void call(Frame frame) throws Forged {
    long id = frame.body().whole("id").orElseThrow(() -> new Forged("a call has no id"));
    String operation = Shortened.name(frame.body().text("operation").orElse(""));
    JsonObject arguments = frame.body().object("arguments").orElse(JsonObject.EMPTY);
    if (!budget.takeCall(frame.bytes())) {
      end(budget.spent());
      return;
    }
    // The reading thread must go on: a program may write all its calls before it reads an answer.
    calls.take(() -> answer(id, operation, arguments)); // the budget bounds what can wait
  }

  private void answer(long id, String operation, JsonObject arguments) {
    if (ending.get() != null) {
      return;
    }
    JsonObject.Builder answer = JsonObject.builder().put("id", id);
    try {
      answer.put("value", request.calls().call(operation, arguments));
    } catch (AthenaException e) {
      answer.put("error", told(e));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, operation + " failed for a program", e);
      answer.put("error", told(new InternalFailure(operation + " failed inside Athena", e)));
    }
    byte[] frame = frameOf(id, answer.build());
    if (!budget.takeBytes(frame.length)) {
      end(budget.spent());
      return;
    }
    tryToWrite(() -> cell.frames().write(frame));
  }

  /** What no frame can carry becomes an error, so that the program does not wait for it. */
  private static byte[] frameOf(long id, JsonObject answer) {
    try {
      return Frames.json("answer", answer);
    } catch (Frames.TooLarge _) {
      JsonObject error =
          JsonObject.builder()
              .put("code", ErrorCode.QUOTA_EXCEEDED.wireName())
              .put("message", "the answer is larger than one call can carry")
              .put("hint", "ask for less at a time")
              .build();
      return frameOf(id, JsonObject.builder().put("id", id).put("error", error).build());
    }
  }

  private static JsonObject told(AthenaException e) {
    JsonObject.Builder error =
        JsonObject.builder()
            .put("code", e.code().wireName())
            .put("message", e.problem())
            .put("hint", e.hint());
    if (e instanceof RateLimited limited) {
      error.put("retry_after_ms", limited.retryAfterMillis());
    }
    return error.build();
  }

  /** Says something. */
  @FunctionalInterface
  private interface Word {
    void say() throws IOException;
  }

  /** Writes to a program that may be gone, which its end will show. */
  private static void tryToWrite(Word word) {
    try {
      word.say();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a program does not listen any more", e);
    }
  }

  private void end(Ending why) {
    if (ending.compareAndSet(null, why)) {
      cell.kill();
    }
  }

  private SandboxLimits limits() {
    return request.config().limits();
  }
}
