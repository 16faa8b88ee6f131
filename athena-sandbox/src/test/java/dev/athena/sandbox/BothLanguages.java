package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real sandbox for programs that say the same in both languages. */
abstract class BothLanguages extends SandboxFixture {
  @Override
  Sandbox.Options options(Path home) {
    Sandbox.Options usual = super.options(home);
    return new Sandbox.Options(
        usual.cache(),
        usual.sessions(),
        usual.searchPath(),
        usual.srtModules(),
        TestApi::files,
        usual.readyPython(),
        usual.readyJavaScript(),
        usual.sessionsKept(),
        usual.clock());
  }

  /** A program in each language. */
  record Both(String python, String javaScript) {
    String in(Language language) {
      return language == Language.PYTHON ? python : javaScript;
    }

    /** Returns the programs with a word of both replaced. */
    Both with(String word, Object value) {
      return new Both(
          python.replace(word, value.toString()), javaScript.replace(word, value.toString()));
    }
  }

  final Outcome run(Language language, Both source) {
    return run(language, source, null, JsonObject.EMPTY);
  }

  final Outcome run(Language language, Both source, JsonObject config) {
    return run(language, source, null, config);
  }

  final Outcome run(Language language, Both source, @Nullable String session, JsonObject config) {
    return run(new Program(language, source.in(language), session), config);
  }

  /** Returns a configuration with limits, such as {@code "output_mb": 1}. */
  static JsonObject limits(String members) {
    return JsonCodec.readObject("{\"limits\": {" + members + "}}");
  }

  /** Returns the result as JSON, in words that a test can compare. */
  static String result(Outcome outcome) {
    Json result = outcome.result();
    return result == null ? "nothing: " + outcome.error() : JsonCodec.write(result);
  }

  /** Returns the names and sizes of the files that an outcome tells. */
  static Map<String, Long> files(Outcome outcome) {
    return outcome.files().stream()
        .collect(Collectors.toMap(file -> file.path(), file -> file.size()));
  }
}
