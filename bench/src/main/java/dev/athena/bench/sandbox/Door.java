package dev.athena.bench.sandbox;

import dev.athena.json.JsonObject;
import java.io.IOException;

/** A way to call operations that answer with an object. */
@FunctionalInterface
interface Door {
  JsonObject call(String operation, JsonObject arguments) throws IOException;
}
