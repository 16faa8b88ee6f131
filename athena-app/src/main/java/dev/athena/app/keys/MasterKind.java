package dev.athena.app.keys;

import dev.athena.error.InvalidArgument;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a master key can come from. */
public enum MasterKind {
  /** A file that only its owner can read. */
  FILE,
  /** An environment variable, or a file that one names. */
  ENV,
  /** A PKCS#12 keystore. */
  KEYSTORE,
  /** A passphrase that is asked for. */
  PASSPHRASE,
  /** Vault's transit engine, which never hands it out. */
  VAULT;

  /** Returns how it is called in settings and in the keychain. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the kind that is called so.
   *
   * @throws InvalidArgument if there is none
   */
  public static MasterKind called(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> {
          String all =
              Arrays.stream(values()).map(MasterKind::word).collect(Collectors.joining(", "));
          return new InvalidArgument(
              "no master key is kept in `%s`".formatted(word), "send one of " + all);
        });
  }
}
