package dev.athena.bench.sandbox;

import dev.athena.app.engine.Engine;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.bench.home.BenchHome;
import dev.athena.execution.Language;
import dev.athena.execution.Presets;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.util.Locale;

/** An Athena in this process on a home of its own, for running programs. */
final class Scratch implements AutoCloseable {
  /** The program that does next to nothing. */
  static final String TRIVIAL = "1+1";

  static final String PROJECT = "sandbox";

  private final BenchHome home;
  private final Engine engine;
  private final Caller caller = Caller.local(Namespace.ofProject(PROJECT));

  private Scratch(BenchHome home, Engine engine) {
    this.home = home;
    this.engine = engine;
  }

  /** Opens one that keeps so many sandboxes ready. */
  static Scratch open(int readyPython, int readyJavaScript) throws IOException {
    BenchHome home = BenchHome.create();
    SandboxOptions usual = SandboxOptions.DEFAULT;
    SandboxOptions options =
        new SandboxOptions(
            usual.searchPath(),
            usual.srtModules(),
            usual.presets(),
            readyPython,
            readyJavaScript,
            usual.alertCommand(),
            usual.kept());
    return new Scratch(home, BenchHome.openEngine(home.folder(), options));
  }

  /** Opens one with as many sandboxes ready as a user has. */
  static Scratch open() throws IOException {
    return open(SandboxOptions.DEFAULT.readyPython(), SandboxOptions.DEFAULT.readyJavaScript());
  }

  Engine engine() {
    return engine;
  }

  /** Calls an operation. */
  Json call(String operation, JsonObject arguments) {
    return engine.operations().call(caller, operation, arguments);
  }

  /** Runs a program and returns its result. */
  Json run(Language language, String code) throws IOException {
    return result((JsonObject) call("execute_code", program(language, code)));
  }

  /** Runs a program with options changed and returns its result. */
  Json run(Language language, String code, JsonObject config) throws IOException {
    JsonObject arguments = program(language, code).with("config", config);
    return result((JsonObject) call("execute_code_with_custom_config", arguments));
  }

  /** Begins to keep sandboxes of the usual kind ready. */
  void prepare(Language language) {
    SandboxConfig config = engine.code().presets().within(Presets.DEFAULT, 30).config();
    engine.code().sandbox().prepare(language, config);
  }

  static JsonObject program(Language language, String code) {
    return JsonObject.builder()
        .put("code", code)
        .put("language", language.name().toLowerCase(Locale.ROOT))
        .build();
  }

  /** Returns the result of an execution that went well. */
  static Json result(JsonObject answer) throws IOException {
    if (!answer.text("status").orElse("").equals("ok")) {
      throw new IOException("a program of the benchmark failed: " + answer);
    }
    return answer.find("result").orElse(Json.Null.VALUE);
  }

  @Override
  public void close() throws IOException {
    engine.close();
    home.close();
  }
}
