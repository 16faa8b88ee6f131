package dev.athena.execution;

import java.util.List;

/** Where the presets and the ceiling of this installation come from. */
public interface PresetSource {
  /**
   * Returns the presets that were made here, by name.
   *
   * @throws dev.athena.error.AthenaException if one of them cannot be read
   */
  List<Preset> custom();

  /**
   * Returns what the administrator fixed.
   *
   * @throws dev.athena.error.AthenaException if it cannot be read
   */
  Ceiling ceiling();

  /** An installation where nothing was made or fixed. */
  static PresetSource none() {
    return new PresetSource() {
      @Override
      public List<Preset> custom() {
        return List.of();
      }

      @Override
      public Ceiling ceiling() {
        return Ceiling.DEFAULT;
      }
    };
  }
}
