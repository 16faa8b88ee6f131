package dev.athena.testkit;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Rotation;
import dev.athena.crypto.Sealer;
import dev.athena.crypto.SecretKey;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Real keys that last as long as this object. They can be rotated, and older ones destroyed.
 *
 * <p>The keys that hash are drawn from a seed, so that a hash can be told again; those that seal
 * are as random as any.
 */
public final class InMemoryKeyring implements Keyring {
  private static final int SECRET_BYTES = 32;

  private record Slot(String tenant, Purpose purpose) {}

  private final SplittableRandom chance;
  private final Map<Slot, Keyset> sealing = new HashMap<>();
  private final Map<Slot, List<SecretKey>> hashing = new HashMap<>();
  private boolean locked;

  /** Creates a keyring without a key. */
  public InMemoryKeyring(long seed) {
    this.chance = new SplittableRandom(seed);
  }

  @Override
  public synchronized Sealer sealer(String tenant, Purpose purpose) {
    refuseIfLocked();
    return sealing.computeIfAbsent(new Slot(tenant, purpose), _ -> Keyset.create());
  }

  @Override
  public synchronized List<SecretKey> secrets(String tenant, Purpose purpose) {
    refuseIfLocked();
    return hashing.computeIfAbsent(new Slot(tenant, purpose), _ -> List.of(secret(0)));
  }

  /** Gives every tenant and purpose a new key, besides those it has. */
  public synchronized void rotate() {
    sealing.replaceAll((_, keyset) -> keyset.rotated());
    hashing.replaceAll((_, keys) -> {
      List<SecretKey> more = new ArrayList<>(keys);
      more.addFirst(secret(keys.getFirst().version() + 1));
      return List.copyOf(more);
    });
  }

  /** Destroys all keys but the newest. */
  public synchronized void destroyOld() {
    destroyOld(_ -> true);
  }

  /** Destroys all keys but the newest that are for what a rotation destroys. */
  public synchronized void destroyOldAsRotationsDo() {
    destroyOld(purpose -> !Rotation.keepsOlder(purpose));
  }

  private void destroyOld(Predicate<Purpose> which) {
    sealing.replaceAll((slot, keyset) -> which.test(slot.purpose()) ? newestOnly(keyset) : keyset);
    hashing.replaceAll(
        (slot, keys) -> which.test(slot.purpose()) ? List.of(keys.getFirst()) : keys);
  }

  /** Makes the keys of a tenant that it does not have yet. */
  public synchronized void makeAll(String tenant) {
    for (Purpose purpose : Purpose.values()) {
      switch (purpose) {
        case CONTENT, VAULT -> sealer(tenant, purpose);
        case INDEX, PSEUDONYM, AUDIT, SIGNATURE -> secrets(tenant, purpose);
      }
    }
  }

  /** Makes all keys unavailable, or available again. */
  public synchronized void lock(boolean locked) {
    this.locked = locked;
  }

  /** Returns all keys as text, so that another process may have the same. */
  public synchronized String write() {
    List<Json> all = new ArrayList<>();
    sealing.forEach(
        (slot, keyset) -> all.add(slot(slot).put("keyset", keyset.serialized()).build()));
    hashing.forEach((slot, keys) ->
        keys.reversed()
            .forEach(key ->
                all.add(
                    slot(slot)
                        .put("version", key.version())
                        .put("secret", HexFormat.of().formatHex(key.bytes()))
                        .build())));
    return JsonCodec.write(JsonObject.builder().put("keys", new JsonArray(all)).build());
  }

  /** Returns the keyring that {@link #write} wrote. */
  public static InMemoryKeyring read(String text) {
    InMemoryKeyring keyring = new InMemoryKeyring(1);
    for (Json each : JsonCodec.readObject(text).array("keys").orElseThrow().values()) {
      JsonObject key = (JsonObject) each;
      Slot slot =
          new Slot(
              key.text("tenant").orElseThrow(), Purpose.valueOf(key.text("purpose").orElseThrow()));
      key.text("keyset").ifPresent(set -> keyring.sealing.put(slot, Keyset.read(set)));
      key.text("secret")
          .ifPresent(secret -> {
            SecretKey read =
                new SecretKey(
                    key.whole("version").orElseThrow().intValue(), HexFormat.of().parseHex(secret));
            keyring.hashing.merge(slot, List.of(read), InMemoryKeyring::newestFirst);
          });
    }
    return keyring;
  }

  private static List<SecretKey> newestFirst(List<SecretKey> older, List<SecretKey> newer) {
    return Stream.concat(newer.stream(), older.stream()).toList();
  }

  private static JsonObject.Builder slot(Slot slot) {
    return JsonObject.builder().put("tenant", slot.tenant()).put("purpose", slot.purpose().name());
  }

  /** A keyset is JSON in the form of Tink's: its keys, and the id of the one that seals. */
  private static Keyset newestOnly(Keyset keyset) {
    JsonObject all = JsonCodec.readObject(keyset.serialized());
    Json newest = all.find("primaryKeyId").orElseThrow();
    List<Json> kept =
        all.array("key").orElseThrow().values().stream()
            .filter(key -> ((JsonObject) key).find("keyId").orElseThrow().equals(newest))
            .toList();
    JsonObject only =
        JsonObject.builder().put("primaryKeyId", newest).put("key", new JsonArray(kept)).build();
    return Keyset.read(JsonCodec.write(only));
  }

  private SecretKey secret(int version) {
    byte[] bytes = new byte[SECRET_BYTES];
    chance.nextBytes(bytes);
    return new SecretKey(version, bytes);
  }

  private void refuseIfLocked() {
    if (locked) {
      throw new KeysUnavailable("the keys are locked", "unlock them", null);
    }
  }
}
