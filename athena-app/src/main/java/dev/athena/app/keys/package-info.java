/**
 * Where keys lie: the document with all keys, and the master keys that wrap it.
 *
 * <p>{@link dev.athena.app.keys.Keys} opens the keys of a home. The document is always {@code
 * keys/keychain.json} under it; the master key comes from a file, an environment variable, a
 * keystore, a passphrase or Vault, as the settings say.
 *
 * <p>This package may use {@code crypto}, {@code error}, {@code json} and the settings.
 */
@NullMarked
package dev.athena.app.keys;

import org.jspecify.annotations.NullMarked;
