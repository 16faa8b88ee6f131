package dev.athena.crypto;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One state of the document with its master key, and the keys that were unwrapped so far.
 *
 * @param stamp the stamp of the file, taken before it was read
 */
record OpenKeychain(
    String stamp,
    MasterKey master,
    ChainKey chainKey,
    KeychainDocument document,
    Map<Slot, KeyMaterial> unwrapped) {

  static OpenKeychain of(
      String stamp, MasterKey master, ChainKey chainKey, KeychainDocument document) {
    return new OpenKeychain(stamp, master, chainKey, document, new ConcurrentHashMap<>());
  }

  /** Returns the keys for a slot; null if there are none yet. */
  @Nullable KeyMaterial find(Slot slot) {
    KeyMaterial known = unwrapped.get(slot);
    if (known != null) {
      return known;
    }
    KeychainDocument.Entry entry = document.entry(slot);
    if (entry == null) {
      return null;
    }
    KeyMaterial opened = unwrap(slot, entry);
    unwrapped.put(slot, opened);
    return opened;
  }

  /** Returns the keys of an entry, which must be those that its history tells of. */
  KeyMaterial unwrap(Slot slot, KeychainDocument.Entry entry) {
    KeyMaterial material = chainKey.unwrap(slot, entry.wrapped().bytes());
    List<KeyVersion> there =
        entry.history().versions().stream()
            .filter(each -> each.state() != KeyVersion.State.DESTROYED)
            .toList();
    if (material.size() != there.size()
        || material.newestId() != entry.history().newest().keyId()) {
      throw KeychainDamaged.because("a key and its history differ", null);
    }
    return material;
  }

  /** Takes over what was unwrapped of an earlier state and did not change since. */
  void takeOver(OpenKeychain earlier) {
    earlier.unwrapped.forEach((slot, material) -> {
      KeychainDocument.Entry before = earlier.document.entry(slot);
      if (before != null && before.equals(document.entry(slot))) {
        unwrapped.put(slot, material);
      }
    });
  }
}
