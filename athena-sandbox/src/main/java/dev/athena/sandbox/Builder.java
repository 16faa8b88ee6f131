package dev.athena.sandbox;

import dev.athena.execution.Backend;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Builds sandboxes and waits until the runner in them is ready. */
final class Builder {
  /** How long a runner may take to be ready. */
  private static final long READY_SECONDS = 20;

  private static final int SHOWN_MAX = 1_000;

  private final Map<Backend, Wall> walls;
  private final Starter starter;
  private final ScheduledExecutorService timer;
  private final InstantSource clock;

  Builder(
      Map<Backend, Wall> walls,
      Starter starter,
      ScheduledExecutorService timer,
      InstantSource clock) {
    this.walls = Map.copyOf(walls);
    this.starter = starter;
    this.timer = timer;
    this.clock = clock;
  }

  /**
   * Returns a sandbox whose runner waits for a program.
   *
   * @throws SandboxUnavailable if there is none to be had
   */
  Cell build(Blueprint blueprint) {
    Wall wall = walls.get(blueprint.backend());
    if (wall == null) {
      throw new SandboxUnavailable(
          "there is no back end " + blueprint.backend(), "choose another preset", null);
    }
    Launch launch = wall.launch(blueprint);
    Process process;
    try {
      process = starter.start(launch);
    } catch (SandboxUnavailable e) {
      launch.guard().gone();
      throw e;
    }
    Cell cell = new Cell(process, launch, clock.instant());
    cell.drainErrors();
    awaitReady(cell, launch.guard());
    return cell;
  }

  private void awaitReady(Cell cell, Guard guard) {
    ScheduledFuture<?> tooLate = timer.schedule(cell::kill, READY_SECONDS, TimeUnit.SECONDS);
    try {
      guard.started(cell);
      cell.frames().write("hello", JsonObject.EMPTY);
      Optional<Frames.Frame> first = cell.frames().read();
      if (first.isEmpty() || !first.get().kind().equals("ready")) {
        throw notReady(cell, null);
      }
    } catch (IOException | Frames.Forged e) {
      throw notReady(cell, e);
    } finally {
      tooLate.cancel(false);
    }
  }

  private static SandboxUnavailable notReady(Cell cell, @Nullable Exception e) {
    int exit = cell.exit();
    String said = cell.errors().text().strip();
    cell.close();
    return new SandboxUnavailable(
        "the sandbox did not start",
        "run `athena doctor`; the log has what it said",
        new IOException(
            "exit status %d: %s"
                .formatted(exit, said.substring(0, Math.min(said.length(), SHOWN_MAX))),
            e));
  }
}
