package dev.athena.detection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A file of rules that lies beside this package; its form is told in docs/privacy-rules.md. */
final class RuleFile {
  /** The files that come with Athena. */
  static final List<String> NAMES = List.of("clouds.json", "services.json", "generic.json");

  /** Parts that expressions share, by the name that stands for them in double braces. */
  private static final JsonObject FORMS = DataFile.read("forms.json", JsonObject.class);

  /** What stands wherever some forms match. */
  private static final List<JsonObject> SIGNS = objects("signs.json");

  /** How deep forms stand in forms. */
  private static final int FORM_DEPTH_MAX = 4;

  private RuleFile() {}

  /** Returns the rules of all files. */
  static List<Rule> all() {
    return NAMES.stream().flatMap(name -> objects(name).stream()).map(RuleFile::rule).toList();
  }

  /** Returns the rules of one file as they stand there. */
  static List<JsonObject> objects(String name) {
    return DataFile.read(name, JsonArray.class).values().stream()
        .map(rule -> (JsonObject) rule)
        .toList();
  }

  static Rule rule(JsonObject json) {
    String id = text(json, "id");
    try {
      return new Rule(
          id,
          SensitiveType.valueOf(text(json, "type")),
          texts(json, "keywords"),
          Pattern.compile(expanded(text(json, "regex"))),
          Math.toIntExact(json.whole("reach").orElse(0L)),
          signs(json),
          ValueFilters.of(json));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("the rule " + id + " is no RE2: " + e.getMessage(), e);
    }
  }

  static List<String> texts(JsonObject json, String member) {
    return DataFile.texts(json, member);
  }

  /** Returns the signs of a rule, or of the form that its expression ends with. */
  private static Signs signs(JsonObject rule) {
    if (rule.has("signs")) {
      return new Signs(texts(rule, "signs"), false);
    }
    String regex = text(rule, "regex");
    for (JsonObject json : SIGNS) {
      for (String form : texts(json, "forms")) {
        if (regex.endsWith("{{" + form + "}}")) {
          return new Signs(
              texts(json, "signs"), json.find("near").filter(Json.of(true)::equals).isPresent());
        }
      }
    }
    return Signs.NONE;
  }

  private static String expanded(String regex) {
    String expanded = regex;
    for (int depth = 0; depth < FORM_DEPTH_MAX && expanded.contains("{{"); depth++) {
      for (Map.Entry<String, Json> form : FORMS.members().entrySet()) {
        String text = ((Json.Text) form.getValue()).value();
        expanded = expanded.replace("{{" + form.getKey() + "}}", text);
      }
    }
    return expanded;
  }

  private static String text(JsonObject json, String member) {
    return json.text(member)
        .orElseThrow(() -> new IllegalArgumentException("a rule without " + member + ": " + json));
  }
}
