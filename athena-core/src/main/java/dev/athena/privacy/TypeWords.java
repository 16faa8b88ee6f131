package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types as people write them. */
final class TypeWords {
  private TypeWords() {}

  /** Returns the names of types in their order, each once, with something between them. */
  static String of(Collection<SensitiveType> types, String between) {
    return types.stream()
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .collect(Collectors.joining(between));
  }
}
