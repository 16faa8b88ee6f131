package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditNotes;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditRecord;
import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.KeyVersion;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.json.JsonCodec;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.OutsideChanges;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.TestClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the audit is told of later: reads in bundles, and keys and settings that changed. */
class AuditNotesTest {
  private static final Caller OWNER = Caller.local(Namespace.ofProject("p"));

  @TempDir private Path home;
  private final TestClock clock = new TestClock();
  private final InMemoryKeyring keyring = new InMemoryKeyring(1);
  private VaultStorage vault;

  @BeforeEach
  void open() {
    vault = VaultStorage.open(home, keyring);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void readsAreToldInBundles() {
    AuditNotes notes = new AuditNotes(clock);
    for (int i = 0; i < 5; i++) {
      notes.count(OWNER, "recall", AuditOutcome.DONE);
    }
    notes.count(OWNER, "get_memory", AuditOutcome.DONE);
    notes.count(OWNER, "erase_subject", AuditOutcome.REFUSED);

    keyring.lock(true);
    assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> notes.write(vault));
    keyring.lock(false);
    assertThat(notes.write(vault)).as("what could not be written waits").isEqualTo(2);
    assertThat(notes.write(vault)).isZero();

    List<AuditEvent> told = audit(AuditAction.ACCESS);
    assertThat(told)
        .extracting(AuditEvent::outcome)
        .containsExactlyInAnyOrder(AuditOutcome.DONE, AuditOutcome.REFUSED);
    assertThat(told.getLast().details().object("calls").orElseThrow())
        .isEqualTo(JsonCodec.readObject("{\"recall\":5,\"get_memory\":1}"));
  }

  @Test
  void principalsAndEventsThatWaitHaveALimit() {
    AuditNotes notes = new AuditNotes(clock);
    for (int i = 0; i < AuditNotes.PRINCIPALS_MAX + 2; i++) {
      Caller one = new Caller(new Principal("p" + i), OWNER.namespace(), OWNER.grants());
      notes.count(one, "recall", AuditOutcome.DONE);
    }
    assertThat(notes.write(vault)).isEqualTo(AuditNotes.PRINCIPALS_MAX + 1);

    AuditEvent some = audit(AuditAction.ACCESS).getFirst();
    for (int i = 0; i < AuditNotes.EVENTS_MAX + 3; i++) {
      notes.note(some);
    }
    assertThat(notes.write(vault)).isEqualTo(AuditNotes.EVENTS_MAX + 1);
    assertThat(last(AuditAction.EXECUTION).details().whole("left_out")).contains(3L);
  }

  @Test
  void whatChangedOutsideIsToldOnce() {
    OutsideChanges changes = new OutsideChanges(vault, clock);
    KeyVersion first = new KeyVersion(0, 17, clock.instant(), null, null);
    KeyVersion old = new KeyVersion(0, 17, clock.instant(), clock.instant(), null);
    KeyVersion second = new KeyVersion(1, 18, clock.instant(), null, null);
    KeyVersion gone = new KeyVersion(0, 17, clock.instant(), clock.instant(), clock.instant());

    assertThat(changes.tell(keys(first), Map.of("privacy", "on"))).isEqualTo(2);
    assertThat(changes.tell(keys(first), Map.of("privacy", "on"))).isZero();
    assertThat(changes.tell(keys(first), Map.of())).isZero();
    assertThat(changes.tell(keys(old, second), Map.of("privacy", "off"))).isEqualTo(3);
    assertThat(changes.tell(keys(gone, second), Map.of("privacy", "off"))).isOne();

    assertThat(audit(AuditAction.KEY))
        .extracting(event -> event.details().text("event").orElseThrow())
        .containsExactly("destroyed", "created", "retired", "created");
    assertThat(audit(AuditAction.POLICY))
        .extracting(event -> event.details().text("privacy").orElseThrow())
        .containsExactly("off", "on");
  }

  private static List<KeyHistory> keys(KeyVersion... versions) {
    return List.of(new KeyHistory("local", Purpose.CONTENT, List.of(versions)));
  }

  private AuditEvent last(AuditAction action) {
    return audit(action).getFirst();
  }

  private List<AuditEvent> audit(AuditAction action) {
    return vault
        .read(tx ->
            tx.store(AuditLog.class)
                .newest(new AuditFilter("local", action, null, null, null, null), 1_000))
        .stream()
        .map(AuditRecord::event)
        .toList();
  }
}
