package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.SealBroken;
import dev.athena.error.AthenaException;
import dev.athena.storage.StorageFailure;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the file of a sealed store, and what does not. */
final class SealedFileTest {
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);
  private static final int FLIPS = Integer.getInteger("athena.flips", 150);

  private final InMemoryKeyring keys = new InMemoryKeyring(SEED);

  @TempDir private Path home;

  @AfterEach
  void nothingIsLeftOpen() {
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  @Test
  void withoutTheKeyNoWordIsReadableAndWithItAllAre() throws IOException {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);

      assertThat(Canaries.foundIn(home)).as("while open, in the log too").isEmpty();
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(storage.verify().damage()).isEmpty();
      assertThat(storage.verify().plain()).isZero();
    }
    assertThat(Canaries.foundIn(home)).as("after closing").isEmpty();
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
    }
  }

  /** What looks for words finds them where they are. */
  @Test
  void inAPlainStoreEveryWordIsReadable() throws IOException {
    try (SqliteStorage storage = SqliteStorage.open(home)) {
      Canaries.write(storage);

      assertThat(Canaries.foundIn(home)).containsAll(Canaries.WRITTEN);
      assertThat(storage.verify().damage()).isEmpty();
    }
  }

  @Test
  void theSchemaThatIsExpectedIsTheOneThatIsMade() {
    SqliteStorage.open(home).close();

    try (Sql sql = database().openReader()) {
      assertThat(new VerifyingSchema(sql).found()).isEqualTo(VerifyingSchema.EXPECTED);
    }
  }

  @Test
  void withoutKeysASealedStoreIsRefused() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
    }

    assertThatThrownBy(() -> SqliteStorage.open(home))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("sealed")
        .hasMessageContaining("without keys");
  }

  @Test
  void whoHasAStoreOpenWithoutKeysWritesNoMoreOnceItIsSealed() {
    try (SqliteStorage plain = SqliteStorage.open(home)) {
      Canaries.write(plain);
      try (SqliteStorage sealed = SqliteStorage.open(home, keys)) {
        assertThatThrownBy(() -> Canaries.remember(plain, "Too late."))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("without keys");
        Canaries.sealAll(sealed, 10);
        assertThatThrownBy(() -> Canaries.read(plain))
            .isInstanceOf(StorageFailure.class)
            .hasMessageContaining("without keys");
      }
    }
  }

  @Test
  void withOtherKeysNothingIsRead() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
    }

    try (SqliteStorage storage = SqliteStorage.open(home, new InMemoryKeyring(SEED + 1))) {
      assertThatThrownBy(() -> Canaries.read(storage)).isInstanceOf(SealBroken.class);
      assertThat(storage.verify().damage()).isNotEmpty();
    }
  }

  @Test
  void onlyTheFirstLinesOfMuchDamageAreKept() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
      for (int i = 0; i < StoreVerification.DAMAGE_MAX + 1; i++) {
        Canaries.remember(storage, "Something else, number " + i);
      }
    }
    damage(StoreVerification.DAMAGE_MAX);
    assertThat(verified().damage()).hasSize(StoreVerification.DAMAGE_MAX);
    damage(StoreVerification.DAMAGE_MAX + 1);
    assertThat(verified().damage()).hasSize(StoreVerification.DAMAGE_MAX);
  }

  /** Changes some changes, of which each is one line of damage. */
  private void damage(int rows) {
    try (Sql sql = database().openWriter()) {
      sql.update(
          "update change set proof = 1 where n in (select n from change order by n limit ?)", rows);
    }
  }

  private StoreVerification verified() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      return storage.verify();
    }
  }

  @Test
  void whileTheKeysAreLockedNothingIsWrittenOrReadAndAfterThatAllIs() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
      keys.lock(true);

      assertThatThrownBy(() -> Canaries.read(storage)).isInstanceOf(KeysUnavailable.class);
      assertThatThrownBy(() -> Canaries.remember(storage, "Locked out."))
          .isInstanceOf(KeysUnavailable.class);

      keys.lock(false);
      Canaries.remember(storage, "Back again.");
      assertThat(Canaries.read(storage)).containsAll(Canaries.WRITTEN);
      assertThat(storage.verify().damage()).isEmpty();
    }
  }

  @Test
  void whatWasForgottenIsGoneFromEveryFile() throws IOException {
    try (SqliteStorage plain = SqliteStorage.open(home)) {
      Canaries.write(plain);
      for (int i = 0; i < 200; i++) {
        Canaries.remember(plain, "Something else, number " + i);
      }
      assertThat(Canaries.foundIn(home)).isNotEmpty();

      Canaries.forgetAll(plain);
      assertThat(plain.purge()).isTrue();

      assertThat(Canaries.foundIn(home)).isEmpty();
      assertThat(Canaries.postingsOf(home)).isZero();
    }
  }

  @Test
  void aRowThatWasChangedIsNeverRead() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
    }
    for (Canaries.Change each : Canaries.CHANGES) {
      String change = each.made();
      try (Sql sql = database().openWriter()) {
        sql.execute("begin");
        assertThat(sql.update(change)).as(change).isPositive();
        sql.execute("commit");
      }
      try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
        assertThat(storage.verify().damage()).as(change).isNotEmpty();
      }
      try (Sql sql = database().openWriter()) {
        sql.update(each.undone());
      }
      try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
        assertThat(storage.verify().damage()).as("undone: " + change).isEmpty();
      }
    }
  }

  @Test
  void everyBitThatIsFlippedIsFoundOrMeansNothing() throws IOException {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      Canaries.write(storage);
      for (int i = 0; i < 60; i++) {
        Canaries.remember(storage, "Something else, number " + i);
      }
    }
    Path file = home.resolve("athena.db");
    byte[] whole = Files.readAllBytes(file);
    FilePages pages = FilePages.of(whole);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(whole.length);
      boolean wantsMeaning = i % 4 > 0;
      while (pages.isUnused(at) == wantsMeaning) {
        at = random.nextInt(whole.length);
      }
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      String flip =
          "seed %d, flip %d, byte %d of page %d".formatted(SEED, i, at % 8192, at / 8192 + 1);
      if (wantsMeaning) {
        assertThat(isTold()).as(flip).isTrue();
      } else {
        assertThat(isReadWhole()).as(flip).isTrue();
      }
    }
    Files.write(file, whole);
    assertThat(isTold()).isFalse();
  }

  private boolean isReadWhole() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      return Canaries.read(storage).containsAll(Canaries.WRITTEN);
    }
  }

  private boolean isTold() {
    try (SqliteStorage storage = SqliteStorage.open(home, keys)) {
      return !storage.verify().damage().isEmpty();
    } catch (AthenaException _) {
      return true;
    }
  }

  private Database database() {
    return new Database(home, Layout.MEMORIES, UnaryOperator.identity());
  }
}
