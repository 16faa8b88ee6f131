package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Brokers: how many there are, how they end, and what is left then. */
class SrtBrokersTest {
  /** Those of others on this machine. */
  private final Set<Long> before =
      processes().map(ProcessHandle::pid).collect(Collectors.toUnmodifiableSet());

  @Test
  void thereAreAsManyAsTheLimitAndTheOldestWithoutAProgramMakesRoom() throws IOException {
    try (SrtMachine machine = new SrtMachine()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < Brokers.MAX; i++) {
        cells.add(machine.cell(config(i)));
      }

      assertThat(machine.wall.brokers().size()).isEqualTo(Brokers.MAX);
      assertThat(cells).allMatch(Cell::isAlive);

      cells.getFirst().use();
      cells.add(machine.cell(config(Brokers.MAX)));

      assertThat(machine.wall.brokers().size()).isEqualTo(Brokers.MAX);
      assertThat(cells.get(1).exit()).isNotEqualTo(-1);
      assertThat(cells.get(1).isAlive()).isFalse();
      assertThat(cells.getFirst().isAlive()).isTrue();
      cells.forEach(Cell::close);
    }
  }

  @Test
  void whereAllHaveProgramsThereIsNoRoom() throws IOException {
    try (SrtMachine machine = new SrtMachine()) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < Brokers.MAX; i++) {
        cells.add(machine.cell(config(i)));
        cells.getLast().use();
      }

      assertThatThrownBy(() -> machine.cell(config(Brokers.MAX)))
          .isInstanceOf(SandboxUnavailable.class)
          .hasMessageContaining("4 different lists");
      assertThat(cells).allMatch(Cell::isAlive);
      cells.forEach(Cell::close);
    }
  }

  @Test
  void whatNobodyNeedsAnyMoreIsEndedAtTheSecondLook() throws IOException {
    try (SrtMachine machine = new SrtMachine()) {
      Brokers brokers = machine.wall.brokers();
      try (Cell cell = machine.cell(config(0))) {
        brokers.endIdle();
        brokers.endIdle();
        assertThat(brokers.size()).isEqualTo(1);
        assertThat(cell.isAlive()).isTrue();
      }

      Broker broker = brokers.of(SrtSettings.of(blueprint(0)));
      Eventually.holds(() -> assertThat(broker.isNeeded()).isFalse());
      brokers.endIdle();
      assertThat(brokers.of(SrtSettings.of(blueprint(0)))).isSameAs(broker);
      brokers.endIdle();
      assertThat(brokers.size()).isEqualTo(1);

      brokers.endIdle();
      assertThat(brokers.size()).isZero();
      assertThat(broker.isAlive()).isFalse();
    }
  }

  @Test
  void whenABrokerDiesItsSandboxesEndAndTheNextOneWorks() throws IOException {
    try (SrtMachine machine = new SrtMachine()) {
      Cell orphan = machine.cell(config(0));
      Broker broker = machine.wall.brokers().of(SrtSettings.of(blueprint(0)));

      boolean killed = ProcessHandle.of(broker.pid()).orElseThrow().destroyForcibly();

      assertThat(killed).isTrue();
      Eventually.holds(() -> assertThat(orphan.isAlive()).isFalse());
      Eventually.holds(() -> assertThat(ours()).isEmpty());
      orphan.close();
      Outcome outcome = machine.run(Language.PYTHON, "1 + 1", config(0));
      assertThat(outcome.result()).isEqualTo(Json.of(2));
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    List<Path> there = folders();
    try (SrtMachine machine = new SrtMachine()) {
      machine.run(Language.PYTHON, "open('/tmp/a', 'w').write('x')", config(0));
      Cell waiting = machine.cell(config(1));
      assertThat(folders()).hasSize(there.size() + 2);
      assertThat(waiting.isAlive()).isTrue();
      assertThat(ours()).hasSizeGreaterThan(4);
    }

    Eventually.holds(() -> assertThat(ours()).isEmpty());
    assertThat(folders()).isEqualTo(there);
  }

  @Test
  void aBrokerEndsWithAthena() throws IOException {
    List<Path> there = folders();
    try (SrtMachine machine = new SrtMachine()) {
      Outcome outcome = machine.run(Language.PYTHON, "1 + 1", config(0));
      assertThat(outcome.result()).isEqualTo(Json.of(2));
      Broker broker = machine.wall.brokers().of(SrtSettings.of(blueprint(0)));

      broker.hangUp();

      Eventually.holds(() -> assertThat(broker.isAlive()).isFalse());
      Eventually.holds(() -> assertThat(folders()).isEqualTo(there));
      Eventually.holds(() -> assertThat(ours()).isEmpty());
    }
  }

  @Test
  void settingsAreCheckedBySrtItself() throws IOException {
    try (SrtMachine machine = new SrtMachine()) {
      assertThatThrownBy(() -> machine.cell(SrtMachine.config("*.com")))
          .isInstanceOf(SandboxUnavailable.class)
          .hasMessageContaining("network.allowedDomains.0")
          .hasMessageContaining("Overly broad patterns");
      assertThat(machine.wall.brokers().size()).isZero();
    }
  }

  private static Blueprint blueprint(int number) {
    return Blueprint.of(Language.PYTHON, config(number));
  }

  private static SandboxConfig config(int number) {
    return SrtMachine.config("host-%d.example.org".formatted(number));
  }

  /** Returns the command lines of brokers and of all that they and their sandboxes started. */
  private List<String> ours() {
    return processes()
        .filter(process -> !before.contains(process.pid()))
        .map(process -> process.info().commandLine().orElse(""))
        .toList();
  }

  private static Stream<ProcessHandle> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> {
          String line = process.info().commandLine().orElse("");
          return line.contains(BrokerFolder.PREFIX) || line.contains("broker.mjs");
        });
  }

  private static List<Path> folders() {
    try (Stream<Path> paths = Files.list(Path.of("/var/tmp"))) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith(BrokerFolder.PREFIX))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
