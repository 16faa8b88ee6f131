package dev.athena.sandbox;

import dev.athena.execution.Language;
import dev.athena.execution.PresetSource;
import dev.athena.execution.Presets;
import dev.athena.execution.Program;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attack in one of the configurations it is tried in. */
record AttackTry(Attack attack, String configuration) {
  private static final String PERMISSIVE = "permissive";
  private static final String SHOWN = "permissive, shown";
  private static final String BY_NODE = "permissive, by Node";

  /** A host of the list of the permissive sandboxes, which nobody has. */
  private static final String ALLOWED_HOST = "allowed.athena.invalid";

  /**
   * What Node cannot call itself. Where processes are allowed, it has another program that can, and
   * that is bound by the same walls.
   */
  private static final Set<String> CALLS_OF_THE_KERNEL =
      Set.of("ipc", "kernel", "mounts", "namespaces", "ptrace", "rights", "terminal");

  private static final Set<String> MORE_BY_NODE =
      Set.of("python/sockets/every_family.py", "python/sockets/packet.py");

  /** Returns all that are for the plain back end. */
  static List<AttackTry> plain(List<Attack> attacks) {
    List<AttackTry> tries = new ArrayList<>();
    for (Attack attack : attacks) {
      attack.configurations().stream()
          .filter(one -> !one.equals(PERMISSIVE))
          .forEach(one -> tries.add(new AttackTry(attack, one)));
    }
    return tries;
  }

  /** Returns each attack as it is tried under the preset permissive. */
  static List<AttackTry> permissive(List<Attack> attacks) {
    List<AttackTry> tries = new ArrayList<>();
    for (Attack attack : attacks) {
      boolean shown = attack.configurations().contains("shown");
      tries.add(new AttackTry(attack, shown ? SHOWN : PERMISSIVE));
      if (isBeyondNode(attack)) {
        tries.add(new AttackTry(attack, BY_NODE));
      }
    }
    return tries;
  }

  private static boolean isBeyondNode(Attack attack) {
    boolean calls = CALLS_OF_THE_KERNEL.contains(attack.category());
    return MORE_BY_NODE.contains(attack.name()) || (calls && attack.language() == Language.PYTHON);
  }

  /** Returns the first of each configuration, language and category. */
  static List<AttackTry> oneOfEachKind(List<AttackTry> tries) {
    Map<String, AttackTry> first = new LinkedHashMap<>();
    tries.forEach(one -> first.putIfAbsent(one.kind(), one));
    return List.copyOf(first.values());
  }

  /** Returns the configuration, the language and the category. */
  String kind() {
    return "%s, %s, %s".formatted(configuration, attack.language(), attack.category());
  }

  /** Returns the language that runs in the sandbox, and the category. */
  String languageAndCategory() {
    Language language = isByNode() ? Language.JAVASCRIPT : attack.language();
    return language.wireName() + "/" + attack.category();
  }

  Expected expected() {
    Expected expected = isPermissive() ? attack.inPermissive() : attack.expected();
    return isByNode() ? expected.inAnotherProgram() : expected;
  }

  /** Returns the program; {@code harness} is how Python runs an attack. */
  Program program(String harness) {
    return isByNode()
        ? new Program(Language.JAVASCRIPT, ThroughNode.source(harness, attack.source()), null)
        : new Program(attack.language(), attack.source(), null);
  }

  /** Returns the configuration, in which {@code facts} are what an attack is told of its victim. */
  SandboxConfig config(Map<String, String> facts) {
    JsonObject.Builder environment = JsonObject.builder();
    facts.forEach(environment::put);
    JsonObject config =
        JsonObject.builder()
            .put("environment", environment.build())
            .put("limits", JsonCodec.readObject(limits()))
            .put("paths", JsonCodec.readObject(paths(facts.getOrDefault("VICTIM_FOLDER", ""))))
            .build();
    return base().with(config).with(JsonObject.builder().put("limits", attack.limits()).build());
  }

  private SandboxConfig base() {
    if (!isPermissive()) {
      return SandboxConfig.of(JsonObject.EMPTY);
    }
    String network = "{\"network\": {\"domains\": [\"%s\"]}}".formatted(ALLOWED_HOST);
    SandboxConfig preset = new Presets(PresetSource.none()).get(PERMISSIVE).config();
    return preset.with(JsonCodec.readObject(network));
  }

  private String limits() {
    return switch (configuration) {
      case "conservative" ->
          "{\"processes\": 0, \"memory_mb\": 128, \"cpu_seconds\": 5, \"timeout_seconds\": 10}";
      case "balanced" -> "{\"cpu_seconds\": 8, \"timeout_seconds\": 12}";
      case "processes", "shown" ->
          "{\"processes\": 32, \"cpu_seconds\": 8, \"timeout_seconds\": 12}";
      // Less than the preset has, so that it takes less to go beyond it.
      case PERMISSIVE, SHOWN, BY_NODE ->
          """
          {"memory_mb": 256, "cpu_seconds": 8, "timeout_seconds": 12, "file_size_mb": 64,
           "open_files": 64, "workspace_mb": 64}\
          """;
      default -> throw new IllegalArgumentException(configuration);
    };
  }

  private String paths(String victim) {
    return configuration.endsWith("shown")
        ? "{\"read\": [\"%s/shared\"], \"write\": [\"%1$s/project\", \"%1$s/exchange\"]}"
            .formatted(victim)
        : "{}";
  }

  private boolean isPermissive() {
    return configuration.startsWith(PERMISSIVE);
  }

  private boolean isByNode() {
    return configuration.equals(BY_NODE);
  }
}
