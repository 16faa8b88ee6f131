package dev.athena.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.athena.app.config.KeySettings;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeyTest {
  private static final Place HERE = new Place("local", "memory", "mem_1", "content");
  private static final byte[] PLAIN = {1, 2, 3};

  @TempDir private Path home;
  private TestKeys keys = new TestKeys(Path.of("unused"));

  @BeforeEach
  void start() {
    keys = new TestKeys(home);
    keys.set(KeySettings.MASTER, "vault");
    keys.environment.put("VAULT_TOKEN", VaultStandIn.TOKEN);
  }

  @Test
  void vaultWrapsTheKeysAndIsAskedOnceHoweverManyThereAre() throws IOException {
    try (VaultStandIn vault = vault()) {
      byte[] sealed = seal(keys.open());
      Keychain keychain = keys.open();
      int before = vault.requests();

      assertThat(keychain.sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
      for (int tenant = 0; tenant < 5; tenant++) {
        assertThat(keychain.secrets("tenant " + tenant, Purpose.INDEX)).hasSize(1);
      }

      assertThat(vault.requests()).isEqualTo(before + 1);
      assertThat(keychain.verify()).isEqualTo(6);
      assertThat(home.resolve("keys/master.key")).doesNotExist();
    }
  }

  @Test
  void anotherKeyInVaultOpensNothing() throws IOException {
    try (VaultStandIn vault = vault()) {
      seal(keys.open());
      vault.useKey(filled(1));

      refuses("status 400", "another one");
    }
  }

  @Test
  void keysMoveToVaultAndAway() throws IOException {
    keys.set(KeySettings.MASTER, "file");
    byte[] sealed = seal(keys.open());
    try (VaultStandIn vault = vault()) {
      Keys.move(keys.options(), MasterKind.VAULT);
      assertThat(keys.open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
      assertThat(keys.open().master().id()).contains(vault.address());

      Files.delete(home.resolve("keys/master.key"));
      Keys.move(keys.options(), MasterKind.FILE);
    }
    assertThat(keys.open().sealer("local", Purpose.CONTENT).open(HERE, sealed)).isEqualTo(PLAIN);
  }

  @Test
  void whatVaultRefusesIsToldWithoutTheToken() throws IOException {
    try (VaultStandIn vault = vault()) {
      seal(keys.open());
      for (int status : new int[] {400, 403, 404, 500, 503}) {
        vault.answer(status, answer -> answer);
        refuses("status " + status, "");
      }
      vault.answer(200, answer -> answer);
      keys.environment.put("VAULT_TOKEN", "s.wrong");
      assertThatThrownBy(() -> seal(keys.open()))
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("permission denied")
          .hasMessageNotContaining("s.wrong");
      keys.environment.put("VAULT_TOKEN", VaultStandIn.TOKEN);
      keys.set(KeySettings.VAULT_KEY, "other");
      assertThatThrownBy(() -> seal(keys.open())).isInstanceOf(KeysUnavailable.class);
      keys.environment.remove("VAULT_TOKEN");
      refuses("needs a token", "VAULT_TOKEN");
    }
  }

  @Test
  void anAnswerThatIsNoneIsTold() throws IOException {
    try (VaultStandIn vault = vault()) {
      seal(keys.open());
      for (String odd : List.of("", "[]", "{", "{}", "{\"data\":{\"plaintext\":\"?\"}}")) {
        vault.answer(200, _ -> odd);
        refuses("not understood", "keys.vault_address");
      }
    }
  }

  @Test
  void anAnswerIsReadToItsLimitAndRefusedOnePast() throws IOException {
    try (VaultStandIn vault = vault()) {
      seal(keys.open());

      vault.answer(200, answer -> padded(answer, VaultDoor.ANSWER_BYTES_MAX));
      assertThat(keys.open().verify()).isEqualTo(1);
      vault.answer(200, answer -> padded(answer, VaultDoor.ANSWER_BYTES_MAX + 1));
      refuses("more than", "");
    }
  }

  @Test
  void aVaultThatIsNotThereOrDoesNotAnswerIsTold() throws IOException {
    VaultKey key;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      key = new VaultKey(new VaultDoor(address, "s.token", null, Duration.ofMillis(300)), "athena");
      assertDoesNotAnswer(key);
    }
    assertDoesNotAnswer(key);
  }

  private static void assertDoesNotAnswer(VaultKey key) {
    assertThatThrownBy(() -> key.wrap(PLAIN, PLAIN))
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void theTokenMayStandInAFileThatOthersCannotRead() throws IOException {
    try (VaultStandIn vault = vault()) {
      keys.environment.remove("VAULT_TOKEN");
      keys.set(KeySettings.VAULT_TOKEN_FILE, "token");
      refuses("is missing", "keys.vault_token_file");
      Path file = Files.writeString(home.resolve("token"), VaultStandIn.TOKEN + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      refuses("others", "chmod 600");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

      assertThat(seal(keys.open())).isNotEmpty();
      assertThat(vault.requests()).isPositive();
    }
  }

  @Test
  void keysAreSentOverTlsOnlyUnlessVaultIsOnThisMachine() {
    for (String address :
        List.of(
            "http://192.0.2.1:8200",
            "ftp://127.0.0.1",
            "127.0.0.1:8200",
            "https://user:secret@vault.example",
            "https://vault.example/?a=b",
            "https://",
            "http://::")) {
      keys.set(KeySettings.VAULT_ADDRESS, address);
      assertThatThrownBy(() -> seal(keys.open()))
          .as(address)
          .isInstanceOf(KeysUnavailable.class)
          .hasMessageContaining("keys.vault_address")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void overTlsOnlyWhoIsVouchedForIsAsked()
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = home.resolve("server.p12");
    keytool(
        "-genkeypair", store, "-keyalg", "EC", "-dname", "CN=vault", "-ext", "SAN=ip:127.0.0.1");
    keytool("-exportcert", store, "-rfc", "-file", home.resolve("ca.pem").toString());
    HttpsServer server = HttpsServer.create(here(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(store)));
    try (VaultStandIn vault = new VaultStandIn(server, "https")) {
      keys.set(KeySettings.VAULT_ADDRESS, vault.address());
      refuses("does not answer", "");
      assertThat(vault.requests()).isZero();
      keys.set(KeySettings.VAULT_CA, "ca.pem");

      seal(keys.open());

      assertThat(keys.open().verify()).isEqualTo(1);
      Files.writeString(home.resolve("ca.pem"), "nonsense");
      refuses("cannot be read", "keys.vault_ca");
    }
  }

  private static SSLContext tls(Path store) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    char[] password = "changeit".toCharArray();
    managers.init(KeyStore.getInstance(store.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String command, Path store, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of(command, "-alias", "vault", "-storetype", "PKCS12"));
    words.addAll(List.of("-storepass", "changeit", "-keystore", store.toString()));
    words.addAll(Arrays.asList(more));
    Process process =
        new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private VaultStandIn vault() throws IOException {
    VaultStandIn vault = new VaultStandIn(HttpServer.create(here(), 0), "http");
    keys.set(KeySettings.VAULT_ADDRESS, vault.address());
    return vault;
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void refuses(String problem, String hint) {
    assertThatThrownBy(() -> seal(keys.open()))
        .isInstanceOfSatisfying(
            KeysUnavailable.class, refused -> assertThat(refused.hint()).contains(hint))
        .hasMessageContaining(problem)
        .hasMessageNotContaining(VaultStandIn.TOKEN);
  }

  private static byte[] seal(Keychain keychain) {
    return keychain.sealer("local", Purpose.CONTENT).seal(HERE, PLAIN);
  }

  private static String padded(String answer, int bytes) {
    return answer + " ".repeat(bytes - answer.length());
  }

  private static byte[] filled(int with) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }
}
