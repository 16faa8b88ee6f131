package dev.athena.sandbox;

import dev.athena.execution.Alert;
import dev.athena.execution.Violation;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the command of the administrator for each alert, with the alert as JSON on its input.
 *
 * <p>Nobody waits for it. What an agent or a program chose is in the input and nowhere else, so
 * that no word of it is taken for one of the command.
 */
final class AlertCommand implements Consumer<Alert> {
  private static final Logger LOG = Logger.getLogger(AlertCommand.class.getName());

  /** How long a command may take. */
  private static final long SECONDS_MAX = 30;

  /** How many commands run at once; alerts past it are in the log and on record. */
  static final int AT_ONCE_MAX = 4;

  private final String command;
  private final Semaphore running = new Semaphore(AT_ONCE_MAX);

  AlertCommand(String command) {
    this.command = command;
  }

  @Override
  public void accept(Alert alert) {
    if (!running.tryAcquire()) {
      LOG.warning("the command for alerts is busy; this one is on record only");
      return;
    }
    Thread.ofPlatform()
        .name("athena-alert")
        .daemon()
        .start(() -> {
          try {
            run(json(alert));
          } finally {
            running.release();
          }
        });
  }

  private void run(String input) {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (OutputStream to = process.getOutputStream()) {
        to.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        LOG.log(Level.FINE, "the command for alerts does not read", e);
      }
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        LOG.warning("the command for alerts took too long and was ended");
      } else if (process.exitValue() != 0) {
        LOG.warning("the command for alerts ended with " + process.exitValue());
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the command for alerts cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String json(Alert alert) {
    return JsonCodec.write(
            JsonObject.builder()
                .put("execution_id", alert.execution().value())
                .put("tenant", alert.namespace().tenant())
                .put("project", alert.namespace().project())
                .put("principal", alert.principal())
                .put("violation", JsonBinder.BASIC.write(alert.violation(), Violation.class))
                .build())
        + "\n";
  }
}
