package dev.athena.operation;

import dev.athena.detection.SensitiveType;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.json.Nearest;
import dev.athena.privacy.Redacted;
import dev.athena.privacy.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the arguments of a call, which have passed the screen: what an operation gets holds nothing
 * sensitive, unless its parameter is marked as {@link Verbatim}.
 */
final class ArgumentReader {
  private final Screen screen;
  private final JsonBinder binder;

  ArgumentReader(Screen screen, JsonBinder binder) {
    this.screen = screen;
    this.binder = binder;
  }

  /**
   * The arguments of a call.
   *
   * @param redacted how much of them was replaced, by type
   */
  record Arguments(List<@Nullable Object> values, Map<SensitiveType, Integer> redacted) {}

  /** Reads what came over a wire. */
  Arguments read(String tenant, OperationSpec spec, JsonObject sent) {
    List<String> names = spec.parameters().stream().map(ParameterSpec::name).toList();
    Redacted<JsonObject> screened = screened(tenant, spec, sent);
    for (String name : screened.value().members().keySet()) {
      if (!names.contains(name)) {
        throw new InvalidArgument(
            "%s has no argument \"%s\"".formatted(spec.name(), name), Nearest.hint(name, names));
      }
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (ParameterSpec parameter : spec.parameters()) {
      values.add(read(spec, parameter, screened.value()));
    }
    return new Arguments(values, screened.counts());
  }

  /** Reads what came from Java. */
  Arguments read(String tenant, OperationSpec spec, List<@Nullable Object> given) {
    JsonObject.Builder sent = JsonObject.builder();
    for (int i = 0; i < given.size(); i++) {
      ParameterSpec parameter = spec.parameters().get(i);
      Object value = given.get(i);
      if (value != null && !parameter.verbatim()) {
        sent.put(parameter.name(), binder.write(value, parameter.type()));
      }
    }
    JsonObject whole = sent.build();
    Redacted<JsonObject> screened = screened(tenant, spec, whole);
    if (screened.value().equals(whole)) {
      return new Arguments(given, Map.of());
    }
    List<@Nullable Object> values = new ArrayList<>(given);
    for (int i = 0; i < given.size(); i++) {
      ParameterSpec parameter = spec.parameters().get(i);
      if (given.get(i) != null && !parameter.verbatim()) {
        values.set(i, read(spec, parameter, screened.value()));
      }
    }
    return new Arguments(values, screened.counts());
  }

  private Redacted<JsonObject> screened(String tenant, OperationSpec spec, JsonObject sent) {
    Map<String, Json> verbatim = new LinkedHashMap<>();
    JsonObject rest = sent;
    for (ParameterSpec parameter : spec.parameters()) {
      if (parameter.verbatim() && sent.has(parameter.name())) {
        verbatim.put(parameter.name(), sent.members().get(parameter.name()));
        rest = rest.without(parameter.name());
      }
    }
    Redacted<Json> screened = screen.json(tenant, rest, spec.use());
    if (verbatim.isEmpty()) {
      return new Redacted<>((JsonObject) screened.value(), screened.counts());
    }
    JsonObject whole =
        JsonObject.builder()
            .putAll((JsonObject) screened.value())
            .putAll(new JsonObject(verbatim))
            .build();
    return new Redacted<>(whole, screened.counts());
  }

  private @Nullable Object read(OperationSpec spec, ParameterSpec parameter, JsonObject sent) {
    Json given = sent.find(parameter.name()).orElse(Json.Null.VALUE);
    if (given instanceof Json.Null) {
      Json absent = parameter.ifAbsent();
      if (absent != null) {
        given = absent;
      } else if (parameter.optional()) {
        return null;
      } else {
        throw new InvalidArgument(
            "%s needs the argument \"%s\"".formatted(spec.name(), parameter.name()),
            parameter.name() + ": " + parameter.doc());
      }
    }
    return binder.read(given, parameter.type(), parameter.name());
  }
}
