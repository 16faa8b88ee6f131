package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterMark;
import dev.athena.crypto.Passphrase;
import dev.athena.crypto.RawMasterKey;
import dev.athena.error.InvalidArgument;

/** A master key made of a passphrase, which is asked for or stands in the environment. */
final class PassphraseKey {
  /** The variable with the passphrase. */
  static final String VARIABLE = "ATHENA_PASSPHRASE";

  /** The variable with the passphrase that keys are to be moved to, where one is in use. */
  static final String NEXT = "ATHENA_NEW_PASSPHRASE";

  private PassphraseKey() {}

  /** Returns the key that a keychain was wrapped with. */
  static RawMasterKey again(KeyOptions options, MasterMark mark) {
    String passphrase =
        options
            .variable(VARIABLE)
            .or(() -> options.outside().asker().ask("Passphrase of the keys:"))
            .orElseThrow(PassphraseKey::missing);
    return Passphrase.again(passphrase, mark.parameters());
  }

  /** Returns a new key. */
  static RawMasterKey create(KeyOptions options) {
    return Passphrase.create(
        options.variable(VARIABLE).orElseGet(() -> askedTwice(options.outside().asker())));
  }

  /** Returns a new key to move to. */
  static RawMasterKey next(KeyOptions options) {
    return options.variable(NEXT).map(Passphrase::create).orElseGet(() -> create(options));
  }

  private static String askedTwice(PassphraseAsker asker) {
    String first = asker.ask("New passphrase of the keys:").orElseThrow(PassphraseKey::missing);
    String second = asker.ask("The same again:").orElseThrow(PassphraseKey::missing);
    if (!first.equals(second)) {
      throw new InvalidArgument("the two passphrases differ", "type the same twice");
    }
    return first;
  }

  private static KeysUnavailable missing() {
    return new KeysUnavailable(
        "the keys need their passphrase, and nobody is there to ask",
        "set %s, or start Athena at a terminal".formatted(VARIABLE),
        null);
  }
}
