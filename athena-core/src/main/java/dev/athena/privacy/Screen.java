package dev.athena.privacy;

import dev.athena.json.Json;
import java.util.Map;

/** Takes what is sensitive out of all that passes it. Safe for use by many threads. */
public interface Screen {
  /** Lets everything pass, for an Athena without privacy. */
  Screen OPEN =
      new Screen() {
        @Override
        public Redacted<String> text(String tenant, String text, Use use) {
          return new Redacted<>(text, Map.of());
        }

        @Override
        public Redacted<Json> json(String tenant, Json tree, Use use) {
          return new Redacted<>(tree, Map.of());
        }
      };

  /** Returns a text of a tenant without what is sensitive. */
  Redacted<String> text(String tenant, String text, Use use);

  /** Returns the values of a tenant, and the names of members, without what is sensitive. */
  Redacted<Json> json(String tenant, Json tree, Use use);
}
