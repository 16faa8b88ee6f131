package dev.athena.store.sqlite;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names a row by its values, so that what is sealed in it is bound to those that are not: if one of
 * them is changed, the row opens no more. No two lists of values have the same name.
 */
final class Binding {
  private final StringBuilder name = new StringBuilder(160);

  /** Returns the name of a row with such values. */
  static String of(@Nullable Object... values) {
    Binding binding = new Binding();
    for (Object value : values) {
      binding.add(value);
    }
    return binding.name.toString();
  }

  private void add(@Nullable Object value) {
    if (value == null) {
      name.append('-');
      return;
    }
    String text =
        value instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.ISO_8859_1)
            : value.toString();
    name.append(text.length()).append(':').append(text);
  }
}
