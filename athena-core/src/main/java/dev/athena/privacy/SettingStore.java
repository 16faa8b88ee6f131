package dev.athena.privacy;

import dev.athena.json.JsonObject;
import dev.athena.storage.Store;
import java.util.Map;
import java.util.Optional;

/** The settings of each tenant, sealed like what they protect. */
public interface SettingStore extends Store {
  /** Returns a setting. */
  Optional<JsonObject> find(String tenant, String name);

  /** Puts a setting in the place of the one there. */
  void put(String tenant, String name, JsonObject value);

  /** Removes a setting; returns whether it was there. */
  boolean remove(String tenant, String name);

  /** Returns, of all tenants, the settings whose names begin so, in the order of their names. */
  Map<Name, JsonObject> startingWith(String prefix);

  /** The name of a setting of one tenant. */
  record Name(String tenant, String name) {}
}
