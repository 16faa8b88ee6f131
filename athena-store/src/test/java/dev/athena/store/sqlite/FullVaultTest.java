package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditKeys;
import dev.athena.episodic.EpisodeStore;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.Use;
import dev.athena.privacy.Vault;
import dev.athena.privacy.VaultRow;
import dev.athena.storage.StorageFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the vault cannot grow, nothing is remembered whose values it does not have. */
class FullVaultTest extends PrivacyFixture {
  private final List<Connection> connections = new ArrayList<>();
  @TempDir private Path home;

  @Override
  VaultStorage openVault() {
    UnaryOperator<Connection> noted =
        connection -> {
          connections.add(connection);
          return connection;
        };
    return VaultStorage.open(home, keyring, noted);
  }

  @Test
  void aFullDiskIsAFailureAndNothingIsLost() throws SQLException {
    List<String> kept = new ArrayList<>();
    kept.add(rememberEvent("Lunch with " + address(0)));
    pragma("pragma max_page_count = 1"); // as many as there are now

    assertThatThrownBy(
            () -> {
              for (int i = 1; i < 500; i++) {
                clock.advance(Duration.ofSeconds(1));
                kept.add(rememberEvent("Lunch with " + address(i)));
              }
            })
        .isInstanceOf(StorageFailure.class)
        .hasMessageNotContaining("subject")
        .hasStackTraceContaining("full");

    assertThat(kept).hasSizeLessThan(500);
    long episodes =
        memories.read(tx -> tx.store(EpisodeStore.class).count(Namespace.ofProject("p")));
    assertThat(episodes).as("what was not acknowledged is not there").isEqualTo(kept.size());
    pragma("pragma max_page_count = 1000000");
    clock.advance(Duration.ofSeconds(1));
    kept.add(rememberEvent("Lunch with " + address(kept.size())));
    for (int i = 0; i < kept.size(); i++) {
      String text = privacy.text("local", "Lunch with " + address(i), Use.ASKED).value();
      Pseudonym known = Pseudonym.in(text).getFirst().pseudonym();
      Optional<VaultRow> row = vault.read(tx -> tx.store(Vault.class).find("local", known));
      assertThat(row).isPresent();
      assertThat(recalled(i)).isEqualTo(text);
    }
    assertThat(vault.damage()).isEmpty();
    assertThat(vault.open()).isPositive();
    assertThat(privacy.faults("local")).isEmpty();
    assertThat(vault.read(tx -> AuditChain.verify(tx, AuditKeys.of(keyring))).faults()).isEmpty();
  }

  /** The ids are in order of time, as the episodes of a page are. */
  private String recalled(int number) {
    return memories
        .read(tx ->
            tx.store(EpisodeStore.class).page(Namespace.ofProject("p"), Optional.empty(), 500))
        .get(number)
        .content();
  }

  private static String address(int number) {
    return "subject%d@harbour.example.org".formatted(number);
  }

  private void pragma(String pragma) throws SQLException {
    for (Connection connection : connections) {
      if (!connection.isClosed()) {
        try (Statement statement = connection.createStatement()) {
          boolean told = statement.execute(pragma);
          assertThat(told).isTrue();
        }
      }
    }
  }
}
