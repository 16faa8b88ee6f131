package dev.athena.execution;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The presets of this installation, each as the ceiling leaves it. */
public final class Presets {
  /** The preset that holds where none is named. */
  public static final String DEFAULT = "balanced";

  private static final String CUSTOM = "custom";
  private static final int KNOWN_MAX = 200;

  private final PresetSource source;
  private final IdentityHashMap<Preset, Preset> tight = new IdentityHashMap<>();
  private @Nullable Ceiling ceiling;

  public Presets(PresetSource source) {
    this.source = source;
  }

  /** A configuration to run with, and the name it is on record with. */
  public record Chosen(String name, SandboxConfig config) {}

  /** Returns all presets, those that come with Athena first. */
  public List<Preset> all() {
    Ceiling now = source.ceiling();
    return loose().stream().map(preset -> tight(preset, now)).toList();
  }

  /**
   * Returns the preset called {@code name}.
   *
   * @throws UnknownPreset if there is none
   */
  public Preset get(String name) {
    List<Preset> all = loose();
    Preset found =
        all.stream()
            .filter(preset -> preset.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnknownPreset(name, all.stream().map(Preset::name).toList()));
    return tight(found, source.ceiling());
  }

  /** Returns a preset in which a program has at most {@code seconds}. */
  public Chosen within(String name, double seconds) {
    Preset preset = get(name);
    ConfigRange.check("timeout_seconds", seconds, 0.1, 600);
    SandboxConfig config = preset.config();
    double shorter = Math.min(seconds, config.limits().timeoutSeconds());
    return new Chosen(preset.name(), config.lasting(shorter));
  }

  /**
   * Returns a preset with other options.
   *
   * @param options of a configuration, and perhaps the {@code preset} they change
   * @throws BeyondCeiling if they ask for more than may be
   */
  public Chosen custom(JsonObject options) {
    Preset preset = get(options.text("preset").orElse(DEFAULT));
    JsonObject changes = options.without("preset");
    SandboxConfig config = source.ceiling().check(preset.config().with(changes));
    return new Chosen(CUSTOM, config);
  }

  /** Returns whether a preset made here may have that name. */
  public static boolean isFree(String name) {
    return !name.equals(CUSTOM)
        && BuiltInPresets.ALL.stream().noneMatch(preset -> preset.name().equals(name));
  }

  private List<Preset> loose() {
    List<Preset> all = new ArrayList<>(BuiltInPresets.ALL);
    all.addAll(source.custom());
    return all;
  }

  /** Presets are asked for again and again, and change when somebody edits a file. */
  private synchronized Preset tight(Preset preset, Ceiling now) {
    if (!now.equals(ceiling) || tight.size() > KNOWN_MAX) {
      tight.clear();
      ceiling = now;
    }
    return tight.computeIfAbsent(preset, loose -> tightened(loose, now));
  }

  private static Preset tightened(Preset preset, Ceiling ceiling) {
    SandboxConfig config = preset.config();
    if (BuiltInPresets.REACHING.contains(preset.name())) {
      JsonObject network =
          JsonObject.builder().put("domains", Json.ofTexts(ceiling.domains())).build();
      config = config.with(JsonObject.builder().put("network", network).build());
    }
    return new Preset(preset.name(), preset.description(), ceiling.tighten(config));
  }
}
