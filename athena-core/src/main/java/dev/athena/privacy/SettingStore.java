package dev.athena.privacy;

import dev.athena.json.JsonObject;
import dev.athena.storage.Store;
import java.util.Optional;

/** The settings of each tenant, sealed like what they protect. */
public interface SettingStore extends Store {
  /** Returns a setting. */
  Optional<JsonObject> find(String tenant, String name);

  /** Puts a setting in the place of the one there. */
  void put(String tenant, String name, JsonObject value);
}
