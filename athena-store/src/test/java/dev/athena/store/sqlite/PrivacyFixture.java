package dev.athena.store.sqlite;

import dev.athena.detection.Detector;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Services;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Privacy;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.InMemoryStorage;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The operations that everybody calls, over a real vault, with all else in memory. */
abstract class PrivacyFixture {
  static final Caller OWNER = Caller.local(Namespace.ofProject("p"));

  /** It takes a while to make. */
  private static final Detector DETECTOR = Detector.standard();

  final TestClock clock = new TestClock();
  final InMemoryKeyring keyring = new InMemoryKeyring(1);
  final Storage memories = new InMemoryStorage();

  /** What was exported: hashes of files by their paths. */
  final Map<String, String> files = new HashMap<>();

  VaultStorage vault;
  Operations operations;
  Privacy privacy;
  Services services;
  @TempDir private Path home;

  @BeforeEach
  void open() {
    vault = openVault();
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(1));
    ExportedFiles inMemory =
        new ExportedFiles() {
          @Override
          public Optional<String> sha256(String path) {
            return Optional.ofNullable(files.get(path));
          }

          @Override
          public boolean delete(String path) {
            return files.remove(path) != null;
          }
        };
    privacy = new Privacy(new Privacy.World(vault, keyring, () -> DETECTOR, ids, clock, inMemory));
    services =
        Services.of(
            new Services.Outside(memories, new WordsEmbedder(), clock, ZoneOffset.UTC, ids),
            failure -> {
              throw failure;
            });
    operations = new Operations(RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, privacy);
    AllOperations.register(operations, services);
    AllOperations.register(operations, services, privacy);
  }

  VaultStorage openVault() {
    return VaultStorage.open(home, keyring);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  /** Calls what answers with an object. */
  final JsonObject call(Caller caller, String operation, JsonObject arguments) {
    return (JsonObject) operations.call(caller, operation, arguments);
  }

  /** Remembers a fact and returns its id. */
  final String remember(Caller caller, String content) {
    return remembered(caller, "remember_semantic", content);
  }

  /** Remembers an episode and returns its id. */
  final String rememberEvent(String content) {
    return remembered(OWNER, "remember_episodic", content);
  }

  private String remembered(Caller caller, String operation, String content) {
    JsonObject arguments = JsonObject.builder().put("content", content).build();
    return call(caller, operation, arguments).text("id").orElseThrow();
  }

  /** Returns the contents of the facts that answer a question. */
  final List<String> recalled(Caller caller, String query) {
    Json found =
        operations.call(
            caller, "recall_semantic", JsonObject.builder().put("query", query).build());
    return ((JsonArray) found)
        .values().stream().map(one -> ((JsonObject) one).text("content").orElseThrow()).toList();
  }

  /** Asks for all of one value to be erased, or only for what that would be. */
  final JsonObject erase(String value, boolean dryRun) {
    return call(
        OWNER,
        "erase_subject",
        JsonObject.builder().put("value", value).put("dry_run", dryRun).build());
  }
}
