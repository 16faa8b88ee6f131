package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Broker.Refused;
import dev.athena.sandbox.Broker.Wrapped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds sandboxes with Anthropic's Sandbox Runtime: walls of bubblewrap as well, and proxies
 * through which a program reaches the hosts of its list and no others.
 *
 * <p>A broker makes the command line of each sandbox. In it runs, first of all, a step of ours that
 * sets the limits and closes what srt leaves open, and becomes the runner.
 */
final class SrtWall implements Wall {
  static final String PACKAGE = "node_modules/@anthropic-ai/sandbox-runtime";
  private static final String INSTALL = "run ./setup in Athena's folder";
  private static final long MIB = 1L << 20;
  private static final int SHARED_MEMORY_MB = 16;
  private static final int TEMPORARY_MB = 64;

  /** Below the folder that programs may write anyway, so that it can be made there. */
  private static final String WORKSPACE = "/tmp/workspace";

  private final Machine machine;
  private final Installed installed;
  private final Path modules;
  private final Starter starter;
  private final Brokers brokers;

  /**
   * Creates a wall; nothing is started yet.
   *
   * @param modules the folder in which npm put srt
   */
  SrtWall(Machine machine, Installed installed, Path modules, Starter starter) {
    this.machine = machine;
    this.installed = installed;
    this.modules = modules;
    this.starter = starter;
    this.brokers = new Brokers(this::startBroker);
  }

  @Override
  public Launch launch(Blueprint blueprint) {
    Broker broker = brokers.of(SrtSettings.of(blueprint));
    try {
      Wrapped wrapped = broker.wrap(stage(), additions(blueprint));
      SrtGuard guard = new SrtGuard(broker, wrapped.name(), order(blueprint));
      broker.watch(guard);
      List<String> command = new ArrayList<>(machine.withoutRoot());
      command.addAll(wrapped.words());
      return new Launch(command, Map.of("PATH", "/usr/bin"), Path.of("/"), guard);
    } catch (Refused e) {
      throw new SandboxUnavailable(
          "srt makes no sandbox: " + e.getMessage(), "change the configuration", e);
    } catch (IOException e) {
      throw new SandboxUnavailable("srt does not answer", "try again; see the log", e);
    }
  }

  /** Returns the processes that all its sandboxes share. */
  Brokers brokers() {
    return brokers;
  }

  @Override
  public void close() {
    brokers.close();
  }

  private List<String> stage() {
    Path stage = installed.folder().resolve("srt/stage.py");
    String python = machine.interpreter(Language.PYTHON).toString();
    return List.of(python, "-I", "-S", "-B", stage.toString());
  }

  /** Returns what srt has no setting for, or would look up only when its broker begins. */
  private static JsonObject additions(Blueprint blueprint) {
    List<String> obeyed =
        blueprint.paths().write().stream().flatMap(path -> Obeyed.in(path).stream()).toList();
    return JsonObject.builder()
        .put("workspace", WORKSPACE)
        .put("workspace_bytes", blueprint.kernel().workspaceMb() * MIB)
        .put("temporary_bytes", TEMPORARY_MB * MIB)
        .put("shared_bytes", SHARED_MEMORY_MB * MIB)
        .put("read_only", Json.ofTexts(obeyed))
        .build();
  }

  private JsonObject order(Blueprint blueprint) {
    JsonObject.Builder limits = JsonObject.builder();
    blueprint.kernel().limits().forEach(limits::put);
    JsonObject.Builder environment = JsonObject.builder();
    environment(blueprint).forEach(environment::put);
    boolean processes = blueprint.kernel().processes() > 0;
    return JsonObject.builder()
        .put("environment", environment.build())
        .put("limits", limits.build())
        .put("filter", installed.networkFilter(processes).toString())
        .put("command", Json.ofTexts(Runner.command(machine, blueprint, installed.folder())))
        .build();
  }

  private Map<String, String> environment(Blueprint blueprint) {
    Map<String, String> environment = new LinkedHashMap<>(blueprint.environment());
    environment.put("PATH", "/usr/bin");
    environment.put("HOME", "/tmp");
    environment.put("LANG", "C.UTF-8");
    environment.put("ATHENA_API", installed.folder().resolve("api").toString());
    environment.put("ATHENA_NETWORK", "proxy");
    environment.put("NODE_USE_ENV_PROXY", "1");
    return environment;
  }

  private Broker startBroker(SrtSettings settings) {
    Path srt = modules.resolve(PACKAGE);
    Path library = srt.resolve("dist/index.js");
    if (!Files.isReadable(library)) {
      throw new SandboxUnavailable(
          "srt is not installed, so no code is run with it", INSTALL, null);
    }
    BrokerFolder folder = BrokerFolder.make();
    try {
      JsonObject order =
          JsonObject.builder()
              .put("srt", library.toString())
              .put("settings", settings.toJson(places(srt, folder)))
              .put("folder", folder.root().toString())
              .build();
      return Broker.begin(starter.start(launch(folder)), folder, order);
    } catch (RuntimeException e) {
      folder.remove();
      throw e;
    }
  }

  private Launch launch(BrokerFolder folder) {
    List<String> command = new ArrayList<>(machine.withoutRoot());
    command.add(machine.interpreter(Language.JAVASCRIPT).toString());
    command.add(installed.folder().resolve("srt/broker.mjs").toString());
    Map<String, String> environment =
        Map.of(
            "PATH", "/usr/bin:/bin",
            "HOME", folder.home().toString(),
            "TMPDIR", folder.temporary().toString());
    return new Launch(command, environment, folder.home(), Guard.NONE);
  }

  private SrtSettings.Places places(Path srt, BrokerFolder folder) {
    return new SrtSettings.Places(
        srt.resolve("vendor/seccomp"),
        folder.temporary(),
        installed.folder(),
        List.of(machine.interpreter(Language.PYTHON), machine.interpreter(Language.JAVASCRIPT)),
        new SrtSettings.Programs(
            machine.need("bwrap", "bubblewrap"),
            machine.need("socat", "socat"),
            machine.need("rg", "ripgrep")));
  }
}
