package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.SystemSources;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditRecord;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Screen;
import dev.athena.recall.UsageCounter;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.store.sqlite.SqliteStorage;
import dev.athena.store.sqlite.VaultStorage;
import dev.athena.testkit.InMemoryStorage;
import dev.athena.testkit.WordsEmbedder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes again and again goes on after a failure that nobody foresaw, and logs no words. */
class GoingOnTest {
  private static final String WORDS = "the password of ann is swordfish";
  private static final long PATIENCE_SECONDS = 60;

  private final Logger logger = Logger.getLogger("dev.athena.app.engine");
  private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final CountDownLatch second = new CountDownLatch(1);
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord one) {
          logged.add(one);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir private Path home;

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(handler);
  }

  private EngineOptions options() {
    return new EngineOptions(
        home,
        LocalEmbedder.Options.DEFAULT_MODEL,
        1,
        SandboxOptions.DEFAULT,
        Protection.usual(home, SystemSources.clock()),
        SystemSources.clock(),
        ZoneOffset.UTC,
        new SecureRandom());
  }

  /** Returns what opens a storage, but not when it is first asked. */
  private OpeningStorage atSecondTry(Supplier<Storage> opener) {
    return new OpeningStorage(() -> {
      if (tries.incrementAndGet() == 1) {
        throw new IllegalStateException(WORDS);
      }
      second.countDown();
      return opener.get();
    });
  }

  private void assertLoggedWithoutWords(String message) {
    assertThat(logged).anyMatch(one -> one.getMessage().contains(message));
    for (LogRecord one : logged) {
      StringWriter all = new StringWriter();
      all.write(one.getMessage());
      if (one.getThrown() != null) {
        one.getThrown().printStackTrace(new PrintWriter(all));
      }
      assertThat(all.toString()).doesNotContain("swordfish");
    }
    assertThat(logged)
        .anyMatch(one ->
            one.getThrown() != null
                && one.getThrown().toString().contains("IllegalStateException"));
  }

  @Test
  void theAuditIsLookedAfterAgain() throws InterruptedException {
    EngineOptions options = options();
    try (Stores real = Stores.of(options)) {
      OpeningStorage vault =
          atSecondTry(() -> VaultStorage.open(options.storeFolder(), real.keyring()));
      Stores stores = new Stores(real.memories(), vault, real.sessions(), real.keyring());
      try (vault;
          AuditWork work = new AuditWork(stores, options)) {
        work.notes().count(Caller.local(Namespace.ofProject("p")), "recall", AuditOutcome.DONE);
        work.begin(Duration.ofMillis(1));
        assertThat(second.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        while (records(vault).isEmpty()) {
          Thread.onSpinWait();
        }

        assertThat(records(vault)).anyMatch(one -> one.event().target().equals("operations"));
        assertThat(tries).hasValue(2);
      }
    }
    assertLoggedWithoutWords("the audit could not be looked after");
  }

  private static List<AuditRecord> records(Storage vault) {
    AuditFilter all = new AuditFilter(Namespace.LOCAL_TENANT, null, null, null, null, null);
    return vault.read(tx -> tx.store(AuditLog.class).newest(all, AuditLog.PAGE_MAX));
  }

  @Test
  void choresAreDoneAgain() throws InterruptedException {
    CountDownLatch steps = new CountDownLatch(3);
    AtomicInteger minutes = new AtomicInteger();
    InstantSource hasty = () -> Instant.EPOCH.plus(Duration.ofMinutes(minutes.incrementAndGet()));
    try (Storage storage = new InMemoryStorage();
        BackgroundWork work =
            new BackgroundWork(
                new VectorFiller(storage, new WordsEmbedder()),
                new UsageCounter(storage, hasty),
                hasty,
                new BackgroundWork.Chores(
                    home.resolve("lock"),
                    List.of(() -> {
                      steps.countDown();
                      if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException(WORDS);
                      }
                      return (int) steps.getCount();
                    }),
                    List.of()))) {
      work.start();

      assertThat(steps.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertLoggedWithoutWords("a chore failed");
  }

  @Test
  void executionsAreLookedAfterAgain() {
    EngineOptions options = options();
    try (Stores real = Stores.of(options);
        OpeningStorage memories =
            atSecondTry(() -> SqliteStorage.open(options.storeFolder(), real.keyring()))) {
      Stores stores = new Stores(memories, real.vault(), real.sessions(), real.keyring());
      Privacy privacy =
          new Privacy(
              new Privacy.World(
                  stores.vault(),
                  stores.keyring(),
                  Detectors.patient(options.clock()),
                  new TimeOrderedIds(options.clock(), options.chance()),
                  options.clock(),
                  ExportedFiles.NONE));
      try (Code code =
          Code.of(options, stores, new Code.Watch(Screen.OPEN, privacy.bridge(), _ -> {}))) {
        code.lookAfter();
        assertThat(memories.isOpen()).isFalse();

        code.lookAfter();
        assertThat(memories.isOpen()).isTrue();
      }
    }
    assertLoggedWithoutWords("the records of executions could not be looked after");
  }
}
