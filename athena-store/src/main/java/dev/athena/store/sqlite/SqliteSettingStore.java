package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Place;
import dev.athena.crypto.Purpose;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.privacy.SettingStore;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in the table {@code tenant_setting}. */
final class SqliteSettingStore implements SettingStore {
  private final Sql sql;
  private final Keyring keyring;

  SqliteSettingStore(Sql sql, Keyring keyring) {
    this.sql = sql;
    this.keyring = keyring;
  }

  @Override
  public Optional<JsonObject> find(String tenant, String name) {
    return sql.first(
            "select sealed from tenant_setting where tenant = ? and name = ?",
            row -> row.getBytes(1),
            tenant,
            name)
        .map(sealed -> keyring.sealer(tenant, Purpose.VAULT).open(place(tenant, name), sealed))
        .map(plain -> JsonCodec.readObject(new String(plain, StandardCharsets.UTF_8)));
  }

  @Override
  public void put(String tenant, String name, JsonObject value) {
    byte[] plain = JsonCodec.write(value).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = keyring.sealer(tenant, Purpose.VAULT).seal(place(tenant, name), plain);
    sql.update(
        "insert or replace into tenant_setting (tenant, name, sealed, key_id) values (?, ?, ?, ?)",
        tenant,
        name,
        sealed,
        Keyset.keyIdOf(sealed));
  }

  @Override
  public boolean remove(String tenant, String name) {
    return sql.update("delete from tenant_setting where tenant = ? and name = ?", tenant, name)
        == 1;
  }

  @Override
  public Map<Name, JsonObject> startingWith(String prefix) {
    List<Name> names =
        sql.list(
            """
            select tenant, name from tenant_setting where substr(name, 1, ?) = ?
            order by tenant, name
            """,
            row -> new Name(row.getString(1), row.getString(2)),
            prefix.length(),
            prefix);
    Map<Name, JsonObject> found = new LinkedHashMap<>();
    names.forEach(one -> find(one.tenant(), one.name()).ifPresent(value -> found.put(one, value)));
    return found;
  }

  private static Place place(String tenant, String name) {
    return new Place(tenant, "tenant_setting", name, "sealed");
  }
}
