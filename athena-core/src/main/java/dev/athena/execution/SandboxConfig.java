package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Everything that can be set about a sandbox. */
public record SandboxConfig(
    @Doc(value = "What builds the walls.", ifAbsent = "\"bwrap\"") Backend backend,
    @Doc(value = "Languages it runs.", ifAbsent = "[\"python\", \"javascript\"]")
        List<Language> languages,
    @Doc(value = "What a program may do with the memory.", ifAbsent = "\"full\"")
        MemoryAccess memory,
    @Doc(value = "How much it may take.", ifAbsent = "{}") SandboxLimits limits,
    @Doc(value = "Which files of this machine it sees.", ifAbsent = "{}") SandboxPaths paths,
    @Doc(value = "Which hosts it may reach.", ifAbsent = "{}") SandboxNetwork network,
    @Doc(
            value = "Variables of its environment, up to 50; it gets no others of this machine.",
            ifAbsent = "{}")
        JsonObject environment,
    @Doc(value = "Findings because of which a program is not run.", ifAbsent = "[]")
        List<FindingRule> refuse) {
  /** The most variables. */
  public static final int VARIABLES_MAX = 50;

  /** The longest value of a variable, in characters. */
  public static final int VALUE_LENGTH_MAX = 4_000;

  public SandboxConfig {
    languages = List.copyOf(languages);
    refuse = List.copyOf(refuse);
    if (languages.isEmpty()) {
      throw new InvalidArgument("languages is empty", "send python, javascript, or both");
    }
    if (environment.members().size() > VARIABLES_MAX) {
      throw new InvalidArgument(
          "environment has " + environment.members().size() + " variables",
          "send up to " + VARIABLES_MAX);
    }
    environment.members().forEach(SandboxConfig::checkVariable);
  }

  /**
   * Returns the configuration that {@code json} stands for.
   *
   * @throws InvalidArgument if it stands for none; the message names the option
   */
  public static SandboxConfig of(JsonObject json) {
    return (SandboxConfig) JsonBinder.BASIC.read(json, SandboxConfig.class, "");
  }

  /** Returns this as JSON, every option with its value. */
  public JsonObject toJson() {
    return (JsonObject) JsonBinder.BASIC.write(this, SandboxConfig.class);
  }

  /** Returns this with another time limit. */
  SandboxConfig lasting(double seconds) {
    return new SandboxConfig(
        backend, languages, memory, limits.lasting(seconds), paths, network, environment, refuse);
  }

  /** Returns this with the options that {@code changes} names. */
  public SandboxConfig with(JsonObject changes) {
    return of(merged(toJson(), changes));
  }

  private static JsonObject merged(JsonObject under, JsonObject over) {
    JsonObject made = under;
    for (Map.Entry<String, Json> member : over.members().entrySet()) {
      Json value = member.getValue();
      boolean isGroup = !member.getKey().equals("environment");
      if (isGroup
          && value instanceof JsonObject inner
          && made.object(member.getKey()).isPresent()) {
        value = merged(made.object(member.getKey()).orElseThrow(), inner);
      }
      made = made.with(member.getKey(), value);
    }
    return made;
  }

  private static void checkVariable(String name, Json value) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,99}")) {
      throw new InvalidArgument(
          "environment has the variable \"" + name + "\"",
          "send letters, digits and _, up to 100, not beginning with a digit");
    }
    if (name.startsWith("LD_") || name.startsWith("PYTHON") || name.startsWith("NODE_")) {
      throw new InvalidArgument(
          "environment sets " + name, "that changes how the language starts; choose another name");
    }
    if (!(value instanceof Json.Text(String text))
        || text.length() > VALUE_LENGTH_MAX
        || text.indexOf('\0') >= 0) {
      throw new InvalidArgument(
          "environment." + name + " is no text of up to " + VALUE_LENGTH_MAX + " characters",
          "send a text without the character 0");
    }
  }
}
