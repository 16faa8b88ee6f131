package dev.athena.detection;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** What the members of a rule in a file ask of a value; docs/privacy-rules.md tells of them. */
final class ValueFilters {
  private static final int SECRET_LENGTH_MIN = 8;
  private static final int KEY_LENGTH_MIN = 16;
  private static final int LITERAL_LENGTH_MIN = 3;

  private static final Map<String, Filter> BY_NAME =
      Map.ofEntries(
          Map.entry("password", new PasswordFilter()),
          Map.entry("prose", new ProseFilter()),
          Map.entry("unusual", new ProseFilter().and(ProseFilter::isUnusual)),
          Map.entry("argument", new ArgumentFilter()),
          Map.entry("literal", new LiteralFilter(LITERAL_LENGTH_MIN)),
          Map.entry("secret", new OpaqueFilter(SECRET_LENGTH_MIN, false)),
          Map.entry("token", new OpaqueFilter(KEY_LENGTH_MIN, false)),
          Map.entry("key", new OpaqueFilter(KEY_LENGTH_MIN, true)),
          Map.entry("basic", Encoded::isUserAndPassword),
          Map.entry("webToken", Encoded::isWebToken));

  private ValueFilters() {}

  /** Returns the filter that a rule asks for. */
  static Filter of(JsonObject rule) {
    Filter filter = candidate -> !Placeholder.isExample(candidate.value());
    if (rule.find("entropy").orElse(Json.Null.VALUE) instanceof Json.Num(var entropy)) {
      double least = entropy.doubleValue();
      filter = filter.and(candidate -> Entropy.of(candidate.value()) >= least);
    }
    Optional<String> named = rule.text("named");
    if (named.isPresent()) {
      filter = filter.and(byNameOf(named.get()));
    }
    Optional<String> value = rule.text("value");
    if (value.isPresent()) {
      filter = filter.and(byName(value.get()));
    }
    return filter;
  }

  private static Filter byNameOf(String group) {
    return switch (group) {
      case "flag" -> candidate -> candidate.name().startsWith("-");
      case "word" -> Candidate::beginsWord;
      default -> NameFilter.of(group);
    };
  }

  private static Filter byName(String name) {
    Filter filter = BY_NAME.get(name);
    if (filter == null) {
      throw new IllegalArgumentException(
          "no filter is named " + name + "; there are " + BY_NAME.keySet());
    }
    return filter;
  }
}
