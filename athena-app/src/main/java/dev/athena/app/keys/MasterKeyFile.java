package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterMark;
import dev.athena.crypto.RawMasterKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A file with a master key: 32 bytes in base64.
 *
 * <p>A new key that is to take the place of the one in the file first stands beside it, until all
 * keys are wrapped with it. Whoever looks for the key of a keychain looks there too, and so
 * finishes what was interrupted.
 */
final class MasterKeyFile {
  /** The largest file, in bytes. */
  static final long BYTES_MAX = 4_096;

  private final PrivateFile file;
  private final String kind;

  MasterKeyFile(MasterKind kind, Path path) {
    this.kind = kind.word();
    this.file = new PrivateFile(path, BYTES_MAX);
  }

  Path path() {
    return file.path();
  }

  /** Returns the key in the file; empty if there is no file. */
  Optional<RawMasterKey> read() {
    return read(file);
  }

  /** Returns the key that a keychain asks for; any other one in the file if that is not there. */
  Optional<RawMasterKey> find(MasterMark mark) {
    Optional<RawMasterKey> here = read();
    return here.filter(mark::isOf).or(() -> read(next()).filter(mark::isOf)).or(() -> here);
  }

  /**
   * Puts the key beside in its place if a keychain asks for it and not for the one in the file.
   * Nobody else may exchange keys meanwhile.
   */
  void settle(MasterMark mark) {
    if (read().filter(mark::isOf).isEmpty() && read(next()).filter(mark::isOf).isPresent()) {
      next().moveTo(file);
    }
  }

  /** Makes a key and the file. */
  RawMasterKey create() {
    RawMasterKey made = fresh();
    write(made);
    return made;
  }

  /** Makes a key that is to take the place of the one in the file, and keeps it beside. */
  RawMasterKey createNext() {
    RawMasterKey made = fresh();
    next().replace(text(made));
    return made;
  }

  /** Writes the key in place of any that is there. */
  void write(RawMasterKey key) {
    file.replace(text(key));
  }

  private PrivateFile next() {
    return file.beside(".next");
  }

  private Optional<RawMasterKey> read(PrivateFile from) {
    Optional<byte[]> bytes = from.read();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    from.refuseReadableByOthers();
    String text = new String(bytes.get(), StandardCharsets.UTF_8).strip();
    return Optional.of(
        Base64Key.read(text, from.path().toString()).as(kind, file.path().toString()));
  }

  private RawMasterKey fresh() {
    byte[] key = new byte[RawMasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    return RawMasterKey.of(kind, file.path().toString(), key);
  }

  private static byte[] text(RawMasterKey key) {
    return (Base64.getEncoder().encodeToString(key.bytes()) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Returns what is said where the file is missing. */
  KeysUnavailable missing() {
    return new KeysUnavailable(
        "the master key is missing: there is no " + file.path(),
        "put the file back, or make it anew of its shares by `athena keys recover`",
        null);
  }
}
