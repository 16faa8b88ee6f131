/**
 * Crypto: what is sealed before it is written, and with which keys.
 *
 * <p>A {@link dev.athena.crypto.Keyring} hands out {@link dev.athena.crypto.Sealer}s, which seal
 * with AES-256-GCM and bind what they seal to its {@link dev.athena.crypto.Place}, and {@link
 * dev.athena.crypto.KeyedHash}es, which name what must be found again without being read. Behind
 * both are {@link dev.athena.crypto.Keyset}s: one for each tenant and {@link
 * dev.athena.crypto.Purpose}, with all versions that are still needed.
 *
 * <p>The keyring that lasts is the {@link dev.athena.crypto.Keychain}: one document with all keys,
 * wrapped with a {@link dev.athena.crypto.MasterKey} that lies elsewhere. {@link
 * dev.athena.crypto.Rotation} takes new keys into use, and {@link dev.athena.crypto.Shares} of the
 * master key make it again when it is lost.
 *
 * <p>This package may use {@code error} and {@code json}. It does not know where keys or what is
 * sealed are kept.
 */
@NullMarked
package dev.athena.crypto;

import org.jspecify.annotations.NullMarked;
