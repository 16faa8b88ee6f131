package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditExport;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditUpkeep;
import dev.athena.audit.ExportCheck;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import dev.athena.storage.Storage;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The log is signed, exported and cut, and nobody else does that unnoticed. */
class AuditUpkeepTest {
  private static final Duration KEPT = Duration.ofDays(100);

  @TempDir private Path home;
  private final TestClock clock = new TestClock();
  private InMemoryKeyring keyring = new InMemoryKeyring(7);
  private Storage vault;
  private AuditUpkeep upkeep;
  private String current = "vault";

  @BeforeEach
  void open() {
    open("vault");
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void theLogIsSignedAfterSoManyRecordsOrSoMuchTime() {
    append(1);
    assertThat(upkeep.signIfDue()).isTrue();
    append(AuditUpkeep.RECORDS_SIGNED - 1);
    assertThat(upkeep.signIfDue()).isFalse();
    append(1);
    assertThat(upkeep.signIfDue()).isTrue();
    assertThat(verdict().signed()).isEqualTo(AuditUpkeep.RECORDS_SIGNED + 1);

    append(1);
    clock.advance(AuditUpkeep.TIME_SIGNED.minusSeconds(1));
    assertThat(upkeep.signIfDue()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(upkeep.signIfDue()).isTrue();
    clock.advance(AuditUpkeep.TIME_SIGNED);
    assertThat(upkeep.signIfDue()).as("nothing is new").isFalse();
    assertThat(verdict().isWhole()).isTrue();
  }

  @Test
  void oldSignaturesHoldWhenKeysAreRotated() {
    append(3);
    assertThat(upkeep.sign()).isPresent();
    keyring.rotate();
    append(3);
    List<String> file = export();

    assertThat(verdict()).isEqualTo(new Verdict(6, 0, 6, List.of()));
    assertThat(check(file).isWhole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "a signature => update audit_checkpoint set signature = 'AAAA' || substr(signature, 5) where n = 10 => the signature of record 10",
        "its time => update audit_checkpoint set at = '2026-01-01T00:00:00Z' where n = 10 => the signature of record 10",
        "a time that is none => update audit_checkpoint set at = 'x' where n = 10 => the signature of record 10",
        "a signed record is gone => delete from audit where n >= 10 => record 10 was signed, and is not there",
        "log and end are gone => delete from audit; delete from audit_head => record 10 was signed, and is not there",
        "a made up drop => delete from audit where n <= 10; insert into audit_dropped values (10, '{}') => is not signed by this Athena"
      })
  void whatWasSignedCannotBeChanged(String what, String change, String told) throws SQLException {
    append(10);
    assertThat(upkeep.sign()).isPresent();
    append(2);

    tamper(change);

    assertThat(verdict().faults()).as(what).anyMatch(fault -> fault.contains(told));
  }

  @Test
  void whatWasChangedIsNeverSigned() throws SQLException {
    append(10);
    tamper("delete from audit where n > 8");

    assertThat(upkeep.sign()).isEmpty();
    assertThat(upkeep.signIfDue()).isFalse();
  }

  @Test
  void anExportIsCheckedInItselfAndAgainstTheStore() {
    append(70);
    List<String> file = export();

    assertThat(ExportCheck.verify(file.stream())).isEqualTo(new Verdict(70, 0, 70, List.of()));
    append(5);
    assertThat(check(file)).isEqualTo(new Verdict(70, 0, 70, List.of()));
  }

  @Test
  void everyChangeOfAnExportIsFound() {
    append(9);
    assertThat(upkeep.sign()).isPresent();
    append(9);
    List<String> file = export();

    for (int line = 0; line < file.size(); line++) {
      List<String> without = new ArrayList<>(file);
      String removed = without.remove(line);
      if (line > 0 && !removed.startsWith("{\"checkpoint\":9,")) {
        assertThat(ExportCheck.verify(without.stream()).isWhole()).as(removed).isFalse();
      }
      List<String> changed = new ArrayList<>(file);
      changed.set(
          line, removed.replace("somebody", "nobody").replace("\"hash\":\"", "\"hash\":\"0"));
      if (!changed.equals(file)) {
        assertThat(ExportCheck.verify(changed.stream()).isWhole()).as(removed).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "no JSON", "[]", "{\"format\":\"athena-audit\",\"version\":2}"})
  void whatIsNoExportIsRefused(String first) {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> ExportCheck.verify(List.of(first).stream()));
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> ExportCheck.verify(List.<String>of().stream()));
  }

  @Test
  void aLineMayBeSoLongAndNoLonger() {
    append(1);
    List<String> file = new ArrayList<>(export());
    String line = file.get(1);
    file.set(1, line + " ".repeat(ExportCheck.LINE_LENGTH_MAX - line.length()));
    assertThat(check(file).isWhole()).isTrue();
    file.set(1, file.get(1) + " ");
    assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> check(file));
  }

  @Test
  void anOlderExportFindsThatTheLogWasCutOrDeleted() throws SQLException {
    append(20);
    List<String> file = export();

    tamper("delete from audit; delete from audit_head; delete from audit_checkpoint");
    assertThat(verdict().isWhole()).as("the store alone cannot tell").isTrue();
    assertThat(check(file).faults()).contains("record 1 of the file is not in the store");

    clock.advance(Duration.ofSeconds(1));
    append(30);
    assertThat(verdict().isWhole()).as("the store alone cannot tell").isTrue();
    assertThat(check(file).faults()).contains("record 1 of the file is another one in the store");
  }

  @Test
  void anOlderExportFindsThatTheStoreWasReplacedKeysAndAll() {
    append(20);
    List<String> file = export();
    vault.close();
    keyring = new InMemoryKeyring(8);
    open("other");
    clock.advance(Duration.ofSeconds(1));
    append(20);

    assertThat(check(file).faults())
        .contains("the file brings keys that are not of this Athena")
        .anyMatch(fault -> fault.contains("is another one in the store"));
  }

  @Test
  void whatIsTooOldIsDroppedInSegmentsAndTheRestCanStillBeChecked() {
    append(10);
    List<String> before = export();
    clock.advance(KEPT);
    assertThat(upkeep.drop(KEPT)).as("too few, and not long overdue").isZero();
    clock.advance(AuditUpkeep.SEGMENT_TIME.plusDays(1));
    append(5);

    assertThat(upkeep.drop(KEPT)).isEqualTo(10);

    assertThat(verdict()).isEqualTo(new Verdict(6, 10, 0, List.of()));
    assertThat(check(before).isWhole()).as("an export from before").isTrue();
    List<String> after = export();
    assertThat(check(after)).isEqualTo(new Verdict(6, 10, 16, List.of()));
    assertThat(ExportCheck.verify(after.stream()).isWhole()).isTrue();
    assertThat(upkeep.drop(KEPT)).isZero();
    clock.advance(KEPT.plus(AuditUpkeep.SEGMENT_TIME).plusDays(1));
    assertThat(upkeep.drop(KEPT)).isEqualTo(6);
    assertThat(verdict()).isEqualTo(new Verdict(1, 16, 0, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "more is removed => delete from audit where n <= 12 => record 10 is followed by record 13",
        "the tombstone is gone => delete from audit_dropped => record 0 is followed by record 11",
        "it tells more => update audit_dropped set last_n = 12, signed = replace(signed, '\"dropped\":10', '\"dropped\":12'); delete from audit where n <= 12 => is not signed by this Athena",
        "another hash => update audit_dropped set signed = replace(signed, '\"hash\":\"', '\"hash\":\"0') => is not signed by this Athena",
        "a dropped record is back => insert into audit select 3, tenant, action, outcome, at, sealed, key_id, hash from audit where n = 11 => there are records before number 11"
      })
  void whatWasDroppedByHandIsFound(String what, String change, String told) throws SQLException {
    append(10);
    assertThat(upkeep.sign()).isPresent();
    clock.advance(KEPT.plus(AuditUpkeep.SEGMENT_TIME).plusDays(1));
    append(5);
    assertThat(upkeep.drop(KEPT)).isEqualTo(10);

    tamper(change);

    assertThat(verdict().faults()).as(what).anyMatch(fault -> fault.contains(told));
  }

  @Test
  void nothingIsDroppedFromALogThatWasChanged() throws SQLException {
    append(10);
    assertThat(upkeep.sign()).isPresent();
    clock.advance(KEPT.plus(AuditUpkeep.SEGMENT_TIME).plusDays(1));
    tamper("delete from audit where n = 3");

    assertThat(upkeep.drop(KEPT)).isZero();
  }

  private void open(String folder) {
    vault = VaultStorage.open(home.resolve(folder), keyring);
    upkeep = new AuditUpkeep(vault, keyring, clock);
    current = folder;
  }

  private void tamper(String changes) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:" + home.resolve(current).resolve("vault.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(changes);
    }
  }

  private Verdict verdict() {
    return vault.read(tx -> AuditChain.verify(tx, AuditKeys.of(keyring)));
  }

  private List<String> export() {
    assertThat(upkeep.sign()).isPresent();
    List<String> lines = new ArrayList<>();
    vault.read(tx -> AuditExport.write(tx, AuditKeys.of(keyring), clock.instant(), lines::add));
    return lines;
  }

  private Verdict check(List<String> lines) {
    return vault.read(tx -> ExportCheck.verify(lines.stream(), tx, AuditKeys.of(keyring)));
  }

  private void append(int count) {
    vault.write(tx -> {
      for (int i = 0; i < count; i++) {
        tx.store(AuditLog.class)
            .append(
                new AuditEvent(
                    clock.instant(),
                    "local",
                    "somebody",
                    AuditAction.REVEAL,
                    AuditOutcome.REFUSED,
                    "evt_\u20ac\"\u2028" + i,
                    "a reason",
                    JsonObject.builder().put("purpose", "test").build()));
      }
      return true;
    });
  }
}
