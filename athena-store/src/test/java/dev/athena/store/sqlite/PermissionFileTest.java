package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.crypto.SealBroken;
import dev.athena.detection.SensitiveType;
import dev.athena.privacy.RevealPermission;
import dev.athena.privacy.RevealPermissions;
import dev.athena.testkit.InMemoryKeyring;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody with the file can do about permissions: nothing but take them away. */
class PermissionFileTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456789Z");

  @TempDir private Path home;
  private final InMemoryKeyring keyring = new InMemoryKeyring(7);
  private VaultStorage vault;

  @BeforeEach
  void open() {
    vault = VaultStorage.open(home, keyring);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private static RevealPermission permission(String id, int days, String... hosts) {
    return new RevealPermission(
        id,
        "local",
        "ann",
        Set.of(SensitiveType.EMAIL, SensitiveType.PHONE),
        "review",
        List.of(hosts),
        NOW.plus(Duration.ofDays(days)),
        NOW.plus(Duration.ofDays(days + 1)));
  }

  private void add(RevealPermission permission) {
    vault.<Boolean>write(tx -> {
      tx.store(RevealPermissions.class).add(permission);
      return true;
    });
  }

  private List<RevealPermission> all(String tenant) {
    return vault.read(tx -> tx.store(RevealPermissions.class).all(tenant));
  }

  @Test
  void areReadAsTheyWereGivenTheOldestFirst() {
    add(permission("rvl_1", 2, "api.example.org", "*.example.net"));
    add(permission("rvl_2", 1));

    assertThat(all("local"))
        .containsExactly(
            permission("rvl_2", 1), permission("rvl_1", 2, "api.example.org", "*.example.net"));
    assertThat(all("other")).isEmpty();
    assertThat(
            vault.<Boolean>write(tx -> tx.store(RevealPermissions.class).remove("local", "rvl_2")))
        .isTrue();
    assertThat(all("local")).hasSize(1);
  }

  @Test
  void outliveTheirKeys() {
    add(permission("rvl_1", 1));
    keyring.rotate();
    while (vault.sealAnew(1) > 0) {
      assertThat(all("local")).hasSize(1);
    }
    keyring.destroyOldAsRotationsDo();

    assertThat(all("local")).containsExactly(permission("rvl_1", 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into permission select tenant, 'rvl_9', sealed, key_id from permission",
        "insert into permission select 'other', id, sealed, key_id from permission",
        "insert into permission values ('local', 'rvl_9', x'7b7d', 1)",
        "update permission set sealed = substr(sealed, 1, 40) || x'00' || substr(sealed, 42)"
      })
  void oneThatNobodyGaveOpensNothing(String change) throws SQLException {
    add(permission("rvl_1", 1));
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("vault.db"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(change)).isEqualTo(1);
    }
    String tenant = change.contains("'other'") ? "other" : "local";

    assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> all(tenant));
    assertThatExceptionOfType(SealBroken.class).isThrownBy(vault::open);
  }
}
