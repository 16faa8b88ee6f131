package dev.athena.memory;

import dev.athena.error.InvalidArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names one memory; its prefix says of which kind it is. */
public record MemoryId(String value) {
  /** The longest id, in characters. */
  public static final int LENGTH_MAX = 64;

  private static final List<MemoryKind> KINDS = List.of(MemoryKind.values());

  public MemoryId {
    if (value.length() > LENGTH_MAX || kindOf(value) == null) {
      throw new InvalidArgument(
          "\"" + value.substring(0, Math.min(LENGTH_MAX, value.length())) + "\" is not an id",
          "send an id as recall or remember returned it: evt_…, mem_… or prc_…");
    }
  }

  /** Returns the kind of the memory. */
  public MemoryKind kind() {
    MemoryKind kind = kindOf(value);
    if (kind == null) {
      throw new IllegalStateException("an id without a kind was made: " + value);
    }
    return kind;
  }

  private static @Nullable MemoryKind kindOf(String value) {
    for (MemoryKind kind : KINDS) {
      String prefix = kind.idPrefix();
      if (value.startsWith(prefix)
          && value.length() > prefix.length() + 1
          && value.charAt(prefix.length()) == '_') {
        return kind;
      }
    }
    return null;
  }
}
