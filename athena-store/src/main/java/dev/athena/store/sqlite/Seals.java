package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Place;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.Sealer;
import dev.athena.crypto.SecretKey;
import dev.athena.principal.Namespace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens what one transaction writes and reads; in a plain store it hands all on as it is.
 *
 * <p>A row tells its epoch: the number of a time in which keys did not change, or 0 if it is plain.
 * The keys are asked for inside the transaction, and once.
 */
final class Seals {
  /** The tenant whose keys seal what belongs to none. */
  static final String KEYS_OF_STORE = "store";

  /** The epoch of a row that is not sealed. */
  static final long PLAIN = 0;

  private static final byte[] NOTHING = {};

  /** A hash in an indexed column: 128 bits. */
  private static final int KEY_BYTES = 16;

  private static final byte[] SEPARATOR = {0};

  private final Sql sql;
  private final SealState state;
  private final Epochs epochs;
  private final Map<String, TenantKeys> tenants = new HashMap<>();
  private @Nullable Keyring now;
  private @Nullable Hashed lastAsked;
  private byte[] lastHash = NOTHING;

  /** What a hash is of, and with which version of the key. */
  private record Hashed(Namespace namespace, String column, ByteBuffer value, int version) {}

  Seals(Sql sql, SealState state) {
    this.sql = sql;
    this.state = state;
    this.epochs = new Epochs(sql, this);
  }

  /** Returns whether what is written is sealed. */
  boolean isOn() {
    return state.keyring() != null;
  }

  /** Returns whether there may be rows that are not sealed. */
  boolean mayBePlain() {
    return state.mayBePlain(sql);
  }

  Epochs epochs() {
    return epochs;
  }

  /** Returns the epoch of what is written now. */
  long epoch(String tenant) {
    if (!isOn()) {
      return PLAIN;
    }
    Epoch settled = keys(tenant).settled();
    return (settled == null ? epochs.newest(tenant) : settled).number();
  }

  /** Seals a text. */
  Object seal(Place place, String text) {
    return isOn() ? seal(place, text.getBytes(StandardCharsets.UTF_8)) : text;
  }

  /** Seals a text that may be missing. */
  @Nullable Object sealIfPresent(Place place, @Nullable String text) {
    return text == null ? null : seal(place, text);
  }

  /** Seals bytes. */
  byte[] seal(Place place, byte[] bytes) {
    return isOn() ? sealer(place).seal(in(epoch(place.tenant()), place), bytes) : bytes;
  }

  /** Returns what shows that a row is as it was written; null in a plain store. */
  byte @Nullable [] proof(Place place) {
    return isOn() ? sealer(place).seal(place, NOTHING) : null;
  }

  /**
   * Opens a text of a row of some epoch.
   *
   * @param stored what is in the column
   * @throws SealBroken if it is not what was written there
   */
  String text(Place place, long epoch, @Nullable Object stored) {
    if (epoch == PLAIN && stored instanceof String text) {
      refusePlain(place);
      return text;
    }
    if (epoch == PLAIN || !(stored instanceof byte[] sealed)) {
      throw new SealBroken(place, null);
    }
    return new String(bytes(place, epoch, sealed), StandardCharsets.UTF_8);
  }

  /** Opens a text that may be missing. */
  @Nullable String textIfPresent(Place place, long epoch, @Nullable Object stored) {
    return stored == null ? null : text(place, epoch, stored);
  }

  /** Opens bytes of a row of some epoch; likewise. */
  byte[] bytes(Place place, long epoch, byte @Nullable [] stored) {
    if (stored == null) {
      throw new SealBroken(place, null);
    }
    if (epoch == PLAIN) {
      refusePlain(place);
      return stored;
    }
    if (!isOn()) {
      throw SealState.withoutKeys();
    }
    return sealer(place).open(in(epoch, place), stored);
  }

  /** What is sealed is bound to the epoch that its row tells too. */
  private static Place in(long epoch, Place place) {
    return new Place(place.tenant(), place.table(), epoch + "@" + place.row(), place.column());
  }

  /**
   * Checks the proof of a row that has one if it is sealed.
   *
   * @throws SealBroken if the row is not as it was written
   */
  void check(Place place, byte @Nullable [] proof) {
    if (proof != null && isOn()) {
      sealer(place).open(place, proof);
    } else if (isOn()) {
      refusePlain(place);
    }
  }

  /** Returns what stands in a column to be found by, for a value; null for none. */
  @Nullable Object key(Namespace namespace, String column, @Nullable String value) {
    if (value == null || !isOn()) {
      return value;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return hashed(namespace, column, bytes, keys(namespace.tenant()).newestVersion());
  }

  /** Returns what stands in a column to be found by, for bytes; null for none. */
  byte @Nullable [] key(Namespace namespace, String column, byte @Nullable [] value) {
    if (value == null || !isOn()) {
      return value;
    }
    return hashed(namespace, column, value, keys(namespace.tenant()).newestVersion());
  }

  /** Returns all that may stand in a column for a value: a key may be about to change. */
  List<Object> keys(Namespace namespace, String column, String value) {
    return keys(namespace, column, value, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns all that may stand in a column for bytes. */
  List<Object> keys(Namespace namespace, String column, byte[] value) {
    return keys(namespace, column, value, value);
  }

  /** Returns whether there is just one way in which a value may stand in a column. */
  boolean hasOneKey(Namespace namespace) {
    return !isOn() || (keys(namespace.tenant()).secrets().size() == 1 && !mayBePlain());
  }

  private List<Object> keys(Namespace namespace, String column, Object plain, byte[] value) {
    if (!isOn()) {
      return List.of(plain);
    }
    List<Object> all = new ArrayList<>();
    for (SecretKey key : keys(namespace.tenant()).secrets()) {
      all.add(hashed(namespace, column, value, key.version()));
    }
    if (mayBePlain()) {
      all.add(plain);
    }
    return all;
  }

  /** Returns how the terms of a row of some epoch are spelled in the full-text index. */
  TermNames names(String tenant, long epoch) {
    if (epoch == PLAIN) {
      return TermNames.PLAIN;
    }
    if (!isOn()) {
      throw SealState.withoutKeys();
    }
    return keys(tenant).names(epochs.find(tenant, epoch).indexVersion());
  }

  /** Returns all ways in which a term may be spelled. */
  List<TermNames> names(String tenant) {
    if (!isOn()) {
      return List.of(TermNames.PLAIN);
    }
    TenantKeys keys = keys(tenant);
    List<TermNames> all = new ArrayList<>();
    for (SecretKey key : keys.secrets()) {
      all.add(keys.names(key.version()));
    }
    if (mayBePlain()) {
      all.add(TermNames.PLAIN);
    }
    return all;
  }

  /** Returns the keys of a tenant, or those of the store for {@link Epochs#STORE}. */
  TenantKeys keys(String tenant) {
    Keyring keyring = state.keyring();
    if (keyring == null) {
      throw SealState.withoutKeys();
    }
    TenantKeys known = tenants.get(tenant);
    if (known == null) {
      if (now == null) {
        now = keyring.now();
      }
      known = sql.keys().of(tenant.isEmpty() ? KEYS_OF_STORE : tenant, now);
      tenants.put(tenant, known);
    }
    return known;
  }

  private Sealer sealer(Place place) {
    return keys(place.tenant()).sealer();
  }

  /** A write asks for the same several times in a row. */
  private byte[] hashed(Namespace namespace, String column, byte[] value, int version) {
    Hashed asked = new Hashed(namespace, column, ByteBuffer.wrap(value), version);
    if (!asked.equals(lastAsked)) {
      lastHash = hash(asked);
      lastAsked = asked;
    }
    return lastHash;
  }

  private byte[] hash(Hashed asked) {
    byte[] whole =
        keys(asked.namespace().tenant())
            .hash(asked.version())
            .of(
                asked.column().getBytes(StandardCharsets.UTF_8),
                SEPARATOR,
                asked.namespace().project().getBytes(StandardCharsets.UTF_8),
                SEPARATOR,
                asked.value().array());
    return Arrays.copyOf(whole, KEY_BYTES);
  }

  private void refusePlain(Place place) {
    if (!mayBePlain()) {
      throw new SealBroken(place, null);
    }
  }
}
