package dev.athena.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterKey;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.RawMasterKey;
import dev.athena.error.InvalidArgument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final Place HERE = new Place("local", "memory", "mem_1", "content");
  private static final byte[] PLAIN = {1, 2, 3};

  @TempDir private Path home;
  private TestKeys keys = new TestKeys(Path.of("unused"));
  private Path masterKey = Path.of("unused");

  @BeforeEach
  void start() {
    keys = new TestKeys(home);
    masterKey = home.resolve("keys/master.key");
  }

  @Test
  void theFirstKeyMakesTheMasterKeyAndExplainsIt() throws IOException {
    Keychain keychain = keys.open();
    assertThat(home).isEmptyDirectory();

    byte[] sealed = seal(keychain);

    assertThat(permissions(masterKey)).isEqualTo("rw-------");
    assertThat(permissions(home.resolve("keys"))).isEqualTo("rwx------");
    assertThat(home.resolve("keys/README")).content().contains("athena keys backup");
    assertThat(keys.told).singleElement().asString().contains(masterKey.toString());
    assertThat(Base64.getDecoder().decode(Files.readString(masterKey).strip())).hasSize(32);
    assertOpens(sealed);
    assertThat(keys.told).hasSize(1);
  }

  @Test
  void aMasterKeyThatOthersMayReadIsRefusedWithWhatToDo() throws IOException {
    byte[] sealed = seal(keys.open());

    for (String open : List.of("rw-r-----", "rw----r--")) {
      Files.setPosixFilePermissions(masterKey, PosixFilePermissions.fromString(open));
      refuses(() -> assertOpens(sealed), "others", "chmod 600 " + masterKey);
    }
    Files.setPosixFilePermissions(masterKey, PosixFilePermissions.fromString("rw-------"));
    assertOpens(sealed);
  }

  @Test
  void aMissingMasterKeyIsNotMadeAnew() throws IOException {
    seal(keys.open());
    Files.delete(masterKey);

    refuses(() -> seal(keys.open()), "there is no " + masterKey, "athena keys recover");
    assertThat(masterKey).doesNotExist();
  }

  @Test
  void aFileThatHoldsNoKeyIsToldAndItsContentIsNot() throws IOException {
    seal(keys.open());

    for (String wrong : List.of("", "hunter2 hunter2", "aHVudGVyMg==")) {
      Files.writeString(masterKey, wrong);
      assertThatThrownBy(() -> seal(keys.open()))
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("there is no master key in")
          .hasMessageNotContaining("unter2");
    }
    Files.write(masterKey, new byte[(int) MasterKeyFile.BYTES_MAX + 1]);
    refuses(() -> seal(keys.open()), "the limit is 4,096", "right file");
  }

  @Test
  void theMasterKeyMayComeFromTheEnvironment() throws IOException {
    keys.set(KeySettings.MASTER, "env");
    refuses(() -> seal(keys.open()), "ATHENA_MASTER_KEY is not set", "ATHENA_MASTER_KEY");
    keys.environment.put("ATHENA_MASTER_KEY", base64(1));

    byte[] sealed = seal(keys.open());

    assertThat(masterKey).doesNotExist();
    assertOpens(sealed);
    keys.environment.put("ATHENA_MASTER_KEY", base64(2));
    refuses(() -> assertOpens(sealed), "another master key", "put that master key back");
    keys.environment.remove("ATHENA_MASTER_KEY");
    Path elsewhere = Files.writeString(home.resolve("elsewhere"), base64(1) + "\n");
    keys.environment.put("ATHENA_MASTER_KEY_FILE", elsewhere.toString());
    refuses(() -> assertOpens(sealed), "others", "chmod 600");
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("r--------"));
    assertOpens(sealed);
  }

  @Test
  void theMasterKeyMayLieInAKeystore() throws IOException, GeneralSecurityException {
    Path store = home.resolve("keys.p12");
    keys.set(KeySettings.MASTER, "keystore");
    refuses(() -> seal(keys.open()), "none is set", "keys.keystore");
    keys.set(KeySettings.KEYSTORE, store.toString());
    keys.environment.put("ATHENA_KEYSTORE_PASSWORD", "correct horse");
    refuses(() -> seal(keys.open()), "there is no keystore", "keytool -genseckey -alias athena");
    writeKeystore(store, 16);
    refuses(() -> seal(keys.open()), "no AES key of 256 bits", "keys.keystore_entry");
    writeKeystore(store, 32);

    byte[] sealed = seal(keys.open());

    assertOpens(sealed);
    keys.environment.put("ATHENA_KEYSTORE_PASSWORD", "wrong");
    refuses(() -> assertOpens(sealed), "does not open", "password");
    keys.environment.remove("ATHENA_KEYSTORE_PASSWORD");
    refuses(() -> assertOpens(sealed), "needs its password", "ATHENA_KEYSTORE_PASSWORD");
    keys.answers.add("correct horse");
    assertOpens(sealed);
    keys.set(KeySettings.KEYSTORE_ENTRY, "other");
    keys.answers.add("correct horse");
    refuses(() -> assertOpens(sealed), "called other", "keys.keystore_entry");
  }

  @Test
  void theMasterKeyMayBeMadeOfAPassphrase() {
    keys.set(KeySettings.MASTER, "passphrase");
    refuses(() -> seal(keys.open()), "nobody is there to ask", "ATHENA_PASSPHRASE");
    keys.answers.addAll(List.of("seven grey horses", "seven grey houses"));
    assertThatThrownBy(() -> seal(keys.open())).isInstanceOf(InvalidArgument.class);
    keys.answers.addAll(List.of("seven grey horses", "seven grey horses"));

    byte[] sealed = seal(keys.open());

    keys.answers.add("seven grey horses");
    assertOpens(sealed);
    keys.environment.put("ATHENA_PASSPHRASE", "seven grey horses");
    assertOpens(sealed);
    keys.environment.put("ATHENA_PASSPHRASE", "seven grey houses");
    refuses(() -> assertOpens(sealed), "another master key", "put that master key back");
  }

  @Test
  void settingsThatDisagreeWithTheKeychainAreTold() {
    byte[] sealed = seal(keys.open());
    keys.set(KeySettings.MASTER, "env");
    keys.environment.put("ATHENA_MASTER_KEY", base64(1));

    refuses(() -> assertOpens(sealed), "of the kind file", "`athena config set keys.master file`");
    assertThat(Keys.move(keys.options(), MasterKind.ENV).kind()).isEqualTo("env");
    assertOpens(sealed);
  }

  @Test
  void keysMoveFromEachKindToTheNextAndStayTheSame() throws IOException, GeneralSecurityException {
    byte[] sealed = seal(keys.open());
    keys.environment.put("ATHENA_MASTER_KEY", base64(1));
    keys.environment.put("ATHENA_NEW_MASTER_KEY", base64(1));
    keys.environment.put("ATHENA_PASSPHRASE", "seven grey horses");
    keys.environment.put("ATHENA_KEYSTORE_PASSWORD", "correct horse");
    keys.set(KeySettings.KEYSTORE, "keys.p12");
    writeKeystore(home.resolve("keys.p12"), 32);

    for (MasterKind kind : List.of(MasterKind.ENV, MasterKind.KEYSTORE, MasterKind.PASSPHRASE)) {
      MasterKey moved = Keys.move(keys.options(), kind);

      assertThat(moved.kind()).isEqualTo(kind.word());
      assertOpens(sealed);
      assertThat(keys.open().master().checkValue()).isEqualTo(moved.checkValue());
    }
    refuses(
        () -> Keys.move(keys.options(), MasterKind.FILE), "holds another master key", "move that");
    Files.delete(masterKey);
    assertThat(Keys.move(keys.options(), MasterKind.FILE).kind()).isEqualTo("file");
    assertOpens(sealed);
  }

  @Test
  void aKeyOfTheSameKindTakesThePlaceOfTheOneInUse() throws IOException {
    byte[] sealed = seal(keys.open());
    String before = Files.readString(masterKey);
    Keychain running = keys.open();
    assertThat(running.verify()).isEqualTo(1);

    Keys.move(keys.options(), MasterKind.FILE);

    assertThat(masterKey).content().isNotEqualTo(before);
    assertThat(permissions(masterKey)).isEqualTo("rw-------");
    assertThat(masterKey.resolveSibling("master.key.next")).doesNotExist();
    assertOpens(sealed);
    assertThat(running.sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);

    keys.environment.put("ATHENA_MASTER_KEY", base64(1));
    Keys.move(keys.options(), MasterKind.ENV);
    refuses(() -> Keys.move(keys.options(), MasterKind.ENV), "already", "another");
    keys.environment.put("ATHENA_NEW_MASTER_KEY", base64(2));
    Keys.move(keys.options(), MasterKind.ENV);
    keys.environment.put("ATHENA_MASTER_KEY", base64(2));
    assertOpens(sealed);
  }

  @Test
  void aMoveOfTheFileThatIsKilledAnywhereIsFinishedByTheNextStart() throws IOException {
    byte[] sealed = seal(keys.open());
    MasterKeyFile file = new MasterKeyFile(MasterKind.FILE, masterKey);

    RawMasterKey next = file.createNext(); // killed before the keys are wrapped anew
    assertOpens(sealed);
    keys.open().rewrap(next); // killed after it

    assertOpens(sealed);
    assertThat(file.read().orElseThrow().checkValue()).isEqualTo(next.checkValue());
    assertThat(masterKey.resolveSibling("master.key.next")).doesNotExist();

    RawMasterKey again = file.createNext();
    keys.open().rewrap(again);
    Files.delete(masterKey);
    assertOpens(sealed);
  }

  @Test
  void movesAtOnceFollowEachOther() throws InterruptedException, ExecutionException {
    byte[] sealed = seal(keys.open());
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            pool.submit(() -> {
              for (int move = 0; move < 5; move++) {
                assertThat(Keys.move(keys.options(), MasterKind.FILE).kind()).isEqualTo("file");
              }
            }));
      }
    }

    for (Future<?> each : all) {
      each.get();
    }
    assertOpens(sealed);
  }

  @Test
  void whatAKilledWriterLeftBehindIsRemoved() throws IOException {
    byte[] sealed = seal(keys.open());
    Path draft = Files.writeString(home.resolve("keys/keychain.json.draft"), "half");

    assertThat(keys.open().secrets("local", Purpose.INDEX)).hasSize(1);

    assertThat(draft).doesNotExist();
    assertOpens(sealed);
  }

  @Test
  void aMoveToAnotherFileFindsTheOldOneUntilItIsDone() {
    byte[] sealed = seal(keys.open());
    keys.set(KeySettings.FILE, "elsewhere/my.key"); // as `move file --at` does first

    assertOpens(sealed);
    Keys.move(keys.options(), MasterKind.FILE);

    assertThat(home.resolve("elsewhere/my.key")).exists();
    assertOpens(sealed);
  }

  @Test
  void aRecoveredMasterKeyIsTakenWhateverTheKindWas() throws IOException {
    byte[] sealed = seal(keys.open());
    RawMasterKey key = (RawMasterKey) keys.open().master();
    Files.delete(masterKey);

    Keys.recover(keys.options(), key.as("", ""));

    assertOpens(sealed);
    keys.environment.put("ATHENA_MASTER_KEY", base64(1));
    Keys.move(keys.options(), MasterKind.ENV);
    keys.environment.clear();
    RawMasterKey other = RawMasterKey.of("", "", bytes(1));
    refuses(() -> Keys.recover(keys.options(), other), "holds another", "move that file away");
    Files.delete(masterKey);
    Keys.recover(keys.options(), other);
    assertOpens(sealed);
    assertThat(keys.open().master().kind()).isEqualTo("file");
  }

  @Test
  void aRecoveredKeyOfAnotherKeychainIsRefused() {
    RawMasterKey other = RawMasterKey.of("", "", bytes(1));
    refuses(() -> Keys.recover(keys.options(), other), "there is no keychain", "keychain.json");
    byte[] sealed = seal(keys.open());

    refuses(() -> Keys.recover(keys.options(), other), "another master key", "its shares");
    assertOpens(sealed);
  }

  private static byte[] seal(Keychain keychain) {
    return keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);
  }

  private void assertOpens(byte[] sealed) {
    assertThat(keys.open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
  }

  private static void refuses(ThrowingCallable call, String problem, String hint) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeysUnavailable.class, refused -> assertThat(refused.hint()).contains(hint))
        .hasMessageContaining(problem);
  }

  private static void writeKeystore(Path path, int bytes)
      throws IOException, GeneralSecurityException {
    char[] password = "correct horse".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setEntry(
        "athena",
        new KeyStore.SecretKeyEntry(new SecretKeySpec(Arrays.copyOf(bytes(7), bytes), "AES")),
        new KeyStore.PasswordProtection(password));
    try (OutputStream out = Files.newOutputStream(path)) {
      store.store(out, password);
    }
  }

  private static byte[] bytes(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  private static String base64(int fill) {
    return Base64.getEncoder().encodeToString(bytes(fill));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
