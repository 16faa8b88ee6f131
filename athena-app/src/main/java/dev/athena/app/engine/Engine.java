package dev.athena.app.engine;

import dev.athena.app.keys.SealedStores;
import dev.athena.crypto.Keychain;
import dev.athena.embedding.Embedder;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.AllOperations;
import dev.athena.operation.Archive;
import dev.athena.operation.CallListener;
import dev.athena.operation.Erasing;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.Rescanning;
import dev.athena.operation.Services;
import dev.athena.operation.SubjectExport;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Progress;
import dev.athena.privacy.Screen;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.IdSource;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A running Athena in this process.
 *
 * <p>Any number of processes may run one on the same home. Closing it writes what was only counted.
 */
public final class Engine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Engine.class.getName());

  /** How many rows are sealed anew at a time, while others wait. */
  private static final int SEALED_AT_ONCE = 100;

  private final Stores stores;
  private final Embedder embedder;
  private final Services services;
  private final Operations operations;
  private final BackgroundWork background;
  private final Code code;
  private final Privacy privacy;
  private final Screen screen;
  private final Rescanning rescanning;
  private final HomeLock rescanLock;
  private final AuditWork audit;

  private Engine(EngineOptions options, Stores stores, Embedder embedder) {
    this.stores = stores;
    this.embedder = embedder;
    IdSource ids = new TimeOrderedIds(options.clock(), options.chance());
    this.privacy =
        new Privacy(
            new Privacy.World(
                stores.vault(),
                stores.keyring(),
                Detectors.patient(options.clock()),
                ids,
                options.clock(),
                new FilesOnDisk(),
                stores.sessions()));
    this.audit = new AuditWork(stores, options);
    this.screen = options.protection().isPrivate() ? privacy : Screen.OPEN;
    this.services =
        Services.of(
            new Services.Outside(stores.memories(), embedder, options.clock(), options.zone(), ids),
            failure -> LOG.log(Level.WARNING, "answered by full text alone", failure));
    this.operations = new Operations(RateLimits.DEFAULT, options.clock(), listener(), screen);
    this.rescanLock = new HomeLock(options.home().resolve("rescan.lock"));
    this.rescanning = new Rescanning(services, operations.registry().binder(), privacy);
    Erasing erasing = new Erasing(services, operations.registry().binder(), privacy);
    this.background =
        new BackgroundWork(
            new VectorFiller(stores.memories(), embedder),
            services.usage(),
            options.clock(),
            new BackgroundWork.Chores(
                options.home().resolve("embedding.lock"),
                List.of(
                    erasing::resume,
                    () -> stores.memories().sealAnew(SEALED_AT_ONCE),
                    () -> stores.vault().sealAnew(SEALED_AT_ONCE),
                    () -> stores.sessions().sealAnew(SEALED_AT_ONCE)),
                List.of(() -> options.protection().isPrivate() ? rescanIfFree() : 0)));
    this.code =
        Code.of(options, stores, new Code.Watch(screen, privacy.bridge(), audit.notes()::note));
    AllOperations.register(operations, services, code.services());
    AllOperations.register(operations, services, privacy);
  }

  /**
   * Opens the store of {@code options.home()}; the model is loaded when it is first needed.
   *
   * @throws dev.athena.storage.StorageFailure if the store cannot be opened
   */
  public static Engine open(EngineOptions options) {
    Stores stores = Stores.of(options);
    stores.memories().open();
    return new Engine(options, stores, LocalEmbedder.open(options.embedding()));
  }

  /** Returns at once and opens the store when it is needed; if that fails, so does every call. */
  public static Engine openLater(EngineOptions options) {
    return new Engine(options, Stores.of(options), LocalEmbedder.open(options.embedding()));
  }

  /** Returns all stores of a home, open, for whoever changes or checks its keys. */
  public static SealedStores sealedStores(EngineOptions options, Keychain keychain) {
    return Stores.sealed(options, keychain);
  }

  /** Begins what nobody waits for yet: opening the store, and the work in the background. */
  public void begin() {
    Thread.ofPlatform().name("athena-privacy").daemon().start(this::preparePrivacy);
    background.start();
    code.begin();
    audit.begin();
  }

  /** To open the vault and to make the detector takes a moment, for which a call had to wait. */
  private void preparePrivacy() {
    try {
      boolean isOn = privacy.settings(Namespace.LOCAL_TENANT).isOn();
      LOG.log(Level.FINE, "what is written is redacted: {0}", isOn);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "the vault cannot be opened; every call will say so",
          Unforeseen.logged(e));
    }
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
    return new Archive(services, operations.registry().binder(), caller.namespace(), screen);
  }

  /** Returns the storage, for programs that read it whole. */
  public Storage storage() {
    return stores.memories();
  }

  /** Returns what is private, and who may see it. */
  public Privacy privacy() {
    return privacy;
  }

  /** Returns what looks through what was stored before. */
  public Rescanning rescanning() {
    return rescanning;
  }

  /**
   * Looks through all that a tenant has stored, in turns with whoever does so at the same time.
   *
   * @param told is told after each step
   */
  public Progress rescan(String tenant, Consumer<Progress> told) {
    Progress progress;
    do {
      progress = rescanLock.whenFree(() -> rescanning.goOn(tenant));
      told.accept(progress);
    } while (!progress.isDone());
    return progress;
  }

  /** Somebody who waits for a command is not kept waiting. */
  private int rescanIfFree() {
    AtomicInteger done = new AtomicInteger();
    var _ = rescanLock.ifFree(() -> done.set(rescanning.step()));
    return done.get();
  }

  /** Returns what looks after the audit. */
  public AuditWork audit() {
    return audit;
  }

  /** Returns what puts together all that is kept of somebody. */
  public SubjectExport subjectExport() {
    return new SubjectExport(services, operations.registry().binder(), privacy);
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
      audit.close();
      services.usage().flush();
    } finally {
      stores.close();
      embedder.close();
    }
  }

  /** New memories wake the background work. */
  private CallListener listener() {
    return (caller, operation, _, failure) -> {
      background.noteCall();
      audit.count(caller, operations.registry().get(operation), failure);
      if (failure.isEmpty() && operation.contains("remember")) {
        background.wake();
      }
    };
  }
}
