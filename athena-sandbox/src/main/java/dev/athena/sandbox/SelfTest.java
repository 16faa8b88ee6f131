package dev.athena.sandbox;

import dev.athena.execution.Backend;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Proves, before the first program of a back end runs, that its walls stand on this machine.
 *
 * <p>A probe tries them from inside: what must be refused is, and what must work does, since a
 * sandbox in which nothing works proves nothing. If one wall does not stand, nothing runs.
 */
final class SelfTest {
  private static final Logger LOG = Logger.getLogger(SelfTest.class.getName());

  /** Runs the probe in a sandbox of one kind and returns what it found. */
  @FunctionalInterface
  interface Probe {
    JsonObject run(Backend backend);
  }

  private final Probe probe;
  private final Map<Backend, List<Walls.Standing>> results = new EnumMap<>(Backend.class);

  SelfTest(Probe probe) {
    this.probe = probe;
  }

  /**
   * Runs the probe, once for each back end.
   *
   * @throws SandboxUnavailable if a wall does not stand; it says which
   */
  void require(Backend backend) {
    List<String> faults =
        walls(backend).stream()
            .filter(wall -> !wall.stands())
            .map(wall -> wall.name() + " (" + wall.found() + ")")
            .toList();
    if (!faults.isEmpty()) {
      throw new SandboxUnavailable(
          "the walls of the sandbox do not stand on this machine: " + String.join("; ", faults),
          "run `athena sandbox test`, which shows each wall",
          null);
    }
  }

  /** Returns each wall and whether it stands. */
  synchronized List<Walls.Standing> walls(Backend backend) {
    List<Walls.Standing> known = results.get(backend);
    if (known == null) {
      known = Walls.of(backend, probe.run(backend));
      results.put(backend, known);
      LOG.fine("self-test of " + backend + ": " + known);
    }
    return known;
  }
}
