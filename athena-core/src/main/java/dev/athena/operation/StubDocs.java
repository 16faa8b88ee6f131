package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files that programs import say of an operation.
 *
 * @param values writes a value in the language of the file
 */
record StubDocs(Function<Json, String> values) {
  private static final String EACH = "[].";

  /** Returns the class of an error, such as {@code NotFound}. */
  static String className(ErrorCode code) {
    return Stream.of(code.wireName().split("_", -1))
        .map(DocWords::capitalised)
        .collect(Collectors.joining());
  }

  /** Adds what stands above the parameters. */
  static void beginning(DocLines doc, OperationSpec spec) {
    doc.paragraph(spec.summary()).paragraph(spec.details()).paragraph(DocWords.needs(spec));
  }

  /** Adds the members of a parameter that is an object. */
  void members(DocLines doc, ParameterSpec parameter, int depth) {
    DocField.ofParameter(parameter).forEach(field -> doc.entry(line(field, field.path()), depth));
  }

  /** Adds the members of the answer, or of each thing in it where it is a list. */
  void answer(DocLines doc, OperationSpec spec, int depth) {
    for (DocField field : DocField.ofAnswer(spec)) {
      String path = field.path();
      String shown = path.startsWith(EACH) ? path.substring(EACH.length()) : path;
      doc.entry("- " + line(field, shown), depth);
    }
  }

  /** Returns the names of the members that an answer may lack. */
  static Set<String> mayLack(OperationSpec spec) {
    return DocField.ofAnswer(spec).stream()
        .filter(DocField::optional)
        .map(field -> field.path().substring(field.path().lastIndexOf('.') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the classes of the errors that every operation can fail with. */
  static String commonFailures(OperationSpec spec) {
    return DocWords.failures(spec).stream()
        .filter(code -> !spec.failures().contains(code))
        .map(StubDocs::className)
        .collect(Collectors.joining(", "));
  }

  /** Returns the objects among the types that a parameter takes. */
  static List<JsonObject> objectsIn(ParameterSpec parameter) {
    return Stream.concat(
            Stream.of(parameter.schema()),
            parameter.schema().array("anyOf").stream()
                .flatMap(choices -> choices.values().stream())
                .map(JsonObject.class::cast))
        .filter(schema -> !schema.has("anyOf") && !schema.has("enum"))
        .filter(schema -> schema.text("type").orElse("object").equals("object"))
        .toList();
  }

  private String line(DocField field, String path) {
    String absent = field.optional() ? ", if any" : "";
    Json ifAbsent = field.ifAbsent();
    if (ifAbsent != null) {
      absent = ", default " + values.apply(ifAbsent);
    }
    String doc = field.doc().isEmpty() ? "" : ": " + field.doc();
    return path + " (" + field.type() + absent + ")" + doc;
  }
}
