package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.detection.Detector;
import dev.athena.detection.ScanBudget;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Rescanning;
import dev.athena.operation.Services;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Progress;
import dev.athena.privacy.Screen;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.SomeExecutions;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was stored before something was private is looked through and rewritten. */
class RescanningTest {
  private static final Detector DETECTOR = Detector.standard();
  private static final Caller OWNER = Caller.local(Namespace.ofProject("p"));
  private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  private static final ExecutionId RUN = new ExecutionId("exe_0000000000000000");

  @TempDir private Path home;
  private final TestClock clock = new TestClock();
  private final InMemoryKeyring keyring = new InMemoryKeyring(1);
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
  private SqliteStorage memories;
  private VaultStorage vault;
  private Operations operations;
  private Rescanning rescanning;
  private Privacy privacy;

  @BeforeEach
  void begin() {
    open(false, true, DETECTOR);
  }

  private void reopen(boolean isSealed, boolean isPrivate, Detector detector) {
    close();
    open(isSealed, isPrivate, detector);
  }

  private void open(boolean isSealed, boolean isPrivate, Detector detector) {
    memories = isSealed ? SqliteStorage.open(home, keyring) : SqliteStorage.open(home);
    vault = VaultStorage.open(home, keyring);
    privacy =
        new Privacy(
            new Privacy.World(vault, keyring, () -> detector, ids, clock, ExportedFiles.NONE));
    Services services =
        Services.of(
            new Services.Outside(memories, new WordsEmbedder(), clock, ZoneOffset.UTC, ids),
            failure -> {
              throw failure;
            });
    operations =
        new Operations(
            RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, isPrivate ? privacy : Screen.OPEN);
    AllOperations.register(operations, services);
    AllOperations.register(operations, services, privacy);
    rescanning = new Rescanning(services, operations.registry().binder(), privacy);
  }

  @AfterEach
  void close() {
    vault.close();
    memories.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasStoredInTheOpenIsRewrittenThoughItIsInterrupted(boolean isSealed) {
    reopen(isSealed, false, DETECTOR);
    List<String> all = storeInTheOpen();
    List<JsonObject> before = all.stream().map(this::memory).toList();
    close();
    assertThat(holding(KEY).isEmpty()).as("the files are sealed").isEqualTo(isSealed);

    open(isSealed, true, DETECTOR);
    assertThat(rescanning.dryRun("local", _ -> {}).changed()).isEqualTo(all.size() - 10 + 1);
    assertThat(status().find("tokens")).contains(Json.of(0));
    assertThat(status().find("scanned")).contains(Json.of(0));
    assertThat(rescanning.step()).isEqualTo(1);
    reopen(isSealed, true, DETECTOR);
    assertThat(privacy.rescans().progress("local").scanned()).isEqualTo(20);
    List<Long> seen = new ArrayList<>();
    Progress done = rescanning.run("local", at -> seen.add(at.scanned()));

    assertThat(done.scanned()).isEqualTo(all.size() + 1);
    assertThat(done.changed()).isEqualTo(all.size() - 10 + 1);
    assertThat(done.left()).isZero();
    assertThat(seen).isSorted();
    assertThat(rescanning.step()).isZero();
    assertThat(status().text("scanned_at")).contains(clock.instant().toString());
    for (JsonObject old : before) {
      JsonObject now = memory(old.text("id").orElseThrow());
      assertThat(JsonCodec.write(now)).doesNotContain(KEY);
      assertThat(now.without("content").without("metadata").without("history"))
          .isEqualTo(old.without("content").without("metadata").without("history"));
      assertThat(JsonCodec.write(now).replaceAll("\\[[A-Z_]+_\\w{13}\\]", KEY))
          .isEqualTo(JsonCodec.write(old));
    }
    checkFoundAndKnown(all);
    checkExecution();
    close();
    assertThat(holding(KEY)).isEmpty();
    open(isSealed, true, DETECTOR);
  }

  private List<String> storeInTheOpen() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      clock.advance(Duration.ofSeconds(1));
      String secret = i < 10 ? "nothing" : KEY;
      all.add(
          remember(
              "remember_episodic",
              """
              {"content": "Step %d used %s.", "context": {"session_id": "s",
               "output": {"deep": ["x %s"]}}}
              """
                  .formatted(i, secret, secret)));
    }
    String fact =
        remember(
            "remember_semantic",
            """
            {"content": "The token is %s.", "metadata": {"tags": ["a", "%s"], "key": "k",
             "why": "%s"}}
            """
                .formatted(KEY, KEY, KEY));
    clock.advance(Duration.ofSeconds(1));
    call(
        "update_memory",
        JsonCodec.readObject(
            "{\"id\": \"%s\", \"content\": \"The token was %s.\"}".formatted(fact, KEY)));
    all.add(fact);
    clock.advance(Duration.ofSeconds(1));
    all.add(
        remember(
            "remember_semantic",
            "{\"content\": \"Now %s is it.\", \"metadata\": {\"key\": \"k\"}}".formatted(KEY)));
    all.add(
        remember(
            "remember_procedural",
            "{\"name\": \"sign_in\", \"description\": \"Sign in with %s.\"}".formatted(KEY)));
    execute();
    return all;
  }

  private void execute() {
    ExecutionRecord started =
        SomeExecutions.with(
            SomeExecutions.running(OWNER.namespace(), RUN, clock.instant()), "use('" + KEY + "')");
    Violation violation =
        new Violation(
            ViolationKind.NETWORK,
            Severity.MEDIUM,
            Witness.MEDIATOR,
            "connect",
            "x.example/?t=" + KEY,
            clock.instant());
    memories.write(tx -> {
      ExecutionStore store = tx.store(ExecutionStore.class);
      store.start(started);
      return store.end(
          OWNER.namespace(),
          RUN,
          SomeExecutions.ended(clock.instant(), Status.OK, 1),
          List.of(violation));
    });
  }

  /** Words and identity are those of the rewritten text. */
  private void checkFoundAndKnown(List<String> all) {
    JsonObject again =
        call(
            "remember_episodic",
            JsonCodec.readObject(
                """
                {"content": "Step 24 used %s.", "context": {"session_id": "s",
                 "output": {"deep": ["x %s"]}}}
                """
                    .formatted(KEY, KEY)));
    assertThat(again.find("duplicate")).contains(Json.of(true));
    assertThat(again.text("id")).contains(all.get(24));
    Json found =
        operations.call(
            OWNER,
            "recall_procedural",
            JsonObject.builder().put("context", "Where is " + KEY + "?").build());
    assertThat(((JsonArray) found).size()).isEqualTo(1);
  }

  private void checkExecution() {
    memories.read(tx -> {
      ExecutionStore store = tx.store(ExecutionStore.class);
      ExecutionRecord record = store.find(OWNER.namespace(), RUN).orElseThrow();
      assertThat(record.source()).matches("use\\('\\[[A-Z_]+_\\w{13}\\]'\\)");
      assertThat(record.sourceHash()).isNotEqualTo("0".repeat(64));
      assertThat(record.ended()).isNotNull();
      assertThat(store.violations(OWNER.namespace(), RUN))
          .singleElement()
          .satisfies(one -> assertThat(one.target()).doesNotContain(KEY).contains("x.example"));
      return true;
    });
  }

  @Test
  void whatIsDeclaredLaterIsFoundInWhatIsThere() {
    reopen(true, true, DETECTOR);
    String id =
        remember("remember_semantic", "{\"content\": \"Signed CTR-555111 about the boat.\"}");
    assertThat(rescanning.run("local", _ -> {}).changed()).isZero();

    call(
        "enable_auto_tokenization",
        JsonCodec.readObject(
            """
            {"patterns": [{"id": "contract", "expression": "CTR-[0-9]{6}", "keywords": ["ctr-"],
                           "examples": ["signed CTR-104233 today"]}]}
            """));
    assertThat(status().find("scanned")).contains(Json.of(0));
    assertThat(rescanning.run("local", _ -> {}).changed()).isEqualTo(1);
    assertThat(memory(id).text("content").orElseThrow())
        .matches("Signed \\[CUSTOM_\\w+\\] about the boat\\.");
    assertThat(rescanning.step()).isZero();
  }

  @Test
  void switchedOffAndOnAllIsLookedThroughAgain() {
    reopen(true, true, DETECTOR);
    remember("remember_semantic", "{\"content\": \"Nothing to see.\"}");
    assertThat(rescanning.run("local", _ -> {}).isDone()).isTrue();
    call("enable_auto_tokenization", JsonCodec.readObject("{\"enabled\": false}"));
    String id = remember("remember_semantic", "{\"content\": \"It is %s.\"}".formatted(KEY));
    assertThat(rescanning.step()).isZero();
    assertThat(memory(id).text("content").orElseThrow()).contains(KEY);

    call("enable_auto_tokenization", JsonObject.EMPTY);

    assertThat(rescanning.run("local", _ -> {}).changed()).isEqualTo(1);
    assertThat(memory(id).text("content").orElseThrow()).doesNotContain(KEY);
  }

  @Test
  void whatTookTooLongThenIsPutBackRedacted() {
    reopen(true, true, DETECTOR.within(ScanBudget.ofLength(50)));
    String text = "All went well but for the token " + KEY + ", which is old.";
    String id = remember("remember_semantic", "{\"content\": \"%s\"}".formatted(text));
    assertThat(memory(id).text("content").orElseThrow()).matches("\\[UNSCANNED_\\w+\\]");
    close();

    reopen(true, true, DETECTOR);
    assertThat(rescanning.run("local", _ -> {}).changed()).isEqualTo(1);

    assertThat(memory(id).text("content").orElseThrow())
        .matches("All went well but for the token \\[\\w+\\], which is old\\.");
  }

  @Test
  void whatWouldBeTheSameAsAnotherStaysBesideIt() {
    reopen(false, false, DETECTOR);
    String content = "{\"content\": \"The token is %s.\"}".formatted(KEY);
    String raw = remember("remember_semantic", content);
    reopen(false, true, DETECTOR);
    String redacted = remember("remember_semantic", content);
    assertThat(redacted).isNotEqualTo(raw);

    assertThat(rescanning.run("local", _ -> {}).changed()).isEqualTo(1);

    assertThat(memory(raw).find("content")).isEqualTo(memory(redacted).find("content"));
    assertThat(remember("remember_semantic", content)).isEqualTo(redacted);
  }

  private String remember(String operation, String arguments) {
    return call(operation, JsonCodec.readObject(arguments)).text("id").orElseThrow();
  }

  private JsonObject memory(String id) {
    return call("get_memory", JsonObject.builder().put("id", id).build());
  }

  private JsonObject status() {
    return call("check_tokenization_status", JsonObject.EMPTY);
  }

  private JsonObject call(String operation, JsonObject arguments) {
    return (JsonObject) operations.call(OWNER, operation, arguments);
  }

  private List<Path> holding(String wanted) {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> text(file).contains(wanted))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
