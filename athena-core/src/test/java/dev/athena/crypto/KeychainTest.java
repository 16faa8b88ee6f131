package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KeychainTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Place HERE = new Place("local", "memory", "mem_1", "content");
  private static final byte[] PLAIN = "the cat sat".getBytes(StandardCharsets.UTF_8);

  private final MemoryKeychainFile file = new MemoryKeychainFile();
  private final RawMasterKey master = key(1);
  private final Keychain keychain = open(master);

  @Test
  void keysAreMadeWhenTheyAreFirstAskedForAndAreTheSameInEveryProcess() {
    assertThat(keychain.exists()).isFalse();
    assertThat(keychain.histories()).isEmpty();
    assertThat(file.changes()).isZero();

    byte[] sealed = keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);

    assertThat(keychain.exists()).isTrue();
    assertThat(open(master).sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
    assertThat(open(master).secrets("local", Purpose.INDEX).getFirst().bytes())
        .isEqualTo(keychain.secrets("local", Purpose.INDEX).getFirst().bytes());
  }

  @Test
  void everyTenantAndPurposeHasKeysOfItsOwn() {
    byte[] sealed = keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);

    assertThatThrownBy(() -> keychain.sealer("other", Purpose.CONTENT).open(HERE, sealed))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> keychain.sealer("local", Purpose.VAULT).open(HERE, sealed))
        .isInstanceOf(SealBroken.class);
    assertThat(keychain.secrets("local", Purpose.INDEX).getFirst().bytes())
        .hasSize(32)
        .isNotEqualTo(keychain.secrets("local", Purpose.AUDIT).getFirst().bytes())
        .isNotEqualTo(keychain.secrets("other", Purpose.INDEX).getFirst().bytes());
  }

  @Test
  void whatSealsDoesNotHashAndTheOtherWayRound() {
    assertThatThrownBy(() -> keychain.sealer("local", Purpose.INDEX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keychain.secrets("local", Purpose.VAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRotatedKeyComesFirstAndTheOlderOnesStay() {
    SecretKey before = keychain.secrets("local", Purpose.PSEUDONYM).getFirst();
    byte[] sealed = keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);
    Keychain other = open(master);
    Sealer early = other.sealer("local", Purpose.CONTENT);

    keychain.rotate(KeyScope.of("local", Purpose.PSEUDONYM));
    keychain.rotate(KeyScope.all(Purpose.CONTENT));

    List<SecretKey> secrets = other.secrets("local", Purpose.PSEUDONYM);
    assertThat(secrets).extracting(SecretKey::version).containsExactly(1, 0);
    assertThat(secrets.getLast().bytes()).isEqualTo(before.bytes());
    Sealer late = other.sealer("local", Purpose.CONTENT);
    assertThat(late.newestKeyId()).isNotEqualTo(early.newestKeyId());
    assertThat(late.open(HERE, sealed)).isEqualTo(PLAIN);
  }

  @Test
  void theScopeOfARotationIsKeptTo() {
    keychain.secrets("one", Purpose.INDEX);
    keychain.secrets("two", Purpose.INDEX);
    keychain.secrets("two", Purpose.AUDIT);

    keychain.rotate(KeyScope.of("two", Purpose.INDEX));

    assertThat(keychain.secrets("one", Purpose.INDEX)).hasSize(1);
    assertThat(keychain.secrets("two", Purpose.INDEX)).hasSize(2);
    assertThat(keychain.secrets("two", Purpose.AUDIT)).hasSize(1);
    keychain.rotate(KeyScope.all(Purpose.INDEX));
    assertThat(keychain.secrets("one", Purpose.INDEX)).hasSize(2);
    assertThat(keychain.secrets("two", Purpose.INDEX)).hasSize(3);
  }

  @Test
  void aSecretHasVersionsUpTo31AndTheNextOneIsRefused() {
    keychain.secrets("local", Purpose.PSEUDONYM);
    for (int version = 1; version <= 31; version++) {
      keychain.rotate(KeyScope.all(Purpose.PSEUDONYM));
    }
    byte[] before = file.bytes();

    assertThat(keychain.secrets("local", Purpose.PSEUDONYM).getFirst().version()).isEqualTo(31);
    assertThatThrownBy(() -> keychain.rotate(KeyScope.all(Purpose.PSEUDONYM)))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("this key has had 32 versions, and there can be no more");
    assertThat(file.bytes()).isEqualTo(before);
  }

  @Test
  void aKeysetHasUpTo32VersionsAtATime() {
    keychain.sealer("local", Purpose.VAULT);
    for (int version = 1; version <= 31; version++) {
      keychain.rotate(KeyScope.all(Purpose.VAULT));
    }

    assertThatThrownBy(() -> keychain.rotate(KeyScope.all(Purpose.VAULT)))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("32 versions");
  }

  @Test
  void agesAndStatesAreOnRecord() {
    keychain.sealer("local", Purpose.CONTENT);
    Keychain later = open(master, NOW.plus(Duration.ofDays(365)));

    KeyHistory before = later.histories().getFirst();
    assertThat(before.isDue(NOW.plus(Duration.ofDays(364)), Duration.ofDays(365))).isFalse();
    assertThat(before.isDue(NOW.plus(Duration.ofDays(365)), Duration.ofDays(365))).isTrue();
    later.destroyOlder(later.rotate(KeyScope.all(Purpose.CONTENT)));

    List<KeyVersion> versions = later.histories().getFirst().versions();
    assertThat(versions)
        .extracting(KeyVersion::state)
        .containsExactly(KeyVersion.State.DESTROYED, KeyVersion.State.NEWEST);
    assertThat(versions.getFirst().created()).isEqualTo(NOW);
    assertThat(versions.getFirst().destroyed()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    assertThat(later.verify()).isEqualTo(1);
  }

  @Test
  void ofDestroyedVersionsTheOldestAreForgottenPastTheLimit() {
    keychain.sealer("local", Purpose.CONTENT);
    for (int version = 1; version <= KeyHistory.REMEMBERED_MAX; version++) {
      keychain.destroyOlder(keychain.rotate(KeyScope.all(Purpose.CONTENT)));
    }

    KeyHistory history = keychain.histories().getFirst();
    assertThat(history.versions()).hasSize(KeyHistory.REMEMBERED_MAX);
    assertThat(history.versions().getFirst().version()).isEqualTo(1);
    assertThat(history.newest().version()).isEqualTo(KeyHistory.REMEMBERED_MAX);
  }

  @Test
  void aWrongMasterKeyOpensNothingAndDamagesNothing() {
    keychain.sealer("local", Purpose.CONTENT);
    byte[] before = file.bytes();
    Keychain wrong = open(key(2));

    for (Purpose purpose : List.of(Purpose.CONTENT, Purpose.VAULT)) {
      assertThatThrownBy(() -> wrong.sealer("local", purpose))
          .isInstanceOfSatisfying(
              KeysUnavailable.class,
              refused -> assertThat(refused.hint()).contains("athena keys recover"))
          .hasMessageContaining(master.checkValue());
    }
    assertThatThrownBy(wrong::histories).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(wrong::verify).isInstanceOf(KeysUnavailable.class);
    assertThatThrownBy(() -> wrong.rotate(KeyScope.all(Purpose.CONTENT)))
        .isInstanceOf(KeysUnavailable.class);
    assertThat(file.bytes()).isEqualTo(before);
  }

  @Test
  void oneBitChangedAnywhereIsNoticed() {
    keychain.sealer("local", Purpose.CONTENT);
    keychain.secrets("zoë", Purpose.INDEX);
    keychain.rotate(KeyScope.all(Purpose.INDEX));
    byte[] whole = file.bytes();

    for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
      byte[] changed = whole.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      file.put(changed);
      assertThatThrownBy(() -> open(master).verify())
          .as("bit %d", bit)
          .isInstanceOf(KeysUnavailable.class);
    }
    assertThatThrownBy(() -> keychain.sealer("new", Purpose.CONTENT))
        .isInstanceOf(KeysUnavailable.class);
    file.put(whole);
    assertThat(keychain.verify()).isEqualTo(3);
  }

  @Test
  void aTruncatedDocumentIsNoticedAndLeftAsItIs() {
    keychain.sealer("local", Purpose.CONTENT);
    byte[] whole = file.bytes();

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      file.put(part);
      assertThatThrownBy(() -> keychain.sealer("local", Purpose.VAULT))
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("the keychain was changed or damaged");
      assertThat(file.bytes()).isEqualTo(part);
    }
  }

  @Test
  void keysExchangedBetweenTenantsAreNoticed() {
    keychain.sealer("one", Purpose.CONTENT);
    keychain.sealer("two", Purpose.CONTENT);
    String text = new String(file.bytes(), StandardCharsets.UTF_8);

    file.put(
        text.replace("\"one\"", "\"tmp\"")
            .replace("\"two\"", "\"one\"")
            .replace("\"tmp\"", "\"two\"")
            .getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> keychain.sealer("one", Purpose.CONTENT))
        .isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void aDocumentThatVanishesIsNotMadeAnew() {
    keychain.sealer("local", Purpose.CONTENT);
    file.remove();

    assertThatThrownBy(() -> keychain.sealer("local", Purpose.CONTENT))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("gone");
    assertThat(file.load()).isEmpty();
  }

  @Test
  void aNewMasterKeyOpensTheSameKeysAndTheOldOneNothing() {
    byte[] sealed = keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);
    SecretKey secret = keychain.secrets("local", Purpose.AUDIT).getFirst();
    keychain.rotate(KeyScope.all(Purpose.CONTENT));
    Keychain running = open(master);
    assertThat(running.verify()).isEqualTo(3);
    RawMasterKey fresh = key(2);

    keychain.rewrap(fresh);

    assertThat(keychain.sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
    assertThat(open(fresh).sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
    assertThat(open(fresh).secrets("local", Purpose.AUDIT).getFirst().bytes())
        .isEqualTo(secret.bytes());
    assertThat(open(fresh).verify()).isEqualTo(3);
    assertThatThrownBy(() -> open(master).verify()).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void aRewrapThatIsKilledLeavesTheOldMasterKeyOrTheNewOne() {
    keychain.sealer("local", Purpose.CONTENT);
    RawMasterKey fresh = key(2);

    file.failAt(0, false);
    assertThatThrownBy(() -> keychain.rewrap(fresh)).isInstanceOf(MemoryKeychainFile.Killed.class);
    assertThat(open(master).verify()).isEqualTo(1);

    file.failAt(0, true);
    assertThatThrownBy(() -> keychain.rewrap(fresh)).isInstanceOf(MemoryKeychainFile.Killed.class);
    assertThat(open(fresh).verify()).isEqualTo(1);
  }

  @Test
  void aRunningProcessFollowsToANewMasterKey() {
    List<RawMasterKey> present = new ArrayList<>(List.of(master));
    Keychain running = new Keychain(file, _ -> present.getFirst(), InstantSource.fixed(NOW));
    Sealer before = running.sealer("local", Purpose.CONTENT);
    RawMasterKey fresh = key(2);
    open(master).rewrap(fresh);
    present.addFirst(fresh);

    Sealer after = running.sealer("local", Purpose.CONTENT);

    assertThat(after.open(HERE, before.seal(HERE, PLAIN))).isEqualTo(PLAIN);
  }

  @Test
  void nothingIsUnwrappedTwice() {
    Sealer first = keychain.sealer("local", Purpose.CONTENT);
    open(master).sealer("other", Purpose.CONTENT);

    assertThat(keychain.sealer("local", Purpose.CONTENT)).isSameAs(first);
  }

  @Test
  void keysThatManyThreadsAndProcessesMakeAtOnceAreMadeOnce()
      throws InterruptedException, ExecutionException {
    List<Future<List<Integer>>> all = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (int process = 0; process < 8; process++) {
        Keychain own = process % 2 == 0 ? keychain : open(master);
        all.add(pool.submit(() -> newestOfTenants(own)));
      }
    }

    for (Future<List<Integer>> each : all) {
      assertThat(each.get()).isEqualTo(all.getFirst().get());
    }
    assertThat(open(master).verify()).isEqualTo(20);
  }

  private static List<Integer> newestOfTenants(Keychain own) {
    List<Integer> newest = new ArrayList<>();
    for (int tenant = 0; tenant < 20; tenant++) {
      newest.add(own.sealer("tenant " + tenant, Purpose.CONTENT).newestKeyId());
    }
    return newest;
  }

  @Test
  void tenantsAreTakenToTheirLimitAndRefusedOnePast() {
    ChainKey key = ChainKey.create();
    KeychainDocument document = KeychainDocument.empty(master, key);
    for (int tenant = 0; tenant < KeychainDocument.TENANTS_MAX; tenant++) {
      document = document.with(history("t" + tenant), new byte[0]);
    }
    KeychainDocument full = document.with(history("t0"), new byte[0]);

    assertThat(full.entries()).hasSize(KeychainDocument.TENANTS_MAX);
    assertThatThrownBy(() -> full.with(history("one more"), new byte[0]))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("1,000 tenants");
  }

  @Test
  void theNameOfATenantIsTakenToItsLimitAndRefusedOnePast() {
    String longest = "x".repeat(Slot.TENANT_LENGTH_MAX);

    assertThat(keychain.secrets(longest, Purpose.INDEX)).hasSize(1);
    assertThatThrownBy(() -> keychain.secrets(longest + "x", Purpose.INDEX))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> keychain.secrets("", Purpose.INDEX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingThatIsPrintedHasAKeyInIt() {
    keychain.sealer("local", Purpose.CONTENT);

    assertThat(master).hasToString("master key " + master.checkValue());
    assertThat(keychain.secrets("local", Purpose.INDEX).getFirst())
        .hasToString("secret key of version 0");
  }

  private static KeyHistory history(String tenant) {
    return new KeyHistory(tenant, Purpose.INDEX, List.of(new KeyVersion(0, 0, NOW, null, null)));
  }

  private Keychain open(MasterKey present) {
    return open(present, NOW);
  }

  private Keychain open(MasterKey present, Instant now) {
    return new Keychain(file, _ -> present, InstantSource.fixed(now));
  }

  private static RawMasterKey key(int fill) {
    byte[] bytes = new byte[RawMasterKey.BYTES];
    Arrays.fill(bytes, (byte) fill);
    return RawMasterKey.of("file", "test " + fill, bytes);
  }
}
