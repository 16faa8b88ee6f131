package dev.athena.operation;

import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.WireName;
import dev.athena.privacy.Use;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the operations off an annotated interface. */
final class OperationReader {
  private final JsonBinder binder;

  OperationReader(JsonBinder binder) {
    this.binder = binder;
  }

  /** Returns the operations of {@code api} in the order of their names. */
  List<OperationSpec> read(Class<?> api) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.isAnnotationPresent(Operation.class))
        .map(this::read)
        .sorted(Comparator.comparing(OperationSpec::name))
        .toList();
  }

  private OperationSpec read(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    List<ParameterSpec> parameters = Arrays.stream(method.getParameters()).map(this::read).toList();
    return new OperationSpec(
        operation.name().isEmpty() ? WireName.of(method.getName()) : operation.name(),
        operation.category(),
        operation.summary(),
        operation.keywords(),
        operation.details(),
        operation.returns(),
        operation.grant(),
        operation.effect(),
        use(operation),
        parameters,
        binder.schema(method.getGenericReturnType()),
        JsonCodec.readObject(operation.example()),
        List.of(operation.failsWith()),
        method);
  }

  private static Use use(Operation operation) {
    if (operation.privately()) {
      return Use.STORED_PRIVATELY;
    }
    return switch (operation.effect()) {
      case ADDS, CHANGES -> Use.STORED;
      case READS, REMOVES, RUNS -> Use.ASKED;
    };
  }

  private ParameterSpec read(Parameter parameter) {
    Doc doc = parameter.getAnnotation(Doc.class);
    if (doc == null) {
      throw new IllegalStateException(
          parameter.getDeclaringExecutable() + " says nothing about " + parameter.getName());
    }
    boolean nullable = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Json ifAbsent = doc.ifAbsent().isEmpty() ? null : JsonCodec.read(doc.ifAbsent());
    return new ParameterSpec(
        WireName.of(parameter.getName()),
        doc.value(),
        parameter.getParameterizedType(),
        binder.schema(parameter.getParameterizedType()),
        nullable || ifAbsent != null,
        ifAbsent,
        parameter.isAnnotationPresent(Verbatim.class));
  }
}
