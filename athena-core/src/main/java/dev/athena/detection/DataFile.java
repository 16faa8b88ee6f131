package dev.athena.detection;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file that lies beside this package. */
final class DataFile {
  private DataFile() {}

  /** Returns what the file holds. */
  static <J extends Json> J read(String name, Class<J> kind) {
    try (InputStream in = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name)) {
      return kind.cast(JsonCodec.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Returns the texts of an array, which may be missing. */
  static List<String> texts(JsonObject json, String member) {
    return json.array(member).map(JsonArray::values).orElse(List.of()).stream()
        .map(one -> ((Json.Text) one).value())
        .toList();
  }

  /** Returns the words of an array of texts in which space separates them. */
  static Set<String> words(JsonObject json, String member) {
    return texts(json, member).stream()
        .flatMap(line -> Stream.of(line.split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
