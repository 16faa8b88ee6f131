package dev.athena.execution;

import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The most that any configuration may allow: what the administrator fixed, and for what nobody
 * fixed, every limit at its largest, no host and no path.
 *
 * <p>A preset that allows more is tightened to it; a request that asks for more is refused.
 */
public record Ceiling(SandboxConfig most) {
  private static final JsonObject LARGEST =
      JsonCodec.readObject(
          """
          {"backend": "srt",
           "limits": {"timeout_seconds": 600, "cpu_seconds": 600, "memory_mb": 4096,
             "processes": 64, "file_size_mb": 1024, "open_files": 1024, "workspace_mb": 1024,
             "output_kb": 1024, "output_mb": 256, "api_calls": 100000, "api_mb": 1024},
           "network": {
             "methods": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
             "response_kb": 65536, "request_kb": 65536, "fetch_seconds": 120}}\
          """);

  /** What holds where nobody fixed anything. */
  public static final Ceiling DEFAULT = of(JsonObject.EMPTY);

  /**
   * Returns the ceiling in which {@code fixed}, options of a configuration, is fixed.
   *
   * @throws dev.athena.error.InvalidArgument if they are none
   */
  public static Ceiling of(JsonObject fixed) {
    return new Ceiling(SandboxConfig.of(LARGEST).with(fixed));
  }

  /** Returns {@code config} with everything taken away that is past the ceiling. */
  public SandboxConfig tighten(SandboxConfig config) {
    JsonObject tight =
        JsonObject.builder()
            .put("backend", Json.of(name(least(config.backend(), most.backend()))))
            .put("memory", Json.of(name(least(config.memory(), most.memory()))))
            .put("languages", names(common(config.languages(), most.languages())))
            .put("limits", smaller(section(config, "limits"), section(most, "limits")))
            .put("paths", paths(config.paths()))
            .put("network", network(config.network()))
            .put("refuse", names(refused(config)))
            .build();
    return config.with(tight);
  }

  /**
   * Checks a configuration that somebody asks for, and returns it with all that is always refused.
   *
   * @throws BeyondCeiling if it allows more than may be
   */
  public SandboxConfig check(SandboxConfig wanted) {
    atMost("backend", wanted.backend(), most.backend());
    atMost("memory", wanted.memory(), most.memory());
    within("languages", wanted.languages(), most.languages());
    numbers("limits", wanted);
    numbers("network", wanted);
    within("network.methods", wanted.network().methods(), most.network().methods());
    wanted
        .network()
        .domains()
        .forEach(domain ->
            insist(allowsDomain(domain), "network.domains", domain, most.network().domains()));
    SandboxPaths paths = most.paths();
    wanted
        .paths()
        .read()
        .forEach(path -> insist(allowsReading(path), "paths.read", path, paths.read()));
    wanted
        .paths()
        .write()
        .forEach(path -> insist(below(path, paths.write()), "paths.write", path, paths.write()));
    return wanted.with(JsonObject.builder().put("refuse", names(refused(wanted))).build());
  }

  /** Returns the hosts that programs of this installation may reach. */
  public List<String> domains() {
    return most.network().domains();
  }

  private JsonObject paths(SandboxPaths paths) {
    return JsonObject.builder()
        .put("read", Json.ofTexts(paths.read().stream().filter(this::allowsReading).toList()))
        .put(
            "write",
            Json.ofTexts(
                paths.write().stream().filter(path -> below(path, most.paths().write())).toList()))
        .build();
  }

  private JsonObject network(SandboxNetwork network) {
    List<String> domains = network.domains().stream().filter(this::allowsDomain).toList();
    return smaller(section(network), section(most.network()))
        .with("domains", Json.ofTexts(domains))
        .with("methods", Json.ofTexts(common(network.methods(), most.network().methods())));
  }

  private List<FindingRule> refused(SandboxConfig config) {
    List<FindingRule> all = new ArrayList<>(most.refuse());
    config.refuse().stream().filter(rule -> !all.contains(rule)).forEach(all::add);
    return all;
  }

  private void numbers(String section, SandboxConfig wanted) {
    JsonObject largest = section(most, section);
    section(wanted, section)
        .members()
        .forEach((name, value) -> {
          if (value instanceof Json.Num(BigDecimal asked)
              && largest.find(name).orElse(value) instanceof Json.Num(BigDecimal limit)) {
            insist(asked.compareTo(limit) <= 0, section + "." + name, asked, limit);
          }
        });
  }

  private boolean allowsReading(String path) {
    return below(path, most.paths().read()) || below(path, most.paths().write());
  }

  private static boolean below(String path, List<String> folders) {
    return folders.stream()
        .map(folder -> folder.endsWith("/") ? folder : folder + "/")
        .anyMatch(folder -> (path + "/").startsWith(folder));
  }

  private boolean allowsDomain(String domain) {
    return domains().stream().anyMatch(one -> new DomainRule(one).covers(new DomainRule(domain)));
  }

  private static <T extends Enum<T>> void atMost(String option, T wanted, T most) {
    insist(wanted.compareTo(most) <= 0, option, name(wanted), name(most));
  }

  private static <T> void within(String option, List<T> wanted, List<T> most) {
    insist(most.containsAll(wanted), option, wanted, most);
  }

  private static void insist(boolean allowed, String option, Object wanted, Object most) {
    if (!allowed) {
      throw new BeyondCeiling(option, wanted, most);
    }
  }

  private static JsonObject smaller(JsonObject one, JsonObject other) {
    JsonObject made = one;
    for (Map.Entry<String, Json> member : one.members().entrySet()) {
      if (member.getValue() instanceof Json.Num(BigDecimal value)
          && other.find(member.getKey()).orElse(null) instanceof Json.Num(BigDecimal limit)
          && limit.compareTo(value) < 0) {
        made = made.with(member.getKey(), new Json.Num(limit));
      }
    }
    return made;
  }

  private static JsonObject section(SandboxConfig config, String name) {
    return config.toJson().object(name).orElseThrow();
  }

  private static JsonObject section(SandboxNetwork network) {
    return (JsonObject) JsonBinder.BASIC.write(network, SandboxNetwork.class);
  }

  private static <T extends Enum<T>> T least(T one, T other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static <T> List<T> common(List<T> one, List<T> other) {
    return one.stream().filter(other::contains).toList();
  }

  private static String name(Enum<?> value) {
    return WireName.of(value);
  }

  private static Json names(List<? extends Enum<?>> values) {
    return Json.ofTexts(values.stream().map(Ceiling::name).toList());
  }
}
