package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.json.JsonObject;
import dev.athena.storage.Storage;
import dev.athena.testkit.InMemoryKeyring;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds what somebody with the file did to the audit. */
class AuditFileTest {
  private static final int RECORDS = 20;

  @TempDir private Path home;
  private final InMemoryKeyring keyring = new InMemoryKeyring(7);
  private Storage vault;

  @BeforeEach
  void write() {
    vault = VaultStorage.open(home, keyring);
    for (int i = 1; i <= RECORDS; i++) {
      append(i);
    }
  }

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void whatWasWrittenIsWhole() {
    assertThat(verdict()).isEqualTo(new Verdict(RECORDS, 0, 0, List.of()));
    keyring.rotate();
    append(RECORDS + 1);
    assertThat(verdict().isWhole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "a byte of what is sealed => update audit set sealed = substr(sealed, 1, 30) || x'00' || substr(sealed, 32) where n = 7 => record 7",
        "an outcome in the open => update audit set outcome = 'done' where n = 7 => record 7",
        "a hash => update audit set hash = 'a' || substr(hash, 2) where n = 7 => record",
        "a record is gone => delete from audit where n = 7 => record 6 is followed by record 8",
        "the first is gone => delete from audit where n = 1 => record 0 is followed by record 2",
        "the tail is cut => delete from audit where n > 15 => the log ends with record 15",
        "all is gone => delete from audit => the log ends with record 0",
        "the end is set back => update audit_head set n = 15, hash = (select hash from audit where n = 15) => the end of the log is not marked",
        "two are exchanged => update audit set n = case n when 7 then 107 else 108 end where n in (7, 8); update audit set n = case n when 107 then 8 else 7 end where n > 100 => record 7",
        "the tail is cut and the end set back => delete from audit where n > 15; update audit_head set n = 15, hash = (select hash from audit where n = 15) => the end of the log is not marked"
      })
  void everyChangeIsFound(String what, String change, String told) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("vault.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(change);
    }

    assertThat(verdict().faults()).as(what).anyMatch(fault -> fault.contains(told));
  }

  private Verdict verdict() {
    return vault.read(tx -> AuditChain.verify(tx, AuditKeys.of(keyring)));
  }

  private void append(int i) {
    vault.write(tx ->
        tx.store(AuditLog.class)
            .append(
                new AuditEvent(
                    Instant.ofEpochSecond(i),
                    i % 2 == 0 ? "local" : "other",
                    "somebody",
                    AuditAction.REVEAL,
                    AuditOutcome.REFUSED,
                    "evt_" + i,
                    "a reason",
                    JsonObject.builder().put("purpose", "test").build())));
  }
}
