package dev.athena.privacy;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Purpose;
import dev.athena.detection.SensitiveType;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what stands behind pseudonyms in their place, as far as a grant goes. */
final class Opening {
  private final Vault vault;
  private final Keyring keyring;
  private final RevealGrant grant;
  private final Set<SensitiveType> shown = EnumSet.noneOf(SensitiveType.class);
  private final Set<Pseudonym> resolved = new HashSet<>();

  Opening(Vault vault, Keyring keyring, RevealGrant grant) {
    this.vault = vault;
    this.keyring = keyring;
    this.grant = grant;
  }

  /** Returns the types of which something was shown. */
  Set<SensitiveType> shown() {
    return Set.copyOf(shown);
  }

  /** Returns how many pseudonyms were resolved. */
  int count() {
    return resolved.size();
  }

  /** Returns {@code json} with values in the place of pseudonyms. */
  Json open(Json json) {
    return switch (json) {
      case Json.Text(String text) -> Json.of(open(text));
      case JsonArray(List<Json> values) -> new JsonArray(values.stream().map(this::open).toList());
      case JsonObject object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(open(name), open(value)));
        yield new JsonObject(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> json;
    };
  }

  private String open(String text) {
    StringBuilder opened = new StringBuilder();
    int from = 0;
    for (Pseudonym.Place place : Pseudonym.in(text)) {
      Optional<Sensitive> behind = behind(place.pseudonym());
      if (behind.isPresent()) {
        opened.append(text, from, place.start()).append(behind.get().value());
        from = place.end();
        shown.add(place.pseudonym().type());
        resolved.add(place.pseudonym());
      }
    }
    return opened.append(text, from, text.length()).toString();
  }

  /** Returns what stands behind a pseudonym, if the grant goes so far. */
  Optional<Sensitive> behind(Pseudonym pseudonym) {
    if (!grant.opens(pseudonym)) {
      return Optional.empty();
    }
    return vault
        .find(grant.tenant(), pseudonym)
        .map(row ->
            keyring
                .sealer(grant.tenant(), Purpose.VAULT)
                .open(VaultRow.place(grant.tenant(), pseudonym), row.sealed()))
        .map(bytes -> new Sensitive(pseudonym.type(), new String(bytes, StandardCharsets.UTF_8)));
  }
}
