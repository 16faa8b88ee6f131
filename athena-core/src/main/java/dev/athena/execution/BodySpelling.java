package dev.athena.execution;

import dev.athena.json.JsonCodec;
import dev.athena.json.MalformedJson;
import dev.athena.privacy.Spelling;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells how a body is written: by its type, or, without one, by whether it is JSON. */
final class BodySpelling {
  private BodySpelling() {}

  static Spelling of(FetchRequest request) {
    String type = request.headers().values().getOrDefault("Content-Type", "");
    String lower = type.toLowerCase(Locale.ROOT);
    if (lower.contains("json")) {
      return Spelling.JSON;
    }
    if (lower.contains("x-www-form-urlencoded")) {
      return Spelling.PERCENT;
    }
    if (lower.contains("xml") || lower.contains("html")) {
      return Spelling.MARKUP;
    }
    return lower.isEmpty() && isJson(request.body()) ? Spelling.JSON : Spelling.PLAIN;
  }

  private static boolean isJson(@Nullable String body) {
    if (body == null) {
      return false;
    }
    try {
      return !JsonCodec.write(JsonCodec.read(body)).isEmpty();
    } catch (MalformedJson _) {
      return false;
    }
  }
}
