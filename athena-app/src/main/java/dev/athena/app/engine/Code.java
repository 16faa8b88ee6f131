package dev.athena.app.engine;

import dev.athena.audit.AuditEvent;
import dev.athena.error.AthenaException;
import dev.athena.execution.Alert;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Executions;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.Language;
import dev.athena.execution.Presets;
import dev.athena.operation.AllOperations;
import dev.athena.operation.CodeServices;
import dev.athena.operation.ProgramFiles;
import dev.athena.privacy.Bridge;
import dev.athena.privacy.Screen;
import dev.athena.sandbox.Sandbox;
import dev.athena.sandbox.fetch.HttpFetcher;
import dev.athena.storage.TimeOrderedIds;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What runs programs, and what looks after their records. */
public final class Code implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Code.class.getName());

  /** The first answers have the machine to themselves. */
  private static final long START_SECONDS = 2;

  private static final long UPKEEP_SECONDS = 3_600;

  private final Sandbox sandbox;
  private final HttpFetcher fetcher;
  private final CodeServices services;
  private final SandboxOptions options;
  private final Later ends;
  private final ScheduledExecutorService upkeep =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("athena-upkeep").daemon().factory());

  private Code(Running running, CodeServices services, SandboxOptions options) {
    this.sandbox = running.sandbox();
    this.fetcher = running.fetcher();
    this.ends = running.ends();
    this.services = services;
    this.options = options;
  }

  /** What is closed at the end. */
  private record Running(Sandbox sandbox, HttpFetcher fetcher, Later ends) {}

  /**
   * What watches programs.
   *
   * @param screen what they tell passes
   * @param bridge is crossed by what they send to hosts
   * @param audit is told of them
   */
  record Watch(Screen screen, Bridge bridge, Consumer<AuditEvent> audit) {}

  static Code of(EngineOptions engine, Stores stores, Watch watch) {
    SandboxOptions options = engine.sandbox();
    Sandbox sandbox =
        engine.protection().isSealed()
            ? Sandbox.sealing(options(engine), stores.keyring())
            : sandbox(engine);
    HttpFetcher fetcher = HttpFetcher.create(List.of());
    Later ends = new Later("athena-ends", "the end of an execution is not on record");
    Consumer<Alert> alerts = alert -> LOG.log(Level.WARNING, alert.sentence());
    Executions executions =
        new Executions(
            new Executions.World(
                stores.memories(),
                sandbox,
                new TimeOrderedIds(engine.clock(), engine.chance()),
                engine.clock(),
                options.alertCommand().isEmpty()
                    ? alerts
                    : alerts.andThen(Sandbox.alertCommand(options.alertCommand())),
                watch.screen(),
                watch.audit(),
                ends));
    CodeServices services =
        new CodeServices(
            executions,
            new Presets(options.presets()),
            new CodeServices.Fetching(fetcher, Code::log, watch.bridge(), watch.screen()),
            engine.clock(),
            engine.zone());
    return new Code(new Running(sandbox, fetcher, ends), services, options);
  }

  /** Returns sandboxes that keep files of sessions as they are; nothing is started yet. */
  public static Sandbox sandbox(EngineOptions engine) {
    return Sandbox.create(options(engine));
  }

  private static Sandbox.Options options(EngineOptions engine) {
    SandboxOptions options = engine.sandbox();
    return new Sandbox.Options(
        Sandbox.cache(engine.home()),
        SandboxOptions.sessions(engine.home()),
        options.searchPath(),
        options.srtModules(),
        () -> ProgramFiles.of(AllOperations.registry()),
        options.readyPython(),
        options.readyJavaScript(),
        options.kept().sessions(),
        engine.clock());
  }

  /** Returns what the operations on code are carried out with. */
  CodeServices services() {
    return services;
  }

  /** Returns the runner, to be tested and looked at. */
  public Sandbox sandbox() {
    return sandbox;
  }

  /** Returns the presets. */
  public Presets presets() {
    return services.presets();
  }

  /** Begins to keep sandboxes ready and to look after what is on record. */
  void begin() {
    run(this::prepare, START_SECONDS);
    ScheduledFuture<?> chores =
        upkeep.scheduleWithFixedDelay(
            this::lookAfter, START_SECONDS, UPKEEP_SECONDS, TimeUnit.SECONDS);
    LOG.log(Level.FINEST, "upkeep begins: {0}", chores);
  }

  /**
   * Completes the records of programs that died with their Athena, and forgets what is old. What
   * fails is logged, and tried again the next time.
   */
  public void lookAfter() {
    try {
      int interrupted = services.executions().noteInterrupted();
      int removed =
          services.executions().forgetOld(options.kept().sources(), options.kept().records());
      int sessions = sandbox.removeOldSessions();
      LOG.log(
          Level.FINE,
          "{0} executions were interrupted, {1} forgotten, {2} sessions removed",
          new Object[] {interrupted, removed, sessions});
    } catch (RuntimeException | IOException e) { // what is thrown would end the upkeep for good
      LOG.log(
          Level.WARNING,
          "the records of executions could not be looked after",
          Unforeseen.logged(e));
    }
  }

  private static void log(ExecutionId execution, FetchEvent event) {
    LOG.log(
        Level.INFO,
        "{0} {1}: {2} {3}:{4}, {5} bytes up, {6} down, {7}",
        new Object[] {
          execution.value(),
          event.verdict(),
          event.method(),
          event.host(),
          String.valueOf(event.port()),
          String.valueOf(event.bytesUp()),
          String.valueOf(event.bytesDown()),
          event.problem() == null ? "status " + event.status() : event.problem()
        });
  }

  private void prepare() {
    try {
      sandbox.prepare(Language.PYTHON, services.presets().get(Presets.DEFAULT).config());
    } catch (AthenaException e) {
      LOG.log(Level.INFO, "code cannot be run: {0}; {1}", new Object[] {e.problem(), e.hint()});
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "sandboxes could not be made ready", Unforeseen.logged(e));
    }
  }

  private void run(Runnable work, long seconds) {
    ScheduledFuture<?> later = upkeep.schedule(work, seconds, TimeUnit.SECONDS);
    LOG.log(Level.FINEST, "later: {0}", later);
  }

  @Override
  public void close() {
    upkeep.shutdownNow();
    sandbox.close();
    ends.close();
    fetcher.close();
  }
}
