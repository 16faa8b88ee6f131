package dev.athena.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The texts of programs' files in which only some places, such as {@code {{NAMES}}}, vary. */
final class Template {
  private Template() {}

  /** Returns the text called {@code name} with {@code places} filled in. */
  static String fill(String name, Map<String, String> places) {
    String text = read("program/" + name);
    for (var place : places.entrySet()) {
      text = text.replace("{{" + place.getKey() + "}}", place.getValue());
    }
    return text;
  }

  private static String read(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
