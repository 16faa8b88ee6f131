package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.storage.Storage;
import dev.athena.store.sqlite.VaultStorage;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditGlanceTest {
  private final TestClock clock = new TestClock();
  private Storage vault;

  @BeforeEach
  void open(@TempDir Path home) {
    vault = VaultStorage.open(home, new InMemoryKeyring(1));
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void sharesAreKnownOfHoweverOftenKeysWereRotatedSince() {
    note("rotated", AuditLog.PAGE_MAX + 1);
    assertThat(AuditGlance.backup(vault)).isEmpty();
    note(AuditGlance.BACKED_UP, 1);
    Instant made = clock.instant();
    assertThat(AuditGlance.backup(vault)).contains(made);

    note("rotated", AuditLog.PAGE_MAX - 1);
    assertThat(AuditGlance.backup(vault)).as("the last of a page").contains(made);
    note("rotated", 1);
    assertThat(AuditGlance.backup(vault)).as("the first of the next").contains(made);
    note("rotated", AuditLog.PAGE_MAX);
    assertThat(AuditGlance.backup(vault)).as("a page further").contains(made);

    note(AuditGlance.BACKED_UP, 1);
    assertThat(AuditGlance.backup(vault)).as("the newest").contains(clock.instant());
  }

  private void note(String event, int times) {
    clock.advance(Duration.ofSeconds(1));
    AuditEvent told =
        new AuditEvent(
            clock.instant(),
            Namespace.LOCAL_TENANT,
            "local",
            AuditAction.KEY,
            AuditOutcome.DONE,
            "keychain",
            "",
            JsonObject.builder().put("event", event).build());
    int last =
        vault.write(tx -> {
          AuditLog log = tx.store(AuditLog.class);
          for (int i = 1; i < times; i++) {
            log.append(told);
          }
          return (int) log.append(told).number();
        });
    assertThat(last).isPositive();
  }
}
