package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.engine.Engine;
import dev.athena.app.engine.EngineOptions;
import dev.athena.app.engine.Protection;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.detection.SensitiveType;
import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Permitting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What programs try in order to learn what is private, or to change what is, past the API that they
 * are given: none of it works, though the caller who runs them may do all of it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PrivacyAttackTest {
  private static final Logger LOG = Logger.getLogger(PrivacyAttackTest.class.getName());
  private static final Caller CALLER = Caller.local(Namespace.ofProject("attacked"));
  private static final String EMAIL = "morwenna.pascoe@example.org";

  /** Whatever is called must be a name that programs can never use, or none at all. */
  private static final Set<String> REFUSALS =
      Set.of("permission_denied", "not_found", "invalid_argument");

  private static final List<String> PRESETS = List.of("conservative", "balanced", "permissive");

  private Engine engine;
  private String episode = "";

  @BeforeAll
  void open(@TempDir Path home) {
    SandboxOptions usual = SandboxOptions.DEFAULT;
    SandboxOptions sandbox =
        new SandboxOptions(
            usual.searchPath(),
            Path.of(System.getProperty("athena.srt", "/nonexistent")),
            usual.presets(),
            usual.readyPython(),
            usual.readyJavaScript(),
            usual.alertCommand(),
            usual.kept());
    engine =
        Engine.open(
            new EngineOptions(
                home,
                LocalEmbedder.Options.DEFAULT_MODEL,
                1,
                sandbox,
                Protection.usual(home, InstantSource.system()),
                InstantSource.system(),
                ZoneOffset.UTC,
                new SplittableRandom(1)));
    episode =
        id(call("remember_episodic", "{\"content\": \"Wrote to %s today.\"}".formatted(EMAIL)));
    Permitting.Wanted wanted =
        new Permitting.Wanted(
            CALLER.principal().name(), Set.of(SensitiveType.EMAIL), "review", Duration.ofDays(1));
    engine.privacy().permitting().permit(CALLER, wanted);
  }

  @AfterAll
  void close() {
    engine.close();
  }

  private static Stream<String> presetsAndLanguages() {
    return PRESETS.stream()
        .flatMap(preset -> Stream.of(preset + " python", preset + " javascript"));
  }

  /** Returns what is called, by what it tries; {@code EPISODE} stands for one with a value. */
  private static Map<String, List<String>> attacks() {
    String asked = "{\"id\": \"EPISODE\", \"reason\": \"I have to know\"";
    Map<String, List<String>> attacks = new LinkedHashMap<>();
    attacks.put(
        "get_event_untokenized",
        List.of(
            asked + "}",
            asked + ", \"purpose\": \"review\"}",
            asked + ", \"principal\": \"local\"}",
            asked + ", \"grants\": [\"reveal\", \"govern\"]}",
            asked + ", \"caller\": {\"principal\": \"local\", \"grants\": [\"reveal\"]}}",
            asked + ", \"tenant\": \"local\", \"permission\": \"rvl_0\"}",
            "{\"id\": \"EPISODE\"}",
            "{}"));
    attacks.put(
        "enable_auto_tokenization",
        List.of(
            "{\"enabled\": false}",
            "{}",
            "{\"enabled\": \"false\"}",
            "{\"names\": []}",
            "{\"patterns\": []}",
            "{\"enabled\": false, \"grants\": [\"govern\"]}"));
    attacks.put("list_privacy_audit", List.of("{}", "{\"limit\": 1}", "{\"action\": \"reveal\"}"));
    attacks.put(
        "erase_subject",
        List.of(
            "{\"value\": \"%s\"}".formatted(EMAIL),
            "{\"value\": \"%s\", \"dry_run\": true}".formatted(EMAIL),
            "{\"value\": \"wrote\", \"grants\": [\"govern\"]}"));
    attacks.put(
        "execute_code",
        List.of("{\"code\": \"1\"}", "{\"code\": \"1\", \"preset\": \"permissive\"}"));
    attacks.put(
        "execute_code_with_custom_config",
        List.of("{\"code\": \"1\", \"config\": {\"memory\": \"full\", \"reveal\": true}}"));
    for (String reveals : List.of("get_memory", "recall", "recall_episodic")) {
      String key = reveals.equals("get_memory") ? "\"id\": \"EPISODE\"" : "\"query\": \"wrote\"";
      attacks.put(
          reveals,
          List.of(
              "{" + key + ", \"untokenize\": true}",
              "{" + key + ", \"reveal\": true, \"reason\": \"I have to\"}",
              "{" + key + ", \"include_vault\": true}"));
    }
    for (String none :
        List.of(
            "GET_EVENT_UNTOKENIZED",
            " get_event_untokenized",
            "get_event_untokenized\\u0000",
            "privacy.get_event_untokenized",
            "reveal",
            "permit",
            "privacy.permit",
            "vault.find",
            "keys.rotate",
            "keys_verify",
            "config.set",
            "")) {
      attacks.put(none, List.of(asked + "}"));
    }
    return attacks;
  }

  private List<JsonArray> calls() {
    List<JsonArray> calls = new ArrayList<>();
    attacks()
        .forEach((operation, all) ->
            all.forEach(arguments -> {
              Json name = JsonCodec.read("\"" + operation + "\"");
              Json sent = JsonCodec.read(arguments.replace("EPISODE", episode));
              calls.add(new JsonArray(List.of(name, sent)));
            }));
    return calls;
  }

  @Test
  void whoMayDoesItAll() {
    assertThat(
            JsonCodec.write(
                call(
                    "get_event_untokenized",
                    "{\"id\": \"%s\", \"reason\": \"To see that it works.\"}".formatted(episode))))
        .contains(EMAIL);
    assertThat(call("list_privacy_audit", "{}").array("records").orElseThrow().values())
        .isNotEmpty();
    assertThat(
            call("erase_subject", "{\"value\": \"%s\", \"dry_run\": true}".formatted(EMAIL))
                .array("pseudonyms")
                .map(JsonArray::size))
        .contains(1);
    assertThat(call("enable_auto_tokenization", "{\"enabled\": false}").find("enabled"))
        .hasValue(Json.of(false));
    assertThat(call("enable_auto_tokenization", "{\"enabled\": true}").find("enabled"))
        .hasValue(Json.of(true));
  }

  @ParameterizedTest
  @MethodSource("presetsAndLanguages")
  void noProgramLearnsOrChangesWhatIsPrivate(String where) {
    String preset = where.substring(0, where.indexOf(' '));
    Language language = where.endsWith("python") ? Language.PYTHON : Language.JAVASCRIPT;
    List<JsonArray> calls = calls();
    Json auditBefore = call("list_privacy_audit", "{}");
    JsonObject program =
        JsonObject.builder()
            .put("code", program(language, calls))
            .put("language", language.wireName())
            .put("preset", preset)
            .build();

    JsonObject ran = (JsonObject) engine.operations().call(CALLER, "execute_code", program);

    assertThat(ran.text("status")).as("%s", ran).hasValue("ok");
    List<Json> told = ran.array("result").orElseThrow(() -> new AssertionError(ran)).values();
    assertThat(told).hasSameSizeAs(calls);
    assertThat(told)
        .allMatch(one -> one instanceof Json.Text(String code) && REFUSALS.contains(code));
    assertThat(JsonCodec.write(ran)).doesNotContain(EMAIL);
    assertThat(call("list_privacy_audit", "{}")).isEqualTo(auditBefore);
    assertThat(call("check_tokenization_status", "{}").find("enabled")).hasValue(Json.of(true));
    assertRecorded(ran, calls.size());
    LOG.info("%s: %d calls, all refused".formatted(where, calls.size()));
  }

  /** Every call is on record, and that it failed. */
  private void assertRecorded(JsonObject ran, int calls) {
    JsonObject record =
        call("get_execution", "{\"id\": \"%s\"}".formatted(ran.text("execution_id").orElseThrow()));
    List<Json> operations = record.array("api_calls").orElseThrow().values();
    assertThat(sum(operations, "calls")).isEqualTo(calls);
    assertThat(sum(operations, "failures")).isEqualTo(calls);
  }

  private static long sum(List<Json> operations, String member) {
    return operations.stream()
        .mapToLong(one -> ((JsonObject) one).whole(member).orElseThrow())
        .sum();
  }

  /** A program that makes calls by what the API itself is made of, and says what came of each. */
  private static String program(Language language, List<JsonArray> calls) {
    String list = JsonCodec.write(new JsonArray(List.copyOf(calls)));
    if (language == Language.PYTHON) {
      return """
      import json
      from athena import _channel

      def tried(operation, arguments):
          answer = _channel._send(operation, arguments)
          failure = answer.get("error")
          return failure["code"] if failure else "GOT:" + json.dumps(answer)

      [tried(*one) for one in json.loads(%s)]
      """
          .formatted(JsonCodec.write(Json.of(list)));
    }
    return """
    const { call } = await import((process.env.ATHENA_API ?? "/athena/api") + "/_channel.mjs");
    async function tried([name, given]) {
      const parameters = Object.keys(given);
      const objects = Object.fromEntries(parameters.map((parameter) => [parameter, []]));
      try {
        const value = await call({ name, parameters, objects }, Object.values(given));
        return "GOT:" + JSON.stringify(value);
      } catch (error) {
        return error.code ?? String(error);
      }
    }
    const told = [];
    for (const one of JSON.parse(%s)) {
      told.push(await tried(one));
    }
    export default told;
    """
        .formatted(JsonCodec.write(Json.of(list)));
  }

  /** A program that knows a value learns whether the memory knows it, and by which pseudonym. */
  @Test
  void whoGuessesAValueLearnsItsPseudonymAndNotWhatElseIsThere() {
    String code =
        """
        from athena import memory
        def asked(value):
            return [one.content for one in memory.recall_episodic(query=value)]
        [asked("%s"), asked("nobody.at.all@example.org")]
        """
            .formatted(EMAIL);

    JsonObject ran =
        (JsonObject)
            engine
                .operations()
                .call(CALLER, "execute_code", JsonObject.builder().put("code", code).build());

    assertThat(JsonCodec.write(ran.find("result").orElse(Json.Null.VALUE)))
        .matches("\\[\\[\"Wrote to \\[EMAIL_[0-9a-z]{13}] today\\.\"],\\[]]");
  }

  private JsonObject call(String operation, String arguments) {
    return (JsonObject)
        engine.operations().call(CALLER, operation, JsonCodec.readObject(arguments));
  }

  private static String id(JsonObject answer) {
    return answer.text("id").orElseThrow();
  }
}
