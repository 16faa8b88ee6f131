package dev.athena.app.context;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.PresetFolder;
import dev.athena.app.config.Settings;
import dev.athena.app.engine.Engine;
import dev.athena.app.engine.EngineOptions;
import dev.athena.app.engine.Protection;
import dev.athena.app.engine.SandboxOptions;
import dev.athena.app.keys.KeyOptions;
import dev.athena.app.terminal.Terminal;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.sandbox.Sandbox;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What commands are handed.
 *
 * @param terminal where they answer
 * @param streams what the terminal writes to and a protocol is spoken over
 * @param start what the process was started with
 * @param choices what the command line chose for all commands
 */
public record ShellContext(
    Terminal terminal, StandardStreams streams, Start start, Choices choices) {
  /** Returns where data lies. */
  public AthenaHome home() {
    return choices.home().map(AthenaHome::new).orElse(start.home());
  }

  /**
   * Returns the settings.
   *
   * @throws dev.athena.error.InvalidArgument if {@link #home} cannot be a folder
   */
  public ConfigFile config() {
    home().refuseFile();
    return new ConfigFile(home().config());
  }

  /** Returns a counter of nanoseconds, to measure with. */
  public LongSupplier nanos() {
    return start.sources().nanos();
  }

  /** Returns the project named by the command line, else by the settings, else by the folder. */
  public String project() {
    return choices
        .project()
        .or(() -> config().text(Settings.PROJECT))
        .orElseGet(() -> Projects.of(start.workingFolder()));
  }

  /** Returns the person at this machine in the present project. */
  public Caller caller() {
    return Caller.local(Namespace.ofProject(project()));
  }

  /** Opens Athena on {@link #home}; the model is loaded when it is first needed. */
  public Engine openEngine() {
    return openEngine(home());
  }

  /** Opens Athena on another home, with the settings of this one. */
  public Engine openEngine(AthenaHome other) {
    return Engine.open(engineOptions(other));
  }

  /** Returns what Athena on {@code home} is made with, by the settings of this one. */
  public EngineOptions engineOptions(AthenaHome home) {
    ConfigFile config = config();
    LocalEmbedder.Options usual = LocalEmbedder.Options.in(home.folder());
    return new EngineOptions(
        home.folder(),
        config.text(Settings.EMBEDDING_MODEL).orElse(usual.model()),
        config.whole(Settings.EMBEDDING_THREADS).map(Math::toIntExact).orElse(usual.runsMax()),
        sandbox(home, config),
        new Protection(
            keyOptions(home),
            !config.text(Settings.PRIVACY).orElse("on").equals("off"),
            true,
            config.whole(Settings.AUDIT_DAYS).map(Duration::ofDays).orElse(null)),
        start.sources().clock(),
        start.sources().zone(),
        start.sources().chance());
  }

  /** Returns what the keys of {@link #home} are opened with. */
  public KeyOptions keyOptions() {
    return keyOptions(home());
  }

  /** Returns what the keys of another home are opened with, by the settings of this one. */
  public KeyOptions keyOptions(AthenaHome other) {
    return new KeyOptions(
        other.folder(),
        config(),
        start.environment(),
        terminal.canAsk()
            ? new KeyOptions.Outside(
                question -> terminal.hidden(question, streams.in()), terminal::note)
            : KeyOptions.Outside.NOBODY,
        start.sources().clock());
  }

  private SandboxOptions sandbox(AthenaHome home, ConfigFile config) {
    return new SandboxOptions(
        start.searchPath(),
        Sandbox.srtModules(start.user().folder()),
        new PresetFolder(home.sandbox()),
        config.whole(Settings.SANDBOX_PYTHON).map(Math::toIntExact).orElse(2),
        config.whole(Settings.SANDBOX_JAVASCRIPT).map(Math::toIntExact).orElse(1),
        config.text(Settings.SANDBOX_ALERT).orElse(""),
        new SandboxOptions.Kept(
            config.whole(Settings.SESSION_DAYS).orElse(7L),
            config.whole(Settings.SOURCE_DAYS).orElse(30L),
            config.whole(Settings.RECORD_DAYS).orElse(365L)));
  }
}
