package dev.athena.app.config;

import java.util.List;

/** What can be set about keys: where the master key comes from, and when to think of new ones. */
public final class KeySettings {
  /** Where the master key comes from. */
  public static final Setting MASTER =
      new Setting(
          "keys.master",
          new SettingKind.Choice(List.of("file", "env", "keystore", "passphrase", "vault")),
          "where it was last moved to, else file",
          "Where the master key comes from; `athena keys move` changes it.",
          false);

  /** The file of the master key. */
  public static final Setting FILE =
      text("keys.file", "keys/master.key under ATHENA_HOME", "The file that holds the master key.");

  /** The PKCS#12 keystore with the master key. */
  public static final Setting KEYSTORE =
      text("keys.keystore", "none", "The PKCS#12 keystore that holds the master key.");

  /** The name of the master key in the keystore. */
  public static final Setting KEYSTORE_ENTRY =
      text("keys.keystore_entry", "athena", "The name of the master key in the keystore.");

  /** Where Vault is. */
  public static final Setting VAULT_ADDRESS =
      text("keys.vault_address", "VAULT_ADDR", "The address of the Vault that wraps keys.");

  /** The name of the key in Vault. */
  public static final Setting VAULT_KEY =
      text("keys.vault_key", "athena", "The name of the key in Vault's transit engine.");

  /** The file with the token for Vault. */
  public static final Setting VAULT_TOKEN_FILE =
      text("keys.vault_token_file", "none; VAULT_TOKEN", "The file with the token for Vault.");

  /** Who vouches for Vault. */
  public static final Setting VAULT_CA =
      text(
          "keys.vault_ca",
          "those that Java trusts",
          "A PEM file with the certificate of whoever vouches for Vault.");

  /** When keys should be rotated. */
  public static final Setting REMINDER_DAYS =
      new Setting(
          "keys.reminder_days",
          new SettingKind.Whole(1, 3_650),
          "365",
          "After how many days `athena keys status` says that a key is due.",
          false);

  private KeySettings() {}

  static List<Setting> all() {
    return List.of(
        MASTER,
        FILE,
        KEYSTORE,
        KEYSTORE_ENTRY,
        VAULT_ADDRESS,
        VAULT_KEY,
        VAULT_TOKEN_FILE,
        VAULT_CA,
        REMINDER_DAYS);
  }

  private static Setting text(String name, String unset, String purpose) {
    return new Setting(name, new SettingKind.Text(1, 1_000), unset, purpose, false);
  }
}
