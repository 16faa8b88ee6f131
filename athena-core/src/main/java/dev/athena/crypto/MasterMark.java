package dev.athena.crypto;

import dev.athena.json.JsonObject;

/**
 * What a keychain tells of its master key, for everyone to read.
 *
 * @param kind where the key comes from
 * @param id which one of its kind it is
 * @param checkValue differs from that of every other key
 * @param parameters what is needed to make the key again, besides what is secret
 */
public record MasterMark(String kind, String id, String checkValue, JsonObject parameters) {
  /** Returns the mark of a key. */
  public static MasterMark of(MasterKey key) {
    return new MasterMark(key.kind(), key.id(), key.checkValue(), key.parameters());
  }

  /** Returns whether {@code key} is the one that is meant. */
  public boolean isOf(MasterKey key) {
    return checkValue.equals(key.checkValue());
  }

  /** Returns it as people may read it. */
  public String shown() {
    return "%s %s, check value %s".formatted(kind, id, checkValue);
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("kind", kind)
        .put("id", id)
        .put("check", checkValue)
        .put("parameters", parameters)
        .build();
  }

  static MasterMark of(JsonObject json) {
    return new MasterMark(
        Member.text(json, "kind"),
        Member.text(json, "id"),
        Member.text(json, "check"),
        Member.object(json, "parameters"));
  }
}
