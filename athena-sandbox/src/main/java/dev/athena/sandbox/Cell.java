package dev.athena.sandbox;

import dev.athena.execution.Violation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One sandbox: a process behind walls, in which a runner waits for one program. */
final class Cell implements AutoCloseable {
  private static final String CLEANER = "athena-clean";
  private static final long GONE_MILLIS = 2_000;

  /**
   * How long a sandbox stays whose program has ended. To take a process apart is work for the
   * kernel, milliseconds for Node, which the answer that somebody waits for would have to share the
   * processors with.
   */
  private static final long RETIRED_MILLIS = 15;

  private final Process process;
  private final Launch launch;
  private final Frames frames;
  private final Instant madeAt;
  private final ErrorText errors = new ErrorText();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Limit> limit = new AtomicReference<>();
  private final AtomicLong errorLength = new AtomicLong();
  private volatile boolean used;
  private @Nullable Thread drain;

  Cell(Process process, Launch launch, Instant madeAt) {
    this.process = process;
    this.launch = launch;
    this.madeAt = madeAt;
    this.frames = new Frames(process.getInputStream(), process.getOutputStream());
  }

  Frames frames() {
    return frames;
  }

  Instant madeAt() {
    return madeAt;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Notes that a program is on its way in. */
  void use() {
    used = true;
  }

  /** Returns whether a program came in, or is on its way. */
  boolean isUsed() {
    return used;
  }

  /** Returns what was seen, from outside, of the program that ran in it. */
  List<Violation> seen(Instant at) {
    return launch.guard().seen(at);
  }

  /** How much may come by the error stream, and what is done about more. */
  private record Limit(long max, Runnable tooMuch) {}

  /**
   * Begins to read the error stream, so that nothing inside ever waits for it.
   *
   * <p>Not in a virtual thread: to read a pipe holds the thread that carries it, and as long as a
   * few sandboxes wait, no request would be answered.
   */
  void drainErrors() {
    drain = Thread.ofPlatform().daemon().name("athena-errors-" + process.pid()).start(this::drain);
  }

  /** Has {@code tooMuch} done if more than {@code max} characters come by the error stream. */
  void limitErrors(long max, Runnable tooMuch) {
    limit.set(new Limit(max, tooMuch));
    checkErrors();
  }

  private void checkErrors() {
    Limit set = limit.get();
    if (set != null && errorLength.get() > set.max()) {
      set.tooMuch().run();
    }
  }

  /** Returns what came by the error stream; complete once the process is gone. */
  ErrorText errors() {
    return errors;
  }

  /** Ends the process and all that it started. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for the end, which must be near, and returns how it came; -1 if it does not come. */
  int exit() {
    try {
      if (!process.waitFor(GONE_MILLIS, TimeUnit.MILLISECONDS)) {
        kill();
        return process.waitFor(GONE_MILLIS, TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
      }
      Thread reading = drain;
      if (reading != null) {
        reading.join(GONE_MILLIS);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
      return -1;
    }
  }

  /** Ends the process without waiting for it; what was made for it is removed when it is gone. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      kill();
      Thread.ofVirtual().name(CLEANER).start(this::cleanUp);
    }
  }

  /** Ends the process soon: what it said is heard, and the answer is on its way first. */
  void retire() {
    if (closed.compareAndSet(false, true)) {
      CompletableFuture.delayedExecutor(
              RETIRED_MILLIS, TimeUnit.MILLISECONDS, Thread.ofVirtual().name(CLEANER)::start)
          .execute(this::endAndCleanUp);
    }
  }

  private void endAndCleanUp() {
    kill();
    cleanUp();
  }

  private void cleanUp() {
    process.onExit().join();
    launch.guard().gone();
  }

  private void drain() {
    char[] buffer = new char[8_192];
    try (Reader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        errorLength.addAndGet(read);
        errors.add(String.valueOf(buffer, 0, read));
        checkErrors();
      }
    } catch (IOException _) {
      // The process is gone, and with it what it still had to say.
    } finally {
      errors.close();
    }
  }
}
