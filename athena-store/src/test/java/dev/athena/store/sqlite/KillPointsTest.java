package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.crypto.Purpose;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever changes a home as a whole, memories and vault, may be killed at any moment: what was
 * begun is finished by the next process, nothing is lost, and nothing is left of what had to go.
 */
final class KillPointsTest {
  private static final Logger LOG = Logger.getLogger(KillPointsTest.class.getName());
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);

  private static final int POINTS = 10;
  private static final int SUBJECTS = 12;
  private static final int MENTIONS = 6;

  @TempDir private Path work;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final InMemoryKeyring keys = new InMemoryKeyring(SEED);

  @BeforeEach
  void makeKeys() {
    keys.makeAll(Seals.KEYS_OF_STORE);
    keys.makeAll(Namespace.LOCAL_TENANT); // before they are handed to another process
  }

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(work)).isEmpty();
  }

  @Test
  void aRotationIsFinishedWhereverItWasKilled() throws Exception {
    Path home = home();
    List<Integer> unfinished = new ArrayList<>();
    int steps = (SUBJECTS * MENTIONS + SUBJECTS) / 3;
    for (int point = 0; point < POINTS; point++) {
      List<byte[]> old = newest();
      assertThat(containsAny(home, old)).isTrue();
      keys.rotate();

      kill(random.nextInt(steps), random.nextInt(15), home);

      try (PrivateHome again = new PrivateHome(home, keys)) {
        int left = sealAll(again);
        unfinished.add(left);
        keys.destroyOldAsRotationsDo();
        assertWhole(again, 0);
        again.memories.purge();
        again.vault.purge();
        assertThat(containsAny(home, old)).as("point %d, seed %d", point, SEED).isFalse();
      }
    }
    LOG.info("seed %d: rotations, rows left when killed: %s".formatted(SEED, unfinished));
    assertThat(unfinished).anyMatch(left -> left > 0);
  }

  @Test
  void aFormerStoreIsSealedWhereverThatWasKilled() throws Exception {
    Path plain = work.resolve("plain");
    try (SqliteStorage storage = SqliteStorage.open(plain)) {
      Canaries.write(storage);
      for (int i = 0; i < SUBJECTS; i++) {
        Canaries.remember(storage, "An owl, number " + i);
      }
    }
    List<Integer> unfinished = new ArrayList<>();
    for (int point = 0; point < POINTS; point++) {
      Path home = Files.createDirectory(work.resolve("former-" + point));
      FormerStore.copy(plain, home);
      assertThat(Canaries.foundIn(home)).containsAll(Canaries.WRITTEN);

      kill(random.nextInt(12), random.nextInt(15), home);

      try (PrivateHome again = new PrivateHome(home, keys)) {
        unfinished.add(sealAll(again));
        assertThat(again.faults()).isEmpty();
        assertThat(again.memories.verify().plain()).isZero();
        assertThat(Canaries.read(again.memories)).containsAll(Canaries.WRITTEN);
        again.memories.purge();
        assertThat(Canaries.foundIn(home)).as("point %d, seed %d", point, SEED).isEmpty();
      }
    }
    LOG.info("seed %d: migrations, rows left when killed: %s".formatted(SEED, unfinished));
    assertThat(unfinished).anyMatch(left -> left > 0);
  }

  @Test
  void anErasureIsFinishedWhereverItWasKilled() throws Exception {
    Path home = home();
    int resumed = 0;
    int complete = 0;
    for (int point = 0; point < POINTS; point++) {
      String value = subject(point);
      List<byte[]> old;
      try (PrivateHome before = new PrivateHome(home, keys)) {
        JsonObject plan = before.erase(value, true);
        assertThat(plan.array("ids").orElseThrow().size()).isEqualTo(MENTIONS);
        old = sealedParts(home, plan);
        assertThat(containsAny(home, old)).isTrue();
      }

      kill(0, random.nextInt(150), home, value);

      try (PrivateHome again = new PrivateHome(home, keys)) {
        int finished = again.resume();
        int left = again.erase(value, true).array("ids").orElseThrow().size();
        resumed += finished;
        complete += finished == 0 && left == 0 ? 1 : 0;
        assertThat(left).as("begun means done, seed %d", SEED).isIn(0, MENTIONS);
        assertThat(finished == 1 && left > 0).isFalse();
        if (left > 0) {
          again.erase(value, false); // it was killed before it was written down
        }
        JsonObject after = again.erase(value, true);
        assertThat(after.array("ids").orElseThrow().size()).isZero();
        assertThat(after.array("pseudonyms").orElseThrow().size()).isZero();
        assertThat(containsAny(home, old)).as("point %d, seed %d", point, SEED).isFalse();
        assertWhole(again, point + 1);
      }
    }
    LOG.info(
        "seed %d: of %d erasures %d were resumed, %d were complete, the rest had not begun"
            .formatted(SEED, POINTS, resumed, complete));
    assertThat(resumed + complete).isPositive();
  }

  /** Starts a process that changes the home, and kills it after some of its steps and a while. */
  private void kill(int steps, int millis, Path home, String... value) throws Exception {
    Path file = Files.writeString(work.resolve("keys.json"), keys.write());
    List<String> arguments = new ArrayList<>(List.of(home.toString(), file.toString()));
    arguments.addAll(List.of(value));
    try (Child child = Child.start(ChildKeeper.class, work, arguments.toArray(String[]::new))) {
      for (int step = 0; step <= steps; step++) {
        String said = child.hear();
        assertThat(said).as(child.errors()).isIn(ChildKeeper.STEP, ChildKeeper.DONE);
        if (ChildKeeper.DONE.equals(said)) {
          break;
        }
      }
      // The moment of the kill is the point of the test.
      assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
      child.kill();
      assertThat(child.errors()).isEmpty();
    }
  }

  private Path home() {
    Path home = work.resolve("home");
    try (PrivateHome open = new PrivateHome(home, keys)) {
      for (int subject = 0; subject < SUBJECTS; subject++) {
        for (int mention = 0; mention < MENTIONS; mention++) {
          open.remember(
              mention % 2 == 0 ? "p" : "q",
              "Letter %d went to %s yesterday".formatted(mention, subject(subject)));
        }
      }
      sealAll(open);
    }
    return home;
  }

  private static String subject(int number) {
    return "subject%c@harbour.example.org".formatted('a' + number);
  }

  private static int sealAll(PrivateHome home) {
    int all = 0;
    for (int done = home.sealAnew(50); done > 0; done = home.sealAnew(50)) {
      all += done;
    }
    return all;
  }

  /** Checks that subjects that were not erased have all that was remembered of them. */
  private static void assertWhole(PrivateHome home, int erased) {
    assertThat(home.faults()).isEmpty();
    for (int subject : new int[] {erased, SUBJECTS - 1}) {
      JsonObject plan = home.erase(subject(subject), true);
      assertThat(plan.array("ids").orElseThrow().size()).isEqualTo(MENTIONS);
      assertThat(plan.array("pseudonyms").orElseThrow().size()).isEqualTo(1);
    }
  }

  /** Returns what everything begins with that is sealed with the newest keys. */
  private List<byte[]> newest() {
    return Stream.of(Purpose.CONTENT, Purpose.VAULT)
        .map(purpose -> keys.sealer(Namespace.LOCAL_TENANT, purpose).newestKeyId())
        .map(id -> ByteBuffer.allocate(5).put((byte) 1).putInt(id).array())
        .toList();
  }

  /** Returns all sealed values of the rows that a plan of an erasure names. */
  private static List<byte[]> sealedParts(Path home, JsonObject plan) {
    List<byte[]> parts = new ArrayList<>();
    try (Sql sql = new Database(home, Layout.MEMORIES, UnaryOperator.identity()).openReader()) {
      for (Json id : plan.array("ids").orElseThrow().values()) {
        sql.each(
            "select * from memory where id = ?",
            row -> addSealed(row, parts),
            ((Json.Text) id).value());
      }
    }
    try (Sql sql = new Database(home, Layout.VAULT, UnaryOperator.identity()).openReader()) {
      for (Json pseudonym : plan.array("pseudonyms").orElseThrow().values()) {
        sql.each(
            "select sealed from concealed where ? like '%' || pseudonym || '%'",
            row -> addSealed(row, parts), ((Json.Text) pseudonym).value());
      }
    }
    assertThat(parts).hasSizeGreaterThan(MENTIONS);
    return parts;
  }

  private static void addSealed(ResultSet row, List<byte[]> parts) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      if (row.getObject(column) instanceof byte[] bytes && bytes.length > 32 && bytes[0] == 1) {
        parts.add(bytes);
      }
    }
  }

  private static boolean containsAny(Path home, List<byte[]> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (wanted.stream()
            .anyMatch(one -> content.contains(new String(one, StandardCharsets.ISO_8859_1)))) {
          return true;
        }
      }
    }
    return false;
  }
}
