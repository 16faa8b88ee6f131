package dev.athena.store.sqlite;

import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditKeys;
import dev.athena.detection.Detector;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Erasing;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Rescanning;
import dev.athena.operation.Services;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Screen;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.InMemoryKeyring;
import dev.athena.testkit.WordsEmbedder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The memories and the vault of one home, open, with the operations that everybody calls. */
final class PrivateHome implements AutoCloseable {
  static final Caller CALLER = Caller.local(Namespace.ofProject("p"));

  /** It takes a while to make. */
  private static final Detector DETECTOR = Detector.standard();

  final SqliteStorage memories;
  final VaultStorage vault;
  final Privacy privacy;
  final Rescanning rescanning;
  private final InMemoryKeyring keys;
  private final Operations operations;
  private final Operations unscreened;
  private final Erasing erasing;

  PrivateHome(Path home, InMemoryKeyring keys) {
    this.keys = keys;
    this.memories = SqliteStorage.open(home, keys);
    this.vault = VaultStorage.open(home, keys);
    InstantSource clock = InstantSource.system();
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    this.privacy =
        new Privacy(new Privacy.World(vault, keys, () -> DETECTOR, ids, clock, ExportedFiles.NONE));
    Services services =
        Services.of(
            new Services.Outside(memories, new WordsEmbedder(), clock, ZoneOffset.UTC, ids),
            failure -> {
              throw failure;
            });
    this.operations = new Operations(RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, privacy);
    AllOperations.register(operations, services);
    AllOperations.register(operations, services, privacy);
    this.unscreened = new Operations(RateLimits.DEFAULT, clock, (_, _, _, _) -> {}, Screen.OPEN);
    AllOperations.register(unscreened, services);
    this.rescanning = new Rescanning(services, operations.registry().binder(), privacy);
    this.erasing = new Erasing(services, operations.registry().binder(), privacy);
  }

  /** Remembers something in a project, and returns its id. */
  String remember(String project, String content) {
    return remember(operations, project, content);
  }

  /** Does so as it was done before anything was private. */
  String rememberInTheOpen(String project, String content) {
    return remember(unscreened, project, content);
  }

  private static String remember(Operations by, String project, String content) {
    JsonObject arguments = JsonObject.builder().put("content", content).build();
    return ((JsonObject) by.call(CALLER.in(project), "remember_episodic", arguments))
        .text("id")
        .orElseThrow();
  }

  /** Calls an operation. */
  Json call(String operation, JsonObject arguments) {
    return operations.call(CALLER, operation, arguments);
  }

  /** Erases a value, or only says what would be erased. */
  JsonObject erase(String value, boolean dryRun) {
    return (JsonObject)
        call(
            "erase_subject",
            JsonObject.builder().put("value", value).put("dry_run", dryRun).build());
  }

  /** Finishes erasures that were interrupted; returns how many. */
  int resume() {
    return erasing.resume();
  }

  /** Seals a few rows of both anew; returns how many. */
  int sealAnew(int limit) {
    return memories.sealAnew(limit) + vault.sealAnew(limit);
  }

  /** Returns what is wrong with anything that is kept. */
  List<String> faults() {
    vault.open();
    List<String> faults = new ArrayList<>(memories.verify().damage());
    faults.addAll(vault.read(tx -> AuditChain.verify(tx, AuditKeys.of(keys))).faults());
    return faults;
  }

  @Override
  public void close() {
    try {
      memories.close();
    } finally {
      vault.close();
    }
  }
}
