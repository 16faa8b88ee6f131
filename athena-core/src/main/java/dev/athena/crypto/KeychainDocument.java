package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a keychain keeps: the mark of the master key, and every key, wrapped, with its history.
 *
 * @param master the mark of the key that wraps {@code chainKey}
 * @param chainKey the wrapped key of the keychain, which wraps all others
 */
record KeychainDocument(MasterMark master, Wrapped chainKey, Map<Slot, Entry> entries) {
  /** The most tenants that have keys. */
  static final int TENANTS_MAX = 1_000;

  private static final int FORMAT = 1;

  KeychainDocument {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** A wrapped key, in base64. */
  record Wrapped(String base64) {
    static Wrapped of(byte[] bytes) {
      return new Wrapped(Base64.getEncoder().encodeToString(bytes));
    }

    byte[] bytes() {
      return Member.bytes(JsonObject.builder().put("key", base64).build(), "key");
    }
  }

  /** One key. */
  record Entry(KeyHistory history, Wrapped wrapped) {}

  /**
   * A document as it was read; it says nothing until its key has shown that it is one.
   *
   * @param text the whole of it
   */
  record Unverified(KeychainDocument document, String text) {
    /** Returns the document, in which not one bit differs from what was written. */
    KeychainDocument verified(ChainKey key) {
      byte[] expected = document.written(key).getBytes(StandardCharsets.UTF_8);
      if (!MessageDigest.isEqual(expected, text.getBytes(StandardCharsets.UTF_8))) {
        throw KeychainDamaged.because("what it says does not match its seal", null);
      }
      return document;
    }
  }

  static KeychainDocument empty(MasterKey master, ChainKey key) {
    return new KeychainDocument(
        MasterMark.of(master), Wrapped.of(key.wrappedWith(master)), Map.of());
  }

  @Nullable Entry entry(Slot slot) {
    return entries.get(slot);
  }

  List<KeyHistory> histories() {
    return entries.values().stream().map(Entry::history).toList();
  }

  /** Returns this with an entry in place of one for the same slot. */
  KeychainDocument with(KeyHistory history, byte[] wrapped) {
    Map<Slot, Entry> all = new LinkedHashMap<>(entries);
    all.put(Slot.of(history), new Entry(history, Wrapped.of(wrapped)));
    long tenants = all.keySet().stream().map(Slot::tenant).distinct().count();
    if (tenants > TENANTS_MAX) {
      throw new InvalidArgument(
          "there are keys of %,d tenants, and there can be no more".formatted(TENANTS_MAX),
          "use another home for this tenant");
    }
    return new KeychainDocument(master, chainKey, all);
  }

  /** Returns the text in which this is kept. */
  String written(ChainKey key) {
    JsonObject json = toJson();
    return JsonCodec.writePretty(json.with("seal", Json.of(key.mac(JsonCodec.writePretty(json)))))
        + "\n";
  }

  /** Reads a document, of which only the mark may be believed, and that only as a hint. */
  static Unverified read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      throw KeychainDamaged.because("it is no text", null);
    }
    try {
      JsonObject json = JsonCodec.readObject(text);
      if (Member.whole(json, "format") != FORMAT) {
        throw new KeysUnavailable(
            "the keychain has format %d, this Athena knows %d"
                .formatted(Member.whole(json, "format"), FORMAT),
            "use the Athena that wrote it, or a newer one",
            null);
      }
      Map<Slot, Entry> entries = new LinkedHashMap<>();
      for (Json each : json.array("keys").orElseThrow(Member.missing("keys")).values()) {
        Entry entry = entry(each);
        entries.put(Slot.of(entry.history()), entry);
      }
      KeychainDocument document =
          new KeychainDocument(
              MasterMark.of(Member.object(json, "master")),
              new Wrapped(Member.text(json, "key")),
              entries);
      return new Unverified(document, text);
    } catch (MalformedJson | IllegalArgumentException e) {
      throw KeychainDamaged.because("it cannot be read", e);
    }
  }

  private static Entry entry(Json json) {
    if (!(json instanceof JsonObject object)) {
      throw KeychainDamaged.because("a key that is none", null);
    }
    return new Entry(KeyHistory.of(object), new Wrapped(Member.text(object, "wrapped")));
  }

  private JsonObject toJson() {
    List<Json> keys = new ArrayList<>();
    for (Entry entry : entries.values()) {
      keys.add(entry.history().toJson().with("wrapped", Json.of(entry.wrapped().base64())));
    }
    return JsonObject.builder()
        .put("format", FORMAT)
        .put("master", master.toJson())
        .put("key", chainKey.base64())
        .put("keys", new JsonArray(keys))
        .build();
  }
}
