package dev.athena.sandbox;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramError;
import dev.athena.execution.SandboxLimits;
import dev.athena.execution.Status;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a program ended that did not come to its end, and why.
 *
 * @param violation the limit that was broken; null if none was
 */
record Ended(Status status, ProgramError error, @Nullable String violation) {
  /** The exit status of a process that the kernel ended for a system call. */
  static final int FORBIDDEN_CALL = 128 + 31;

  private static final int KILLED = 128 + 9;
  private static final int ABORTED = 128 + 6;
  private static final int TRAPPED = 128 + 5;
  private static final int BUS = 128 + 7;
  private static final int SEGMENT = 128 + 11;

  /** What languages say last when they crash. */
  private static final Pattern CRASH = Pattern.compile("Fatal Python error|Native stack trace");

  private static final Pattern NO_MEMORY =
      Pattern.compile("out of memory|bad_alloc|Allocation failed", Pattern.CASE_INSENSITIVE);

  private static final int SIGNALS = 128;
  private static final double NEARLY = 0.8;
  private static final double MILLIS = 1_000;

  private static final String QUOTA = ErrorCode.QUOTA_EXCEEDED.wireName();
  private static final String SMALLER = "do less at once, or ask for more in the configuration";

  /** Returns what it means that Athena ended a program. */
  static Ended from(Ending ending, SandboxLimits limits) {
    return switch (ending) {
      case TIMEOUT -> timeout(limits.timeoutSeconds() + " seconds");
      case OUTPUT -> limit("output", "it wrote more than %d MiB".formatted(limits.outputMb()));
      case API_CALLS ->
          limit("api_calls", "it made more than %,d calls".formatted(limits.apiCalls()));
      case API_BYTES ->
          limit("api_mb", "more than %d MiB went through its calls".formatted(limits.apiMb()));
      case FILES ->
          limit(
              "workspace_mb",
              "its files do not fit the session: at most %,d files and %d MiB"
                  .formatted(Working.FILES_MAX, limits.workspaceMb()));
      case FORGED ->
          new Ended(
              Status.KILLED,
              ProgramError.of(
                  ErrorCode.CODE_REJECTED.wireName(),
                  "the program spoke to Athena behind the API's back",
                  "call the functions of the package athena"),
              null);
      case CANCELLED ->
          new Ended(
              Status.KILLED,
              ProgramError.of("cancelled", "the caller cancelled the program", "nothing is wrong"),
              null);
    };
  }

  /**
   * Returns what the exit status of a process means that Athena did not end.
   *
   * @param raw what came by its error stream last
   */
  static Ended byItself(int exit, SandboxLimits limits, Duration ran, String raw) {
    return switch (exit) {
      case FORBIDDEN_CALL ->
          new Ended(
              Status.KILLED,
              ProgramError.of(
                  ErrorCode.PERMISSION_DENIED.wireName(),
                  "the kernel ended the program: it made a system call that is forbidden here",
                  "programs compute, read and write files and call the memory; nothing else"),
              null);
      case KILLED -> killed(limits, ran);
      case ABORTED, TRAPPED, BUS, SEGMENT -> crashed(limits, raw);
      default ->
          new Ended(
              exit > SIGNALS ? Status.KILLED : Status.ERROR,
              ProgramError.of(
                  ErrorCode.QUERY_ERROR.wireName(),
                  exit > SIGNALS
                      ? "the program was ended by the signal " + (exit - SIGNALS)
                      : "the program ended its process itself, with exit status " + exit,
                  "let the last expression of the program be its result"),
              null);
    };
  }

  /**
   * Languages crash where no memory is left for them. They have no memory to say so then, or they
   * do; whoever says something else has another reason.
   */
  private static Ended crashed(SandboxLimits limits, String raw) {
    if (!CRASH.matcher(raw).find() || NO_MEMORY.matcher(raw).find()) {
      return outOfMemory(limits);
    }
    return new Ended(
        Status.KILLED,
        ProgramError.of(
            ErrorCode.QUERY_ERROR.wireName(),
            "the program crashed its language",
            "native code does that, as ctypes calls it, and so does a call of abort"),
        null);
  }

  static Ended outOfMemory(SandboxLimits limits) {
    return new Ended(
        Status.OUT_OF_MEMORY,
        ProgramError.of(
            QUOTA,
            "the program needed more than %d MiB of memory".formatted(limits.memoryMb()),
            "keep less in memory at once, or ask for more with limits.memory_mb"),
        "memory_mb");
  }

  /** Returns this with the place in the program. */
  Ended at(@Nullable Integer line, @Nullable String traceback) {
    return new Ended(
        status,
        new ProgramError(
            error.code(), error.type(), error.message(), error.hint(), traceback, line),
        violation);
  }

  /**
   * The kernel ends what takes too much processor time, and also what takes its last memory.
   * Threads take the time of several processors at once.
   */
  private static Ended killed(SandboxLimits limits, Duration ran) {
    double most = ran.toMillis() / MILLIS * Runtime.getRuntime().availableProcessors();
    boolean longEnough = most >= limits.cpuSeconds() * NEARLY;
    return longEnough
        ? timeout(limits.cpuSeconds() + " seconds of processor time")
        : outOfMemory(limits);
  }

  private static Ended timeout(String limit) {
    return new Ended(
        Status.TIMEOUT,
        ProgramError.of(
            ErrorCode.TIMEOUT.wireName(), "the program took more than " + limit, SMALLER),
        "timeout");
  }

  private static Ended limit(String name, String problem) {
    return new Ended(Status.KILLED, ProgramError.of(QUOTA, problem, SMALLER), name);
  }
}
