package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.episodic.EpisodeStore;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Progress;
import dev.athena.testkit.InMemoryKeyring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking through what was stored in the open goes on after a kill, and beside another. */
final class KilledRescanTest {
  private static final Logger LOG = Logger.getLogger(KilledRescanTest.class.getName());
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);
  private static final String TENANT = Namespace.LOCAL_TENANT;
  private static final String VALUE = "ann.smith@harbour.example.org";
  private static final int POINTS = 5;
  private static final int MENTIONS = 45;

  /** Pages of three kinds of memories and of executions, in two projects, and the end. */
  private static final int STEPS = 12;

  @TempDir private Path work;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final InMemoryKeyring keys = new InMemoryKeyring(SEED);
  private Path home;

  /** What was remembered, by id, each with its project. */
  private final Map<String, String> projects = new LinkedHashMap<>();

  @BeforeEach
  void makeKeys() {
    keys.makeAll(Seals.KEYS_OF_STORE);
    keys.makeAll(TENANT);
    home = work.resolve("home");
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(work)).isEmpty();
  }

  @Test
  void wasKilledAnywhere() throws Exception {
    List<Long> found = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      rememberInTheOpen();

      try (Child child = start()) {
        int steps = random.nextInt(STEPS);
        for (int step = 0; step <= steps; step++) {
          assertThat(child.hear()).as(child.errors()).isEqualTo(ChildKeeper.STEP);
        }
        // The moment of the kill is the point of the test.
        assertThat(new CountDownLatch(1).await(random.nextInt(30), TimeUnit.MILLISECONDS))
            .isFalse();
        child.kill();
        assertThat(child.errors()).isEmpty();
      }

      try (PrivateHome again = new PrivateHome(home, keys)) {
        Progress left = again.privacy.rescans().progress(TENANT);
        found.add(left.scanned());
        Progress done = again.rescanning.run(TENANT, _ -> {});
        assertThat(done.scanned()).as("each once, seed %d", SEED).isEqualTo(projects.size());
        assertThat(done.changed()).isBetween(left.changed(), (long) projects.size());
        assertThat(ends(again)).isEqualTo(point + 1);
        assertNothingIsLost(again);
      }
    }
    LOG.info("seed %d: looked through when killed: %s".formatted(SEED, found));
    assertThat(found).anyMatch(scanned -> scanned > 0 && scanned % projects.size() != 0);
  }

  @Test
  void ranTwiceAtOnceWithoutALock() throws Exception {
    rememberInTheOpen();
    try (Child one = start();
        Child other = start()) {
      for (Child child : List.of(one, other)) {
        assertThat(child.hearUntil(ChildKeeper.DONE)).isNotEmpty();
        assertThat(child.errors()).isEmpty();
      }
    }

    try (PrivateHome again = new PrivateHome(home, keys)) {
      assertThat(again.privacy.rescans().progress(TENANT).isDone()).isTrue();
      assertThat(again.rescanning.step()).isZero();
      assertNothingIsLost(again);
    }
  }

  private Child start() throws Exception {
    Path file = Files.writeString(work.resolve("keys.json"), keys.write());
    return Child.start(
        ChildKeeper.class, work, home.toString(), file.toString(), ChildKeeper.RESCAN);
  }

  private void rememberInTheOpen() {
    try (PrivateHome open = new PrivateHome(home, keys)) {
      for (int mention = 0; mention < MENTIONS; mention++) {
        String project = mention % 3 == 0 ? "p" : "q";
        String content = "Letter %d went to %s yesterday".formatted(projects.size(), VALUE);
        projects.put(open.rememberInTheOpen(project, content), project);
      }
      open.privacy.rescans().forget(TENANT);
    }
  }

  /** Every memory is there once, says what it said, and is found by the value. */
  private void assertNothingIsLost(PrivateHome again) {
    assertThat(again.faults()).isEmpty();
    int number = 0;
    for (Map.Entry<String, String> one : projects.entrySet()) {
      String content =
          again.memories.read(tx ->
              tx.store(EpisodeStore.class)
                  .find(Namespace.ofProject(one.getValue()), new MemoryId(one.getKey()))
                  .orElseThrow()
                  .content());
      assertThat(content).matches("Letter " + number++ + " went to \\[EMAIL_\\w{13}\\] yesterday");
    }
    JsonObject plan = again.erase(VALUE, true);
    assertThat(plan.array("pseudonyms").orElseThrow().size()).isEqualTo(1);
    assertThat(plan.array("ids").orElseThrow().size()).isEqualTo(projects.size());
  }

  private static int ends(PrivateHome home) {
    AuditFilter policies = new AuditFilter(TENANT, AuditAction.POLICY, null, null, null, null);
    return (int)
        home.vault.read(tx -> tx.store(AuditLog.class).newest(policies, AuditLog.PAGE_MAX)).stream()
            .filter(record -> record.event().target().equals("rescan"))
            .count();
  }
}
