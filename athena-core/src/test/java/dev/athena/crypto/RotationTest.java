package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {
  private static final KeyScope CONTENT = KeyScope.all(Purpose.CONTENT);

  private final MemoryKeychainFile file = new MemoryKeychainFile();
  private final RawMasterKey master = RawMasterKey.of("file", "test", new byte[32]);
  private final Keychain keychain = open();
  private final Told told = new Told();

  @Test
  void everythingIsSealedAnewBeforeTheOlderKeyIsDestroyed() {
    SealedRows rows = rows(500);

    Rotation.Ended ended = new Rotation(keychain).run(CONTENT, List.of(rows), told);

    assertThat(ended).isEqualTo(Rotation.Ended.DESTROYED);
    assertThat(told.rows).containsExactly(200, 200, 100);
    assertThat(told.keys).extracting(each -> each.newest().version()).containsExactly(1);
    assertThat(rows.texts(open())).isEqualTo(texts(500));
    assertThat(states()).containsExactly(KeyVersion.State.DESTROYED, KeyVersion.State.NEWEST);
    assertThat(open().verify()).isEqualTo(1);
  }

  @Test
  void whatADestroyedKeySealedDoesNotOpen() {
    Place place = new Place("local", "rows", "backup", "text");
    byte[] old = keychain.sealer("local", Purpose.CONTENT).seal(place, new byte[] {1});

    assertThat(new Rotation(keychain).run(CONTENT, List.of(rows(1)), told))
        .isEqualTo(Rotation.Ended.DESTROYED);

    assertThatThrownBy(() -> keychain.sealer("local", Purpose.CONTENT).open(place, old))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void aRotationThatIsKilledAnywhereLosesNothingAndIsFinishedByTheNext() {
    SealedRows rows = rows(500);
    int kills = 0;
    for (int change = 0; change < 2; change++) {
      for (boolean after : List.of(false, true)) {
        file.failAt(change, after);
        kills += killed(rows);
      }
    }
    for (int step = 0; step < 4; step++) {
      rows.failAt(step);
      kills += killed(rows);
    }

    assertThat(kills).isEqualTo(8);
    assertThat(new Rotation(open()).run(CONTENT, List.of(rows), told))
        .isEqualTo(Rotation.Ended.DESTROYED);
    assertThat(rows.texts(open())).isEqualTo(texts(500));
    assertThat(open().histories().getFirst().older()).isEmpty();
  }

  /** Runs a rotation that is killed, looks that nothing is lost, and lets another one finish it. */
  private int killed(SealedRows rows) {
    int before = keychain.histories().getFirst().newest().version();
    assertThatThrownBy(() -> new Rotation(open()).run(CONTENT, List.of(rows), told))
        .isInstanceOf(MemoryKeychainFile.Killed.class);
    assertThat(rows.texts(open())).isEqualTo(texts(500));
    boolean finished = open().histories().getFirst().older().isEmpty();
    if (!finished) {
      assertThat(new Rotation(open()).run(CONTENT, List.of(rows), told))
          .isEqualTo(Rotation.Ended.DESTROYED);
      assertThat(keychain.histories().getFirst().newest().version())
          .as("the interrupted rotation is finished, not begun anew")
          .isEqualTo(before + 1);
    }
    return 1;
  }

  @Test
  void olderVersionsOfPseudonymsAndTheAuditStay() {
    for (Purpose purpose : List.of(Purpose.PSEUDONYM, Purpose.AUDIT, Purpose.SIGNATURE)) {
      keychain.secrets("local", purpose);
      SealedRows rows = rows(1);

      for (int version = 1; version <= 2; version++) {
        assertThat(new Rotation(keychain).run(KeyScope.all(purpose), List.of(rows), told))
            .isEqualTo(Rotation.Ended.KEPT);
      }

      assertThat(keychain.secrets("local", purpose))
          .extracting(SecretKey::version)
          .containsExactly(2, 1, 0);
    }
  }

  @Test
  void withoutAStoreNothingIsDestroyedAndNoFurtherVersionIsMade() {
    keychain.sealer("local", Purpose.CONTENT);

    for (int run = 0; run < 3; run++) {
      assertThat(new Rotation(keychain).run(CONTENT, List.of(), told))
          .isEqualTo(Rotation.Ended.NO_STORE);
    }

    assertThat(states()).containsExactly(KeyVersion.State.OLDER, KeyVersion.State.NEWEST);
  }

  @Test
  void whereThereAreNoKeysNothingIsRotated() {
    keychain.sealer("local", Purpose.VAULT);

    assertThat(new Rotation(keychain).run(CONTENT, List.of(rows(0)), told))
        .isEqualTo(Rotation.Ended.NOTHING);
  }

  @Test
  void aVersionThatBecameOlderMeanwhileIsNotDestroyed() {
    SealedRows rows = rows(10);
    SealedValues rotating =
        limit -> {
          int sealed = rows.sealAnew(limit);
          if (sealed == 0) {
            open().rotate(CONTENT);
          }
          return sealed;
        };

    assertThat(new Rotation(keychain).run(CONTENT, List.of(rotating), told))
        .isEqualTo(Rotation.Ended.DESTROYED);

    assertThat(states())
        .containsExactly(
            KeyVersion.State.DESTROYED, KeyVersion.State.OLDER, KeyVersion.State.NEWEST);
    assertThat(rows.texts(open())).isEqualTo(texts(10));
  }

  @Test
  void aStoreMayTakeTheMostStepsAndIsGivenUpOnePast() {
    SealedRows three = rows(2 * Rotation.STEP);

    assertThat(new Rotation(keychain, 3).run(CONTENT, List.of(three), told))
        .isEqualTo(Rotation.Ended.DESTROYED);
    assertThatThrownBy(() -> new Rotation(keychain, 2).run(CONTENT, List.of(three), told))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("after 2 steps");
    assertThat(keychain.histories().getFirst().older()).hasSize(1);
  }

  private SealedRows rows(int count) {
    SealedRows rows = new SealedRows(keychain);
    texts(count).forEach(rows::add);
    return rows;
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(at -> "row " + at).toList();
  }

  private List<KeyVersion.State> states() {
    return open().histories().getFirst().versions().stream().map(KeyVersion::state).toList();
  }

  private Keychain open() {
    return new Keychain(file, _ -> master, InstantSource.fixed(Instant.EPOCH));
  }

  private static final class Told implements Rotation.Progress {
    private final List<Integer> rows = new ArrayList<>();
    private List<KeyHistory> keys = List.of();

    @Override
    public void begun(List<KeyHistory> begun) {
      keys = begun;
    }

    @Override
    public void sealedAnew(int count) {
      rows.add(count);
    }
  }
}
