package dev.athena.detection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A file of rules that lies beside this package; its form is told in docs/privacy-rules.md. */
final class RuleFile {
  /** The files that come with Athena. */
  static final List<String> NAMES = List.of("clouds.json", "services.json");

  private RuleFile() {}

  /** Returns the rules of all files. */
  static List<Rule> all() {
    return NAMES.stream().flatMap(name -> objects(name).stream()).map(RuleFile::rule).toList();
  }

  /** Returns the rules of one file as they stand there. */
  static List<JsonObject> objects(String name) {
    try (InputStream in = Objects.requireNonNull(RuleFile.class.getResourceAsStream(name), name)) {
      List<JsonObject> rules = new ArrayList<>();
      for (Json rule : ((JsonArray) JsonCodec.read(in.readAllBytes())).values()) {
        rules.add((JsonObject) rule);
      }
      return rules;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  static Rule rule(JsonObject json) {
    String id = text(json, "id");
    try {
      return new Rule(
          id,
          SensitiveType.valueOf(text(json, "type")),
          texts(json, "keywords"),
          Pattern.compile(text(json, "regex")),
          number(json, "entropy"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("the rule " + id + " is no RE2: " + e.getMessage(), e);
    }
  }

  static List<String> texts(JsonObject json, String member) {
    return json.array(member).map(JsonArray::values).orElse(List.of()).stream()
        .map(one -> ((Json.Text) one).value())
        .toList();
  }

  private static String text(JsonObject json, String member) {
    return json.text(member)
        .orElseThrow(() -> new IllegalArgumentException("a rule without " + member + ": " + json));
  }

  private static double number(JsonObject json, String member) {
    return json.find(member).orElse(Json.Null.VALUE) instanceof Json.Num(var value)
        ? value.doubleValue()
        : 0;
  }
}
