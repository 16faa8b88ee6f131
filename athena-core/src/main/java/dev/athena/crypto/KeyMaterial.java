package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** All versions of a key that are there, opened. */
sealed interface KeyMaterial {
  /** The last version of a key that is no keyset: what is made with it names it by one symbol. */
  int VERSION_MAX = 31;

  /** Returns whether keys for {@code purpose} seal; others hash. */
  static boolean seals(Purpose purpose) {
    return switch (purpose) {
      case CONTENT, VAULT -> true;
      case INDEX, PSEUDONYM, AUDIT, SIGNATURE -> false;
    };
  }

  /** Makes version 0. */
  static KeyMaterial create(Purpose purpose) {
    return seals(purpose) ? new Sealing(Keyset.create()) : new Hashing(List.of(fresh(0)));
  }

  /** Reads what {@link #serialized} wrote. */
  static KeyMaterial read(Purpose purpose, byte[] serialized) {
    String text = new String(serialized, StandardCharsets.UTF_8);
    return seals(purpose) ? new Sealing(Keyset.read(text)) : Hashing.read(text);
  }

  /** Returns what seals with these keys. */
  static Sealer sealer(KeyMaterial keys) {
    if (keys instanceof Sealing(Keyset keyset)) {
      return keyset;
    }
    throw new IllegalArgumentException("these keys hash and do not seal");
  }

  /** Returns the keys that hash, the newest first. */
  static List<SecretKey> secrets(KeyMaterial keys) {
    if (keys instanceof Hashing(List<SecretKey> secrets)) {
      return secrets;
    }
    throw new IllegalArgumentException("these keys seal and do not hash");
  }

  /** Returns it as bytes, readable by all who see them. */
  byte[] serialized();

  /** Returns this with one more version, number {@code version}. */
  KeyMaterial rotated(int version);

  /** Returns this with those versions only whose ids are given. */
  KeyMaterial only(List<Integer> keyIds);

  /** Returns the id of the newest version. */
  int newestId();

  /** Returns how many versions there are. */
  int size();

  private static SecretKey fresh(int version) {
    byte[] bytes = new byte[KeyedHash.BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SecretKey(version, bytes);
  }

  /** Keys that seal. */
  record Sealing(Keyset keyset) implements KeyMaterial {
    @Override
    public byte[] serialized() {
      return keyset.serialized().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public KeyMaterial rotated(int version) {
      if (keyset.size() > VERSION_MAX) {
        throw new InvalidArgument(
            "this key has %d versions, and there can be no more".formatted(keyset.size()),
            "destroy older ones first: rotate while all stores are there");
      }
      return new Sealing(keyset.rotated());
    }

    @Override
    public KeyMaterial only(List<Integer> keyIds) {
      return new Sealing(keyset.only(keyIds));
    }

    @Override
    public int newestId() {
      return keyset.newestKeyId();
    }

    @Override
    public int size() {
      return keyset.size();
    }
  }

  /** Keys that hash, the newest first. */
  record Hashing(List<SecretKey> keys) implements KeyMaterial {
    public Hashing {
      keys = List.copyOf(keys);
    }

    static Hashing read(String text) {
      List<SecretKey> keys = new ArrayList<>();
      JsonObject json = JsonCodec.readObject(text);
      for (Json each : json.array("keys").orElse(JsonArray.EMPTY).values()) {
        JsonObject key = (JsonObject) each;
        keys.add(new SecretKey(Member.whole(key, "version"), Member.bytes(key, "key")));
      }
      return new Hashing(keys);
    }

    @Override
    public byte[] serialized() {
      List<Json> all = new ArrayList<>();
      for (SecretKey key : keys) {
        all.add(
            JsonObject.builder()
                .put("version", key.version())
                .put("key", Base64.getEncoder().encodeToString(key.bytes()))
                .build());
      }
      return JsonCodec.writeUtf8(JsonObject.builder().put("keys", new JsonArray(all)).build());
    }

    @Override
    public KeyMaterial rotated(int version) {
      if (version > VERSION_MAX) {
        throw new InvalidArgument(
            "this key has had %d versions, and there can be no more".formatted(VERSION_MAX + 1),
            "keep the newest one");
      }
      List<SecretKey> all = new ArrayList<>(keys);
      all.addFirst(fresh(version));
      return new Hashing(all);
    }

    @Override
    public KeyMaterial only(List<Integer> keyIds) {
      return new Hashing(keys.stream().filter(key -> keyIds.contains(key.version())).toList());
    }

    @Override
    public int newestId() {
      return keys.getFirst().version();
    }

    @Override
    public int size() {
      return keys.size();
    }
  }
}
