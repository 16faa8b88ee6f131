package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.crypto.Purpose;
import dev.athena.index.IndexStore;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.principal.Namespace;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores are sealed, and sealed with other keys, while they are used. */
final class SealingAnewTest {
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);

  /** More kills than there are steps. */
  private static final int KILLS_MAX = 100;

  /** More statements than a step has. */
  private static final int STATEMENTS_MAX = 1_000;

  private static final int OWLS = 40;

  private final InMemoryKeyring keys = new InMemoryKeyring(SEED);

  @TempDir private Path work;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(work)).isEmpty();
  }

  @Test
  void aFormerStoreIsSealedWhileItIsUsed() throws IOException {
    Path home = formerStore();
    assertThat(Canaries.foundIn(home)).as("before").containsAll(Canaries.WRITTEN);

    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(storage.verify().plain()).isPositive();
      int owls = OWLS;
      while (storage.sealAnew(7) > 0) {
        assertThat(owls(storage)).isEqualTo(owls);
        assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
        assertThat(storage.verify().damage()).isEmpty();
        Canaries.remember(storage, "An owl that came meanwhile, number " + owls++);
      }
      assertThat(storage.verify()).extracting(StoreVerification::plain).isEqualTo(0L);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(Canaries.foundIn(home)).as("after, while open").isEmpty();
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(owls(storage)).isEqualTo(owls);
    }
    assertThat(Canaries.foundIn(home)).as("after closing").isEmpty();
  }

  @Test
  void whatChangesWhileAFormerStoreIsSealedIsSealedWithAllThatBelongsToIt() {
    Path home = formerStore();
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage); // supersedes and updates what is there

      assertThat(storage.verify().damage()).isEmpty();
      Canaries.sealAll(storage, 1_000);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(storage.verify().plain()).isZero();
    }
  }

  @Test
  void afterAllKeysWereRotatedNothingOfTheOldOnesIsLeft() throws IOException {
    Path home = work.resolve("home");
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
      owls(storage, 0);
      assertThat(Canaries.sealAll(storage, 10)).as("there is nothing to do").isZero();
      byte[] old = prefix();
      assertThat(contains(home, old)).isTrue();

      keys.rotate();
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(owls(storage)).isEqualTo(OWLS);
      assertThat(Canaries.sealAll(storage, 10)).isGreaterThan(OWLS);
      keys.destroyOld();

      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(owls(storage)).isEqualTo(OWLS);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(contains(home, prefix())).isTrue();
      assertThat(contains(home, old)).isFalse();
      assertThat(Canaries.sealAll(storage, 10)).as("there is nothing to do").isZero();
    }
  }

  @Test
  void nobodyNoticesThatKeysAreRotated() throws Exception {
    try (SqliteStorage storage = SqliteStorage.open(work.resolve("home"), keys);
        ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Canaries.write(storage);
      owls(storage, 0);
      AtomicBoolean over = new AtomicBoolean();
      CountDownLatch begun = new CountDownLatch(2);
      Future<Integer> written =
          pool.submit(() -> {
            int count = 0;
            while (!over.get()) {
              Canaries.remember(storage, "A fox, number " + count++);
              begun.countDown();
            }
            return count;
          });
      Future<Integer> reads =
          pool.submit(() -> {
            int count = 0;
            while (!over.get()) {
              assertThat(owls(storage)).isEqualTo(OWLS);
              assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
              count++;
              begun.countDown();
            }
            return count;
          });
      assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
      for (int round = 0; round < 4; round++) {
        keys.rotate();
        Canaries.sealAll(storage, 10);
        keys.destroyOld();
      }
      over.set(true);

      int foxes = written.get(60, TimeUnit.SECONDS);
      assertThat(reads.get(60, TimeUnit.SECONDS)).isPositive();
      assertThat(facts(storage)).isGreaterThanOrEqualTo((long) OWLS + foxes);
      assertThat(storage.verify().damage()).isEmpty();
    }
  }

  @Test
  void whicheverStatementFailsTheNextStepGoesOn() {
    Path home = formerStore();
    FaultyConnections faults = new FaultyConnections();
    try (SqliteStorage storage = SqliteStorage.open(home, keys, faults)) {
      boolean failed = true;
      for (int n = 1; failed; n++) {
        faults.failAt(n);
        try {
          storage.sealAnew(2);
        } catch (StorageFailure _) {
          assertThat(faults.hasFailed()).isTrue();
        }
        failed = faults.hasFailed();
        faults.stop();
        assertThat(n).isLessThan(STATEMENTS_MAX);
      }
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(storage.verify().damage()).isEmpty();
      Canaries.sealAll(storage, 100);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(storage.verify().plain()).isZero();
      assertThat(owls(storage)).isEqualTo(OWLS);
    }
  }

  @Test
  void afterEachKillTheNextProcessGoesOn() throws Exception {
    Path home = formerStore();
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      storage.sealAnew(1);
    }
    sealByKilledProcesses(home);
    keys.rotate();
    sealByKilledProcesses(home);
    keys.destroyOld();

    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      assertThat(storage.sealAnew(10)).isZero();
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(owls(storage)).isEqualTo(OWLS);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(storage.verify().plain()).isZero();
    }
    assertThat(Canaries.foundIn(home)).isEmpty();
  }

  private void sealByKilledProcesses(Path home) throws Exception {
    Path file = Files.writeString(work.resolve("keys.json"), keys.write());
    Random random = new Random(SEED);
    boolean done = false;
    for (int kill = 0; !done; kill++) {
      try (Child child = Child.start(ChildSealing.class, work, home.toString(), file.toString())) {
        String said = child.hear();
        assertThat(said).as(child.errors()).isIn(ChildSealing.STEP, ChildSealing.DONE);
        pause(random.nextInt(30));
        List<String> last = child.kill();
        done = ChildSealing.DONE.equals(said) || last.contains(ChildSealing.DONE);
        assertThat(child.errors()).isEmpty();
      }
      assertThat(kill).isLessThan(KILLS_MAX);
    }
  }

  /** Lets time pass: the moment of the kill is the point of the test. */
  private static void pause(int millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private Path formerStore() {
    Path plain = work.resolve("plain");
    try (SqliteStorage storage = SqliteStorage.open(plain)) {
      Canaries.write(storage);
      owls(storage, 0);
    }
    Path home = work.resolve("home");
    assertThat(home.toFile().mkdirs()).isTrue();
    FormerStore.copy(plain, home);
    return home;
  }

  private static void owls(Storage storage, int from) {
    for (int i = from; i < from + OWLS; i++) {
      Canaries.remember(storage, "An owl, number " + i);
    }
  }

  /** Returns how many memories a search for owls finds. */
  private static int owls(Storage storage) {
    return found(storage, "owl");
  }

  private static int found(Storage storage, String term) {
    SearchRequest request =
        new SearchRequest(
            Canaries.HERE, SearchFilter.ALL, List.of(term), null, "words-128", Set.of());
    return storage
        .<List<?>>read(tx -> tx.store(IndexStore.class).search(request).evidence())
        .size();
  }

  private static long facts(Storage storage) {
    return storage.read(tx -> tx.store(FactStore.class).count(Canaries.HERE));
  }

  /** Returns what everything begins with that is sealed with the newest key. */
  private byte[] prefix() {
    int id = keys.sealer(Namespace.LOCAL_TENANT, Purpose.CONTENT).newestKeyId();
    return ByteBuffer.allocate(5).put((byte) 1).putInt(id).array();
  }

  private static boolean contains(Path home, byte[] bytes) throws IOException {
    String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
