package dev.athena.app.memory;

import dev.athena.app.context.WrongUse;
import dev.athena.memory.MemoryKind;

/** Reads the option {@code --kind}. */
final class KindOption {
  private KindOption() {}

  /**
   * Returns the kind called {@code typed}.
   *
   * @throws WrongUse if there is none
   */
  static MemoryKind read(String typed) {
    return MemoryKind.ofWireName(typed)
        .orElseThrow(
            () -> new WrongUse("--kind is " + typed + "; use semantic, episodic or procedural"));
  }
}
