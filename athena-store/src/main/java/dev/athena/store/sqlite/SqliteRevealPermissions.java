package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SealBroken;
import dev.athena.detection.SensitiveType;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.privacy.RevealPermission;
import dev.athena.privacy.RevealPermissions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Permissions in the table {@code permission}. All of one is sealed, so that nobody can write one
 * into the file, or make one last longer.
 */
final class SqliteRevealPermissions implements RevealPermissions {
  private static final String PRINCIPAL = "principal";
  private static final String TYPES = "types";
  private static final String PURPOSE = "purpose";
  private static final String HOSTS = "hosts";
  private static final String GIVEN_AT = "given_at";
  private static final String EXPIRES_AT = "expires_at";

  private final Sql sql;
  private final Keyring keyring;

  SqliteRevealPermissions(Sql sql, Keyring keyring) {
    this.sql = sql;
    this.keyring = keyring;
  }

  @Override
  public void add(RevealPermission permission) {
    String tenant = permission.tenant();
    byte[] sealed =
        keyring
            .sealer(tenant, Purpose.VAULT)
            .seal(
                place(tenant, permission.id()),
                JsonCodec.write(json(permission)).getBytes(StandardCharsets.UTF_8));
    sql.update(
        "insert into permission (tenant, id, sealed, key_id) values (?, ?, ?, ?)",
        tenant,
        permission.id(),
        sealed,
        Keyset.keyIdOf(sealed));
  }

  @Override
  public boolean remove(String tenant, String id) {
    return sql.update("delete from permission where tenant = ? and id = ?", tenant, id) == 1;
  }

  /**
   * {@inheritDoc}
   *
   * @throws SealBroken if one of them was not given by Athena
   */
  @Override
  public List<RevealPermission> all(String tenant) {
    return sql
        .list(
            "select id, sealed from permission where tenant = ?",
            row -> opened(tenant, row.getString(1), row.getBytes(2)),
            tenant)
        .stream()
        .sorted(Comparator.comparing(RevealPermission::givenAt).thenComparing(RevealPermission::id))
        .toList();
  }

  private RevealPermission opened(String tenant, String id, byte[] sealed) {
    Place place = place(tenant, id);
    byte[] plain = keyring.sealer(tenant, Purpose.VAULT).open(place, sealed);
    JsonObject json = JsonCodec.readObject(new String(plain, StandardCharsets.UTF_8));
    Set<SensitiveType> types =
        texts(json, TYPES).stream().map(SensitiveType::valueOf).collect(Collectors.toSet());
    return new RevealPermission(
        id,
        tenant,
        text(json, PRINCIPAL),
        types,
        text(json, PURPOSE),
        texts(json, HOSTS),
        Instant.parse(text(json, GIVEN_AT)),
        Instant.parse(text(json, EXPIRES_AT)));
  }

  private static JsonObject json(RevealPermission permission) {
    List<String> types = permission.types().stream().map(Enum::name).sorted().toList();
    return JsonObject.builder()
        .put(PRINCIPAL, permission.principal())
        .put(TYPES, Json.ofTexts(types))
        .put(PURPOSE, permission.purpose())
        .put(HOSTS, Json.ofTexts(permission.hosts()))
        .put(GIVEN_AT, permission.givenAt().toString())
        .put(EXPIRES_AT, permission.expiresAt().toString())
        .build();
  }

  private static String text(JsonObject json, String name) {
    return json.text(name)
        .orElseThrow(() -> new IllegalStateException("a permission without " + name));
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.array(name).orElse(JsonArray.EMPTY).values().stream()
        .map(value -> ((Json.Text) value).value())
        .toList();
  }

  private static Place place(String tenant, String id) {
    return new Place(tenant, "permission", id, "sealed");
  }
}
