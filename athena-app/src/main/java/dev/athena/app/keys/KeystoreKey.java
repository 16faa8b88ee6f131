package dev.athena.app.keys;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.RawMasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A master key in a PKCS#12 keystore: an entry with an AES key of 256 bits. */
final class KeystoreKey {
  /** The variable with the password of the keystore. */
  static final String PASSWORD = "ATHENA_KEYSTORE_PASSWORD";

  private static final String ENTRY_DEFAULT = "athena";

  private KeystoreKey() {}

  static RawMasterKey find(KeyOptions options) {
    Path path =
        options
            .text(KeySettings.KEYSTORE)
            .map(options::path)
            .orElseThrow(() ->
                new KeysUnavailable(
                    "the master key is to come from a keystore, and none is set",
                    "run `athena config set keys.keystore <file>`",
                    null));
    String entry = options.text(KeySettings.KEYSTORE_ENTRY).orElse(ENTRY_DEFAULT);
    String password =
        options
            .variable(PASSWORD)
            .or(() -> options.outside().asker().ask("Password of %s:".formatted(path)))
            .orElseThrow(() ->
                new KeysUnavailable("the keystore needs its password", "set " + PASSWORD, null));
    return RawMasterKey.of(
        MasterKind.KEYSTORE.word(), "%s in %s".formatted(entry, path), read(path, entry, password));
  }

  private static byte[] read(Path path, String entry, String password) {
    if (!Files.isRegularFile(path)) {
      throw new KeysUnavailable(
          "there is no keystore " + path,
          "make one: `keytool -genseckey -alias %s -keyalg AES -keysize 256 -storetype PKCS12"
                  .formatted(entry)
              + " -keystore %s`".formatted(path),
          null);
    }
    char[] letters = password.toCharArray();
    try {
      KeyStore store = KeyStore.getInstance(path.toFile(), letters);
      return bytesOf(store.getKey(entry, letters), path, entry);
    } catch (IOException | GeneralSecurityException e) {
      throw new KeysUnavailable(
          "the keystore %s does not open".formatted(path),
          "see whether the password is right, and whether it is a PKCS#12 keystore",
          e);
    } finally {
      Arrays.fill(letters, '\0');
    }
  }

  private static byte[] bytesOf(@Nullable Key key, Path path, String entry) {
    byte[] bytes = key == null ? null : key.getEncoded();
    if (key == null
        || bytes == null
        || !key.getAlgorithm().equals("AES")
        || bytes.length != RawMasterKey.BYTES) {
      throw new KeysUnavailable(
          "the keystore %s has no AES key of 256 bits called %s".formatted(path, entry),
          "set keys.keystore_entry to the name of one, or make one with keytool",
          null);
    }
    return bytes;
  }
}
