package dev.athena.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.config.PresetFolder;
import dev.athena.app.engine.Engine;
import dev.athena.app.engine.EngineOptions;
import dev.athena.app.engine.Protection;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.error.AthenaException;
import dev.athena.execution.Ceiling;
import dev.athena.execution.Preset;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
 * Runs every program that the pages show, in real sandboxes, and compares what comes of it with
 * what stands behind it. Each page has a project of its own, in which the memory lies that the page
 * of examples begins with.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedCodeTest {
  private static final int PROGRAMS_MIN = 14;
  private static final int JAVASCRIPT_MIN = 5;

  /** An example in another language, or under another name of it, would not be run. */
  private static final Set<String> LANGUAGES =
      Set.of("", "python", "javascript", "json", "text", "sh", "mermaid");

  private Engine engine;
  private PresetFolder presets;
  private Path sandbox;
  private String page = "";

  @BeforeAll
  void open(@TempDir Path home) throws IOException {
    sandbox = home.resolve("sandbox");
    Files.createDirectories(sandbox.resolve("presets"));
    presets = new PresetFolder(sandbox);
    SandboxOptions usual = SandboxOptions.DEFAULT;
    engine =
        Engine.open(
            new EngineOptions(
                home,
                LocalEmbedder.Options.DEFAULT_MODEL,
                1,
                new SandboxOptions(
                    usual.searchPath(), usual.srtModules(), presets, 2, 1, "", usual.kept()),
                Protection.usual(home, InstantSource.system()),
                InstantSource.system(),
                ZoneOffset.UTC,
                new SplittableRandom(1)));
  }

  @AfterAll
  void close() {
    engine.close();
  }

  static Stream<DocumentedStep> steps() {
    return DocumentedPages.steps().filter(step -> !step.block().language().equals("sh"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void whatIsShownIsWhatComes(DocumentedStep step) throws IOException {
    enter(step.block().page());

    assertThat(differences(step)).as(step.block().place()).isEmpty();
  }

  @Test
  void everyProgramSaysWhatComesOfIt() {
    List<DocumentedStep> programs = steps().filter(step -> step.block().isProgram()).toList();

    assertThat(programs).allSatisfy(program -> assertThat(program.expected()).isNotEmpty());
    assertThat(programs).hasSizeGreaterThanOrEqualTo(PROGRAMS_MIN);
    assertThat(programs)
        .filteredOn(program -> program.block().language().equals("javascript"))
        .hasSizeGreaterThanOrEqualTo(JAVASCRIPT_MIN);
  }

  @Test
  void noBlockEscapesByItsLanguage() {
    assertThat(DocumentedPages.blocks())
        .allSatisfy(block -> assertThat(LANGUAGES).contains(block.language()));
  }

  @Test
  void everyJsonIsJson() {
    assertThat(DocumentedPages.blocks().filter(block -> block.language().equals("json")))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(JsonCodec.read(block.text())).isNotNull());
  }

  /** A page begins with the same memory, and with no ceiling. */
  private void enter(String next) throws IOException {
    if (next.equals(page)) {
      return;
    }
    page = next;
    Files.deleteIfExists(presets.ceilingFile());
    if (!page.equals(DocumentedPages.EXAMPLES)) {
      JsonObject seeded =
          (JsonObject)
              engine
                  .operations()
                  .call(
                      caller(),
                      "execute_code",
                      JsonObject.builder().put("code", DocumentedPages.seed()).build());
      assertThat(seeded.text("status")).hasValue("ok");
      engine.background().fillVectors();
    }
  }

  private List<String> differences(DocumentedStep step) throws IOException {
    DocumentedBlock block = step.block();
    if (block.has("preset") && !block.isProgram()) {
      return keepPreset(block);
    }
    if (block.has("ceiling")) {
      Files.writeString(presets.ceilingFile(), block.text());
      return presets.ceiling().equals(Ceiling.DEFAULT) ? List.of("it fixes nothing") : List.of();
    }
    String operation = block.word("call").orElse("execute_code");
    JsonObject arguments =
        block.isProgram() ? arguments(block) : JsonCodec.readObject(block.text());
    Json answer = call(operation, arguments, block.has("fails"));
    engine.background().fillVectors();
    return operation.startsWith("execute_code") && !block.has("fails")
        ? step.differences((JsonObject) answer)
        : step.differencesOf(answer);
  }

  private List<String> keepPreset(DocumentedBlock block) throws IOException {
    String name = block.word("preset").orElseThrow();
    Files.writeString(sandbox.resolve("presets").resolve(name + ".json"), block.text());
    List<String> names = presets.custom().stream().map(Preset::name).toList();
    return names.contains(name) ? List.of() : List.of("there is no preset " + name);
  }

  private static JsonObject arguments(DocumentedBlock block) {
    JsonObject.Builder arguments =
        JsonObject.builder()
            .put("code", block.text())
            .putIfPresent("session", block.word("session").orElse(null))
            .putIfPresent("preset", block.word("preset").orElse(null));
    block
        .word("timeout")
        .ifPresent(seconds -> arguments.put("timeout_seconds", Double.parseDouble(seconds)));
    return arguments.build();
  }

  private Json call(String operation, JsonObject arguments, boolean fails) {
    try {
      Json answer = engine.operations().call(caller(), operation, arguments);
      assertThat(fails).as("it does not fail").isFalse();
      return answer;
    } catch (AthenaException e) {
      if (!fails) {
        throw e;
      }
      return JsonObject.builder()
          .put("code", e.code().wireName())
          .put("message", e.problem())
          .put("hint", e.hint())
          .build();
    }
  }

  private Caller caller() {
    return Caller.local(Namespace.ofProject(page));
  }
}
