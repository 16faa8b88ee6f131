package dev.athena.app.engine;

import dev.athena.detection.Detector;
import dev.athena.detection.SensitiveType;
import dev.athena.execution.Ceiling;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Executions;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.Preset;
import dev.athena.execution.PresetSource;
import dev.athena.execution.Presets;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Violation;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.AllOperations;
import dev.athena.operation.CallContext;
import dev.athena.operation.CodeServices;
import dev.athena.operation.Follower;
import dev.athena.operation.Operations;
import dev.athena.operation.ProgramScope;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Services;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Permitting;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.RevealPermission;
import dev.athena.privacy.Use;
import dev.athena.sandbox.Sandbox;
import dev.athena.sandbox.fetch.HttpFetcher;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.store.sqlite.SqliteStorage;
import dev.athena.store.sqlite.VaultStorage;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** All that http.fetch goes through, with a real vault, real requests and two hosts here. */
abstract class BridgeFixture {
  static final Caller OWNER = Caller.local(Namespace.ofProject("p"));
  static final Caller STRANGER =
      new Caller(new Principal("stranger"), new Namespace("other", "p"), OWNER.grants());
  private static final Detector DETECTOR = Detector.standard();
  static final String TOKEN = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  static final String ADDRESS = "ann.smith+boat@harbour.example.org";

  final TestClock clock = new TestClock();
  final List<FetchEvent> told = new CopyOnWriteArrayList<>();
  final List<Violation> violations = new CopyOnWriteArrayList<>();
  final EchoHost host = new EchoHost();
  final EchoHost other = new EchoHost();
  Privacy privacy;
  Operations operations;
  @TempDir private Path home;
  private SqliteStorage memories;
  private VaultStorage vault;
  private HttpFetcher fetcher;
  private Sandbox sandbox;

  @BeforeEach
  void open() {
    InMemoryKeyring keyring = new InMemoryKeyring(1);
    memories = SqliteStorage.open(home);
    vault = VaultStorage.open(home, keyring);
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
    privacy =
        new Privacy(
            new Privacy.World(vault, keyring, () -> DETECTOR, ids, clock, ExportedFiles.NONE));
    Services services =
        Services.of(
            new Services.Outside(memories, new WordsEmbedder(), clock, ZoneOffset.UTC, ids),
            failure -> {
              throw failure;
            });
    operations = new Operations(RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, privacy);
    fetcher = HttpFetcher.create(List.of(host.place(), elsewhere()));
    sandbox = Code.sandbox(options());
    Executions executions =
        new Executions(
            new Executions.World(
                memories, sandbox, ids, clock, _ -> {}, privacy, _ -> {}, Runnable::run));
    CodeServices code =
        new CodeServices(
            executions,
            new Presets(presets()),
            new CodeServices.Fetching(
                fetcher, (_, event) -> told.add(event), privacy.bridge(), privacy),
            clock,
            ZoneOffset.UTC);
    AllOperations.register(operations, services, code);
    AllOperations.register(operations, services, privacy);
  }

  @AfterEach
  void close() {
    sandbox.close();
    fetcher.close();
    vault.close();
    memories.close();
    host.close();
    other.close();
  }

  private EngineOptions options() {
    return new EngineOptions(
        home,
        LocalEmbedder.Options.DEFAULT_MODEL,
        1,
        SandboxOptions.DEFAULT,
        Protection.usual(home, clock),
        InstantSource.system(),
        ZoneOffset.UTC,
        new SplittableRandom(1));
  }

  private PresetSource presets() {
    return new PresetSource() {
      @Override
      public List<Preset> custom() {
        return List.of();
      }

      @Override
      public Ceiling ceiling() {
        return Ceiling.of(network());
      }
    };
  }

  /** Returns the other host under another name. */
  String elsewhere() {
    return other.place().replace("127.0.0.1", "localhost");
  }

  JsonObject network() {
    JsonObject network =
        JsonObject.builder()
            .put("domains", Json.ofTexts(List.of(host.place(), elsewhere())))
            .put("methods", Json.ofTexts(List.of("GET", "POST")))
            .put("request_kb", 4)
            .put("response_kb", 4)
            .build();
    return JsonObject.builder().put("network", network).build();
  }

  /** Puts a value in the vault and returns its pseudonym. */
  Pseudonym pseudonym(Caller caller, String value) {
    String text =
        privacy
            .text(caller.namespace().tenant(), "It is " + value + " now.", Use.STORED_PRIVATELY)
            .value();
    return Pseudonym.in(text).getFirst().pseudonym();
  }

  RevealPermission permit(SensitiveType type, String host) {
    return permit(type, List.of(host));
  }

  RevealPermission permit(SensitiveType type, List<String> hosts) {
    return privacy
        .permitting()
        .permit(
            OWNER,
            new Permitting.Wanted("local", Set.of(type), "fetch", hosts, Duration.ofDays(1)));
  }

  JsonObject fetch(Caller caller, JsonObject arguments) {
    ProgramScope scope =
        new ProgramScope(
            new ExecutionId("exe_test"), SandboxConfig.of(network()).network(), violations::add);
    return (JsonObject)
        operations.call(new CallContext(caller, Follower.NOBODY, scope), "http.fetch", arguments);
  }

  JsonObject get(String url) {
    return fetch(OWNER, JsonObject.builder().put("url", url).build());
  }

  JsonObject withHeader(String url, String name, String value) {
    return fetch(
        OWNER,
        JsonObject.builder()
            .put("url", url)
            .put("headers", JsonObject.builder().put(name, value).build())
            .build());
  }

  JsonObject post(String url, String type, String body) {
    return fetch(
        OWNER,
        JsonObject.builder()
            .put("url", url)
            .put("method", "POST")
            .put("headers", JsonObject.builder().put("Content-Type", type).build())
            .put("body", body)
            .build());
  }

  /** Returns what the audit tells of what was sent, the newest first. */
  List<JsonObject> audit() {
    return operations.call(
                OWNER, "list_privacy_audit", JsonObject.builder().put("action", "reveal").build())
            instanceof JsonObject page
        ? page.array("records").orElse(JsonArray.EMPTY).values().stream()
            .map(JsonObject.class::cast)
            .toList()
        : List.of();
  }
}
