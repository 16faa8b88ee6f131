package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.Examples;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.Operations;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a secret in every text of every argument of every operation there is, also of those that
 * are still to come, and looks for it in all files. The stores are not sealed here, or nothing
 * would be found in them anyway.
 */
class RedactionByConstructionTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("canaries"));

  /** What cannot be called here, and what says what is private, which the vault keeps sealed. */
  private static final List<String> LEFT_OUT = List.of("http.fetch");

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  @TempDir private Path home;
  private final SplittableRandom random = new SplittableRandom(11);
  private final List<String> planted = new ArrayList<>();
  private int succeeded;

  @Test
  void noOperationStoresOrTellsASecret() throws IOException {
    try (Engine engine = open()) {
      Operations operations = engine.operations();
      Map<String, String> ids = ids(operations);
      for (OperationSpec spec : operations.registry().list(null, null)) {
        if (!LEFT_OUT.contains(spec.name())) {
          plant(operations, spec, Examples.arguments(spec, ids));
        }
      }
      engine.background().fillVectors();
    }

    assertThat(succeeded).isGreaterThanOrEqualTo(30);
    assertThat(planted).hasSizeGreaterThan(50);
    assertThat(found(home)).isEmpty();
    Path control = Files.writeString(home.resolve("control"), "x" + planted.getFirst());
    assertThat(found(home)).containsExactly(planted.getFirst() + " in " + control);
  }

  /** Calls an operation once for each text in its arguments, with a secret after that text. */
  private void plant(Operations operations, OperationSpec spec, JsonObject arguments) {
    int texts = texts(arguments);
    for (int n = 0; n < texts; n++) {
      String secret = secret();
      int[] left = {n};
      Json with = changed(arguments, text -> left[0]-- == 0 ? text + " token " + secret : text);
      planted.add(secret);
      try {
        Json answer = operations.call(CALLER, spec.name(), (JsonObject) with);
        succeeded++;
        assertThat(answer.toString()).as(spec.name()).doesNotContain(secret);
      } catch (AthenaException refused) {
        assertThat(refused.problem() + refused.hint()).as(spec.name()).doesNotContain(secret);
      }
    }
  }

  private String secret() {
    StringBuilder secret = new StringBuilder("ghp_");
    for (int i = 0; i < 36; i++) {
      secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }

  private static int texts(Json json) {
    int[] count = {0};
    Json same =
        changed(
            json,
            text -> {
              count[0]++;
              return text;
            });
    assertThat(same).isEqualTo(json);
    return count[0];
  }

  private static Json changed(Json json, Function<String, String> change) {
    return switch (json) {
      case Json.Text(String text) -> Json.of(change.apply(text));
      case JsonArray(List<Json> values) ->
          new JsonArray(values.stream().map(value -> changed(value, change)).toList());
      case JsonObject object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, changed(value, change)));
        yield new JsonObject(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> json;
    };
  }

  private List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        planted.stream()
            .filter(bytes::contains)
            .forEach(secret -> found.add(secret + " in " + file));
      }
    }
    return found;
  }

  private static Map<String, String> ids(Operations operations) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("semantic", id(operations, "remember_semantic", "content", "The sky is grey."));
    ids.put("episodic", id(operations, "remember_episodic", "content", "Looked out."));
    JsonObject procedure =
        JsonObject.builder().put("name", "look").put("description", "Go to a window.").build();
    ids.put("procedural", id(operations.call(CALLER, "remember_procedural", procedure)));
    JsonObject program = JsonObject.builder().put("code", "1 + 1").build();
    Json run = operations.call(CALLER, "execute_code", program);
    ids.put("execution", ((JsonObject) run).text("execution_id").orElseThrow());
    return ids;
  }

  private static String id(Operations operations, String name, String key, String value) {
    return id(operations.call(CALLER, name, JsonObject.builder().put(key, value).build()));
  }

  private static String id(Json answer) {
    return ((JsonObject) answer).text("id").orElseThrow();
  }

  private Engine open() {
    InstantSource clock = InstantSource.system();
    return Engine.open(
        new EngineOptions(
            home,
            LocalEmbedder.Options.DEFAULT_MODEL,
            1,
            SandboxOptions.DEFAULT,
            new Protection(Protection.usual(home, clock).keys(), true, false),
            clock,
            ZoneOffset.UTC,
            new SplittableRandom(1)));
  }
}
