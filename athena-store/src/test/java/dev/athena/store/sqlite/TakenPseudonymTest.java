package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.Use;
import dev.athena.privacy.Vault;
import dev.athena.privacy.VaultRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two values may want the same pseudonym; here the first of them is put there by hand. */
class TakenPseudonymTest extends PrivacyFixture {
  private static final String TEXT = "Lunch with ann.smith@harbour.example.org";

  /** How many values may want the same, as it is documented. */
  private static final int ATTEMPTS_MAX = 8;

  @Test
  void aValueWhosePseudonymIsTakenGetsAnotherAndKeepsIt() {
    Pseudonym wanted = asked();
    take(wanted);

    Pseudonym other = asked();
    assertThat(other).isNotEqualTo(wanted);
    assertThat(stored()).isEqualTo(other);
    assertThat(stored()).as("again").isEqualTo(other);
    assertThat(asked()).isEqualTo(other);
    assertThat(row(wanted).orElseThrow().digest()).isNotEqualTo(row(other).orElseThrow().digest());
  }

  @Test
  void afterSoManyAttemptsTheCallFailsAndNothingIsStored() {
    for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
      take(asked());
    }
    Pseudonym last = asked();
    assertThat(stored()).as("the last attempt").isEqualTo(last);

    vault.write(tx -> tx.store(Vault.class).remove("local", last));
    take(last);
    assertThatThrownBy(this::stored).hasMessageContaining("same pseudonym");
  }

  /** Two redactors may find a value missing at once; the second finds what the first kept. */
  @Test
  void whatAnotherKeptMeanwhileIsTaken() {
    Pseudonym kept = stored();
    VaultRow row = row(kept).orElseThrow();

    boolean added = vault.write(tx -> tx.store(Vault.class).add(row));

    assertThat(added).isFalse();
    assertThat(stored()).isEqualTo(kept);
  }

  @Test
  void nothingIsAddedWhereAnotherPseudonymStandsForTheSameValue() {
    Pseudonym kept = stored();
    VaultRow row = row(kept).orElseThrow();
    Pseudonym other = in(privacy.text("local", TEXT.replace("ann", "bob"), Use.ASKED).value());
    vault.write(tx -> {
      tx.store(Vault.class).addAlias("local", other, kept);
      return true;
    });

    assertThat(add(other, row.digest())).as("the same value").isFalse();
    assertThat(add(other, new byte[32])).as("another value").isTrue();
    List<VaultRow> standing = vault.read(tx -> tx.store(Vault.class).standing("local", other));
    assertThat(standing).hasSize(2);
  }

  private boolean add(Pseudonym pseudonym, byte[] digest) {
    byte[] sealed = row(stored()).orElseThrow().sealed();
    VaultRow row = new VaultRow(pseudonym, "local", clock.instant(), digest, sealed);
    return vault.write(tx -> tx.store(Vault.class).add(row));
  }

  private void take(Pseudonym pseudonym) {
    byte[] sealed =
        keyring
            .sealer("local", Purpose.VAULT)
            .seal(new Place("local", "concealed", pseudonym.toString(), "value"), new byte[] {1});
    VaultRow row = new VaultRow(pseudonym, "local", clock.instant(), new byte[32], sealed);
    boolean added = vault.write(tx -> tx.store(Vault.class).add(row));
    assertThat(added).isTrue();
  }

  private Optional<VaultRow> row(Pseudonym pseudonym) {
    return vault.read(tx -> tx.store(Vault.class).find("local", pseudonym));
  }

  private Pseudonym asked() {
    return in(privacy.text("local", TEXT, Use.ASKED).value());
  }

  private Pseudonym stored() {
    return in(privacy.text("local", TEXT, Use.STORED).value());
  }

  private static Pseudonym in(String text) {
    return Pseudonym.in(text).getFirst().pseudonym();
  }
}
