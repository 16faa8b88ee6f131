package dev.athena.sandbox;

import dev.athena.crypto.Keyring;
import dev.athena.execution.Alert;
import dev.athena.execution.Backend;
import dev.athena.execution.CodeRunner;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.ProgramError;
import dev.athena.execution.ProgramFile;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.sandbox.Conversation.Stillborn;
import dev.athena.sandbox.Pool.Claim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs in sandboxes of this machine.
 *
 * <p>Nothing is started before the first program, or {@link #prepare}. Before the first program of
 * a back end runs, a probe is run in its place which must find every wall standing.
 */
public final class Sandbox implements CodeRunner {
  private static final Logger LOG = Logger.getLogger(Sandbox.class.getName());

  /** How often brokers that nobody needs are looked for. */
  private static final long LOOK_SECONDS = 60;

  private static final String SRT_VERSION = "0.0.83";

  private final Options options;
  private final Starter starter = new Starter();
  private final ScheduledExecutorService timer;
  private final ExecutorService calls;
  private final Sessions sessions;
  private @Nullable Parts parts;
  private boolean closed;

  private record Parts(Map<Backend, Wall> walls, Pool pool, SelfTest selfTest) {}

  /**
   * What a sandbox is made with.
   *
   * @param cache where files lie that all sandboxes share
   * @param sessions where the files of sessions lie
   * @param searchPath where programs of this machine are looked for, as PATH has it
   * @param api makes the files that programs find below {@code /athena}
   * @param srtModules the folder in which npm put srt; it need not be there
   * @param sessionsKept how long a session is kept that nobody uses
   */
  public record Options(
      Path cache,
      Path sessions,
      String searchPath,
      Path srtModules,
      Supplier<List<ProgramFile>> api,
      int readyPython,
      int readyJavaScript,
      Duration sessionsKept,
      InstantSource clock) {}

  private Sandbox(Options options, @Nullable Keyring keyring) {
    this.options = options;
    this.sessions =
        new Sessions(options.sessions(), options.sessionsKept(), options.clock(), keyring);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("athena-timer").daemon().factory());
    this.calls =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().name("athena-call-", 0).daemon().factory());
  }

  /**
   * Returns where the files lie that all sandboxes of an Athena on {@code home} share. Programs of
   * root run as a user who cannot look into its folders, so there it is one that all can read.
   */
  public static Path cache(Path home) {
    return Machine.isRoot()
        ? Path.of("/var/cache/athena/sandbox")
        : home.resolve("cache").resolve("sandbox");
  }

  /** Returns where {@code ./setup} installs Anthropic's Sandbox Runtime for the user of a home. */
  public static Path srtModules(Path userHome) {
    Path cache = Machine.isRoot() ? Path.of("/var/cache") : userHome.resolve(".cache");
    return cache.resolve("athena").resolve("srt-" + SRT_VERSION);
  }

  /** Returns what runs {@code command} in a shell for each alert, which it gets as JSON. */
  public static Consumer<Alert> alertCommand(String command) {
    return new AlertCommand(command);
  }

  /** Returns a runner that keeps the files of sessions as they are; nothing is started yet. */
  public static Sandbox create(Options options) {
    return new Sandbox(options, null);
  }

  /** Returns a runner that seals the files of sessions, with the keys of their tenants. */
  public static Sandbox sealing(Options options, Keyring keyring) {
    return new Sandbox(options, keyring);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Not in a virtual thread: to read a pipe holds the thread that carries it, and with as many
   * programs as processors nothing else would be carried.
   */
  @Override
  public Outcome run(RunRequest request) {
    if (Thread.currentThread().isVirtual()) {
      throw new IllegalStateException("a program must be waited for in a platform thread");
    }
    Instant asked = options.clock().instant();
    check(request.config());
    Parts ready = parts();
    ready.selfTest().require(request.config().backend());
    return run(ready.pool(), request, asked);
  }

  /** Makes sandboxes ready for programs that are likely to come. */
  public void prepare(Language language, SandboxConfig config) {
    check(config);
    Parts ready = parts();
    ready.selfTest().require(config.backend());
    ready.pool().keep(Blueprint.of(language, config));
  }

  /**
   * Tries to get out of a sandbox, and returns each wall with whether it stands.
   *
   * @throws SandboxUnavailable if there is no sandbox to try
   */
  public Map<String, Boolean> test(Backend backend) {
    Map<String, Boolean> walls = new LinkedHashMap<>();
    parts().selfTest().walls(backend).forEach(wall -> walls.put(wall.name(), wall.stands()));
    return walls;
  }

  /** Removes the files of sessions that nobody used for long. */
  public int removeOldSessions() throws IOException {
    return sessions.removeOld();
  }

  @Override
  public String owner() {
    return Owner.current();
  }

  @Override
  public boolean isAlive(String owner) {
    return Owner.isAlive(owner);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (parts != null) {
      parts.pool().close();
      parts.walls().values().forEach(Wall::close);
    }
    timer.shutdownNow();
    starter.close();
    calls.shutdown();
  }

  private static void check(SandboxConfig config) {
    if (config.backend() == Backend.SRT) {
      SrtDomains.check(config.network().domains());
    }
  }

  private Outcome run(Pool pool, RunRequest request, Instant asked) {
    Optional<ProgramError> tooMany = oneTooMany(request);
    if (tooMany.isPresent()) {
      return Outcome.rejected(tooMany.get());
    }
    Working working = working(request);
    Optional<ProgramError> fault = working.fault();
    if (fault.isPresent()) {
      return Outcome.rejected(fault.get());
    }
    Blueprint blueprint = Blueprint.of(request.program().language(), request.config());
    Order order = new Order(request, working, asked);
    try {
      return converse(pool.claim(blueprint), order);
    } catch (Stillborn e) {
      LOG.log(Level.FINE, "a sandbox was of no use; another one is built", e);
    }
    try {
      return converse(pool.cold(blueprint), order);
    } catch (Stillborn e) {
      throw new SandboxUnavailable(
          "the sandbox did not work", "run `athena doctor`; the log says more", e);
    }
  }

  /** What is to be run with which files, and since when somebody waits. */
  private record Order(RunRequest request, Working working, Instant asked) {}

  private Outcome converse(Claim claim, Order order) throws Stillborn {
    try (Cell cell = claim.cell()) {
      RunRequest request = order.request();
      Outcomes outcomes = new Outcomes(request.config().limits(), order.asked(), claim.warm());
      Outcome outcome =
          new Conversation(
                  cell,
                  request,
                  order.working(),
                  new Conversation.Surroundings(options.clock(), timer, calls))
              .run(outcomes);
      cell.retire();
      return outcome;
    }
  }

  private Optional<ProgramError> oneTooMany(RunRequest request) {
    String session = request.program().session();
    try {
      return session == null ? Optional.empty() : sessions.fault(request.caller(), session);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Working working(RunRequest request) {
    String session = request.program().session();
    try {
      SessionFiles folder = null;
      if (session != null) {
        sessions.touch(request.caller(), session);
        folder = sessions.of(request.caller(), session);
      }
      return new Working(folder, request.config().limits());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static SandboxUnavailable unusable(IOException e) {
    return new SandboxUnavailable(
        "the folder of the session cannot be used", "see the log for the reason", e);
  }

  private synchronized Parts parts() {
    if (closed) {
      throw new SandboxUnavailable("Athena is ending", "start it again", null);
    }
    if (parts == null) {
      parts = make();
    }
    return parts;
  }

  /** Ending may take a while, for which limits of programs cannot wait. */
  private void keepTidy(Brokers brokers) {
    ScheduledFuture<?> looking =
        timer.scheduleWithFixedDelay(
            () -> Thread.ofVirtual().name("athena-brokers").start(brokers::endIdle),
            LOOK_SECONDS,
            LOOK_SECONDS,
            TimeUnit.SECONDS);
    LOG.log(Level.FINEST, "brokers are looked at: {0}", looking);
  }

  private Parts make() {
    Machine machine = new Machine(options.searchPath());
    machine.need("bwrap", "bubblewrap");
    Installed installed = Installed.in(options.cache(), options.api().get());
    SrtWall srt = new SrtWall(machine, installed, options.srtModules(), starter);
    keepTidy(srt.brokers());
    Map<Backend, Wall> walls =
        Map.of(Backend.BWRAP, new BwrapWall(machine, installed), Backend.SRT, srt);
    Builder builder = new Builder(walls, starter, timer, options.clock());
    Pool.Sizes sizes = new Pool.Sizes(options.readyPython(), options.readyJavaScript());
    Pool pool = new Pool(builder, sizes, options.clock());
    Pool none = new Pool(builder, new Pool.Sizes(0, 0), options.clock());
    SelfTest selfTest =
        new SelfTest(new RealProbe(probe -> run(none, probe, options.clock().instant())));
    return new Parts(walls, pool, selfTest);
  }
}
