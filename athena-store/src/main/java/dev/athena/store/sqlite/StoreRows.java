package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.crypto.SealBroken;
import java.util.Optional;

/** The tables {@code setting} and {@code embedding_model}, whose rows belong to no tenant. */
final class StoreRows {
  private final Sql sql;
  private final Seals seals;

  StoreRows(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
  }

  /**
   * Returns a setting.
   *
   * @throws SealBroken if it is not as it was written
   */
  Optional<String> setting(String name) {
    return sql.first(
        "select value, proof from setting where name = ?",
        row -> {
          String value = row.getString(1);
          seals.check(ofSetting(name, value), row.getBytes(2));
          return value;
        },
        name);
  }

  /** Sets a setting. */
  void put(String name, String value) {
    seals.epoch(Epochs.STORE);
    sql.update(
        "insert or replace into setting (name, value, proof) values (?, ?, ?)",
        name,
        value,
        seals.proof(ofSetting(name, value)));
  }

  /**
   * Returns the centre of a model.
   *
   * @throws SealBroken if it is not as it was written
   */
  Optional<byte[]> centre(String model) {
    return sql.first(
        "select centre, proof from embedding_model where name = ?",
        row -> {
          byte[] centre = row.getBytes(1);
          seals.check(ofModel(model, centre), row.getBytes(2));
          return centre;
        },
        model);
  }

  /** Adds a model with its centre, unless it is there. */
  void putModel(String model, byte[] centre) {
    seals.epoch(Epochs.STORE);
    sql.update(
        "insert or ignore into embedding_model (name, centre, proof) values (?, ?, ?)",
        model,
        centre,
        seals.proof(ofModel(model, centre)));
  }

  /** Proves all rows anew with the newest keys, and lets the changes begin anew. */
  void sealAnew() {
    for (String name : sql.list("select name from setting", row -> row.getString(1))) {
      setting(name).ifPresent(value -> put(name, value));
    }
    for (String model : sql.list("select name from embedding_model", row -> row.getString(1))) {
      byte[] centre = centre(model).orElseThrow();
      sql.update(
          "update embedding_model set proof = ? where name = ?",
          seals.proof(ofModel(model, centre)),
          model);
    }
    ChangeLog.beginAnew(sql, seals);
  }

  private static Place ofSetting(String name, String value) {
    return new Place(Epochs.STORE, "setting", Binding.of(name, value), "proof");
  }

  private static Place ofModel(String model, byte[] centre) {
    return new Place(Epochs.STORE, "embedding_model", Binding.of(model, centre), "proof");
  }
}
