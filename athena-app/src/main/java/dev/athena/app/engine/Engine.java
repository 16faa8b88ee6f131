package dev.athena.app.engine;

import dev.athena.app.keys.Keys;
import dev.athena.crypto.Keyring;
import dev.athena.embedding.Embedder;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Archive;
import dev.athena.operation.CallListener;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Services;
import dev.athena.principal.Caller;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Screen;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.IdSource;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.store.sqlite.SqliteStorage;
import dev.athena.store.sqlite.VaultStorage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A running Athena in this process.
 *
 * <p>Any number of processes may run one on the same home. Closing it writes what was only counted.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Engine.class.getName());

  private final Storage storage;
  private final Embedder embedder;
  private final Services services;
  private final Operations operations;
  private final BackgroundWork background;
  private final Code code;
  private final Storage vault;
  private final Privacy privacy;

  private Engine(EngineOptions options, Stores stores, Embedder embedder) {
    this.storage = stores.memories();
    this.vault = stores.vault();
    this.embedder = embedder;
    IdSource ids = new TimeOrderedIds(options.clock(), options.chance());
    this.privacy =
        new Privacy(
            new Privacy.World(vault, stores.keyring(), Detectors.standard(), ids, options.clock()));
    Screen screen = options.protection().isPrivate() ? privacy : Screen.OPEN;
    this.services =
        Services.of(
            new Services.Outside(storage, embedder, options.clock(), options.zone(), ids),
            failure -> LOG.log(Level.WARNING, "answered by full text alone", failure));
    this.background =
        new BackgroundWork(
            new VectorFiller(storage, embedder),
            services.usage(),
            options.clock(),
            options.home().resolve("embedding.lock"));
    this.operations = new Operations(RateLimits.DEFAULT, options.clock(), listener(), screen);
    this.code = Code.of(options, storage, screen);
    AllOperations.register(operations, services, code.services());
    AllOperations.register(operations, services, privacy);
  }

  /** What is kept in files, and the keys it is sealed with. */
  private record Stores(Storage memories, Storage vault, Keyring keyring) {}

  /**
   * Opens the store of {@code options.home()}; the model is loaded when it is first needed.
   *
   * @throws dev.athena.storage.StorageFailure if the store cannot be opened
   */
  public static Engine open(EngineOptions options) {
    Keyring keyring = Keys.open(options.protection().keys());
    Storage memories = SqliteStorage.open(options.storeFolder());
    Storage vault = new OpeningStorage(() -> VaultStorage.open(options.storeFolder(), keyring));
    return new Engine(
        options, new Stores(memories, vault, keyring), LocalEmbedder.open(options.embedding()));
  }

  /** Returns at once and opens the store when it is needed; if that fails, so does every call. */
  public static Engine openLater(EngineOptions options) {
    Keyring keyring = Keys.open(options.protection().keys());
    Storage memories = new OpeningStorage(() -> SqliteStorage.open(options.storeFolder()));
    Storage vault = new OpeningStorage(() -> VaultStorage.open(options.storeFolder(), keyring));
    return new Engine(
        options, new Stores(memories, vault, keyring), LocalEmbedder.open(options.embedding()));
  }

  /** Begins what nobody waits for yet: opening the store, and the work in the background. */
  public void begin() {
    background.start();
    code.begin();
  }

  /** Returns the operations, for doors that call by name. */
  public Operations operations() {
    return operations;
  }

  /** Returns the memory of one caller. */
  public MemoryApi memory(Caller caller) {
    return operations.api(MemoryApi.class, caller);
  }

  /** Returns what takes the memories of one caller's project out and back in. */
  public Archive archive(Caller caller) {
    return new Archive(services, operations.registry().binder(), caller.namespace());
  }

  /** Returns the storage, for programs that read it whole. */
  public Storage storage() {
    return storage;
  }

  /** Returns what is private, and who may see it. */
  public Privacy privacy() {
    return privacy;
  }

  /** Returns the model. */
  public Embedder embedder() {
    return embedder;
  }

  /** Returns the work that is done in the background, to be started or stepped by hand. */
  public BackgroundWork background() {
    return background;
  }

  /** Returns what runs programs, to be looked at. */
  public Code code() {
    return code;
  }

  @Override
  public void close() {
    code.close();
    background.close();
    try {
      services.usage().flush();
    } finally {
      storage.close();
      vault.close();
      embedder.close();
    }
  }

  /** New memories wake the background work. */
  private CallListener listener() {
    return (_, operation, _, failure) -> {
      background.noteCall();
      if (failure.isEmpty() && operation.contains("remember")) {
        background.wake();
      }
    };
  }
}
