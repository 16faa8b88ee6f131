package dev.athena.crypto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one home, kept in one document, wrapped. Safe for use by many threads, and by many
 * processes on the same document: every call looks whether another one changed it.
 *
 * <p>Nothing is read until a key is first asked for. The document is made then, if there is none.
 */
public final class Keychain implements Keyring {
  private final KeychainFile file;
  private final MasterKeySource source;
  private final InstantSource clock;
  private volatile @Nullable OpenKeychain open;
  private volatile @Nullable MasterKey lastMaster;

  public Keychain(KeychainFile file, MasterKeySource source, InstantSource clock) {
    this.file = file;
    this.source = source;
    this.clock = clock;
  }

  /** Returns whether there is a document; without one there are no keys yet. */
  public boolean exists() {
    return file.load().isPresent();
  }

  @Override
  public Sealer sealer(String tenant, Purpose purpose) {
    return KeyMaterial.sealer(keys(new Slot(tenant, purpose)));
  }

  @Override
  public List<SecretKey> secrets(String tenant, Purpose purpose) {
    return KeyMaterial.secrets(keys(new Slot(tenant, purpose)));
  }

  @Override
  public Keyring now() {
    return current().<Keyring>map(state -> new KeychainNow(state, this)).orElse(this);
  }

  /** Returns the master key that the keys are wrapped with; makes the document if need be. */
  public MasterKey master() {
    return current().orElseGet(this::created).master();
  }

  /** Returns what is known of every key; empty if there is no document. */
  public List<KeyHistory> histories() {
    return current().map(state -> state.document().histories()).orElse(List.of());
  }

  /**
   * Unwraps every key afresh.
   *
   * @return how many versions there are
   * @throws KeysUnavailable if one cannot be unwrapped, or the document is not as it was written
   */
  public int verify() {
    Optional<byte[]> bytes = file.load();
    if (bytes.isEmpty()) {
      return 0;
    }
    OpenKeychain state = opened("", bytes.get());
    int versions = 0;
    for (Map.Entry<Slot, KeychainDocument.Entry> each : state.document().entries().entrySet()) {
      versions += state.unwrap(each.getKey(), each.getValue()).size();
    }
    return versions;
  }

  /**
   * Adds a newest version to each key of {@code scope}, for all at once. The older ones stay.
   *
   * @return what is now known of those keys
   */
  public List<KeyHistory> rotate(KeyScope scope) {
    return rotateThose(scope, true);
  }

  /** The same, but leaves alone a key that has older versions if not {@code evenWithOlder}. */
  List<KeyHistory> rotateThose(KeyScope scope, boolean evenWithOlder) {
    Instant now = clock.instant();
    change(state -> {
      KeychainDocument document = state.document();
      for (KeychainDocument.Entry entry : state.document().entries().values()) {
        KeyHistory history = entry.history();
        if (scope.has(history) && (evenWithOlder || history.older().isEmpty())) {
          int version = history.newest().version() + 1;
          Slot slot = Slot.of(history);
          KeyMaterial rotated = state.unwrap(slot, entry).rotated(version);
          document =
              document.with(
                  history.with(new KeyVersion(version, rotated.newestId(), now, null, null)),
                  state.chainKey().wrap(slot, rotated));
        }
      }
      return document;
    });
    return histories().stream().filter(scope::has).toList();
  }

  /** Removes for good, of each of these keys, the versions before the newest one named here. */
  void destroyOlder(List<KeyHistory> known) {
    Instant now = clock.instant();
    change(state -> {
      KeychainDocument document = state.document();
      for (KeyHistory each : known) {
        Slot slot = Slot.of(each);
        KeychainDocument.Entry entry = document.entry(slot);
        if (entry != null) {
          KeyHistory left = entry.history().destroyedBefore(each.newest().version(), now);
          KeyMaterial kept = state.unwrap(slot, entry).only(idsOf(left));
          document = document.with(left, state.chainKey().wrap(slot, kept));
        }
      }
      return document;
    });
  }

  /**
   * Wraps all keys with another master key, and with another key of the keychain. The keys
   * themselves stay as they are. With the old master key nothing opens afterwards.
   */
  public void rewrap(MasterKey other) {
    MasterKey before = master();
    ChainKey fresh = ChainKey.create();
    file.change(bytes -> {
      OpenKeychain state = opened("", present(bytes));
      if (!state.document().master().isOf(before)) {
        throw new KeysUnavailable(
            "the master key was changed by another process", "look at `athena keys status`", null);
      }
      Map<Slot, KeychainDocument.Entry> entries = new LinkedHashMap<>();
      state
          .document()
          .entries()
          .forEach((slot, entry) -> {
            byte[] wrapped = fresh.wrap(slot, state.unwrap(slot, entry));
            entries.put(
                slot,
                new KeychainDocument.Entry(entry.history(), KeychainDocument.Wrapped.of(wrapped)));
          });
      KeychainDocument empty = KeychainDocument.empty(other, fresh);
      return bytes(new KeychainDocument(empty.master(), empty.chainKey(), entries), fresh);
    });
    String stamp = file.stamp();
    open = opened(stamp, KeychainDocument.read(present(file.load())), other);
  }

  private KeyMaterial keys(Slot slot) {
    KeyMaterial found = current().map(state -> state.find(slot)).orElse(null);
    if (found != null) {
      return found;
    }
    Instant now = clock.instant();
    change(state -> {
      if (state.document().entry(slot) != null) {
        return state.document();
      }
      KeyMaterial made = KeyMaterial.create(slot.purpose());
      KeyVersion first = new KeyVersion(0, made.newestId(), now, null, null);
      return state
          .document()
          .with(
              new KeyHistory(slot.tenant(), slot.purpose(), List.of(first)),
              state.chainKey().wrap(slot, made));
    });
    KeyMaterial made = current().map(state -> state.find(slot)).orElse(null);
    if (made == null) {
      throw new KeysUnavailable(
          "keys that were just made are gone", "see who else changes the keychain", null);
    }
    return made;
  }

  private OpenKeychain created() {
    change(OpenKeychain::document);
    return current().orElseThrow(Member.missing("the document"));
  }

  /** Returns the present state; empty if there is no document and never was one. */
  private Optional<OpenKeychain> current() {
    OpenKeychain known = open;
    String stamp = file.stamp();
    if (known != null && known.stamp().equals(stamp)) {
      return Optional.of(known);
    }
    return reloaded();
  }

  private synchronized Optional<OpenKeychain> reloaded() {
    OpenKeychain known = open;
    String stamp = file.stamp();
    if (known != null && known.stamp().equals(stamp)) {
      return Optional.of(known);
    }
    Optional<byte[]> bytes = file.load();
    if (bytes.isEmpty()) {
      refuseVanished();
      return Optional.empty();
    }
    OpenKeychain state = opened(stamp, bytes.get());
    if (known != null) {
      state.takeOver(known);
    }
    open = state;
    return Optional.of(state);
  }

  /** Changes the document of the present state, or of a new one. */
  private void change(Change edit) {
    UnaryOperator<Optional<byte[]>> whole =
        bytes -> {
          OpenKeychain state = bytes.map(each -> opened("", each)).orElseGet(this::fresh);
          KeychainDocument edited = edit.of(state);
          boolean same = bytes.isPresent() && edited.equals(state.document());
          return same ? Optional.empty() : bytes(edited, state.chainKey());
        };
    file.change(whole);
  }

  /** Makes one document of another. */
  @FunctionalInterface
  private interface Change {
    KeychainDocument of(OpenKeychain state);
  }

  private OpenKeychain fresh() {
    refuseVanished();
    MasterKey master = source.find(Optional.empty());
    lastMaster = master;
    ChainKey key = ChainKey.create();
    return OpenKeychain.of("", master, key, KeychainDocument.empty(master, key));
  }

  private void refuseVanished() {
    if (open != null) {
      throw new KeysUnavailable(
          "the keychain is gone, and was there before",
          "put a backup of keychain.json in its place; nothing was written",
          null);
    }
  }

  private OpenKeychain opened(String stamp, byte[] bytes) {
    KeychainDocument.Unverified read = KeychainDocument.read(bytes);
    MasterMark mark = read.document().master();
    MasterKey last = lastMaster;
    MasterKey master = last != null && mark.isOf(last) ? last : source.find(Optional.of(mark));
    return opened(stamp, read, master);
  }

  private OpenKeychain opened(String stamp, KeychainDocument.Unverified read, MasterKey master) {
    MasterMark mark = read.document().master();
    if (!mark.isOf(master)) {
      throw new KeysUnavailable(
          "the keys are wrapped with another master key (%s) than the one here (%s)"
              .formatted(mark.shown(), MasterMark.of(master).shown()),
          "put that master key back, or make it anew of its shares by `athena keys recover`;"
              + " nothing was written",
          null);
    }
    OpenKeychain known = open;
    boolean same = known != null && known.document().chainKey().equals(read.document().chainKey());
    ChainKey key =
        known != null && same
            ? known.chainKey()
            : ChainKey.unwrapped(master, read.document().chainKey().bytes());
    OpenKeychain state = OpenKeychain.of(stamp, master, key, read.verified(key));
    lastMaster = master;
    return state;
  }

  private static Optional<byte[]> bytes(KeychainDocument document, ChainKey key) {
    return Optional.of(document.written(key).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] present(Optional<byte[]> bytes) {
    return bytes.orElseThrow(Member.missing("the document"));
  }

  private static List<Integer> idsOf(KeyHistory history) {
    List<Integer> ids = new ArrayList<>();
    for (KeyVersion each : history.versions()) {
      if (each.state() != KeyVersion.State.DESTROYED) {
        ids.add(each.keyId());
      }
    }
    return ids;
  }
}
