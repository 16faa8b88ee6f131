package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramFile;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files that programs in JavaScript import. */
final class JavaScriptStubs {
  private static final List<String> UNVARYING =
      List.of("_arguments", "_category", "_channel", "_names");

  private static final int WIDTH = 100;

  private static final StubDocs DOCS = new StubDocs(JavaScriptText::of);

  private JavaScriptStubs() {}

  static List<ProgramFile> of(List<ProgramCategory> categories) {
    List<ProgramFile> files = new ArrayList<>();
    files.add(file("index.mjs", beginning(categories)));
    files.add(file("_errors.mjs", errors()));
    UNVARYING.forEach(name ->
        files.add(file(name + ".mjs", Template.fill("javascript/" + name + ".mjs", Map.of()))));
    for (ProgramCategory category : categories) {
      files.add(file(category.name() + "/index.mjs", category(category)));
      for (OperationSpec spec : category.operations()) {
        files.add(file(category.name() + "/" + spec.shortName() + ".mjs", operation(spec)));
      }
    }
    return files;
  }

  private static ProgramFile file(String path, String text) {
    return new ProgramFile(ProgramFiles.FOLDER + path, text);
  }

  private static String beginning(List<ProgramCategory> categories) {
    return Template.fill(
        "javascript/index.mjs",
        Map.of(
            "CATEGORIES",
            lines(categories.stream(), JavaScriptStubs::lazyCategory),
            "NAMES",
            categories.stream().map(ProgramCategory::name).collect(Collectors.joining(", "))));
  }

  private static String lazyCategory(ProgramCategory category) {
    return """
    /** %3$s */
    export const %1$s = category(
      "%1$s",
      %2$s,
      (file) => import(`./%1$s/${file}.mjs`),
    );
    """
        .formatted(category.name(), texts(category.names()), comment(category.summary()));
  }

  private static String errors() {
    return Template.fill(
        "javascript/_errors.mjs",
        Map.of("CLASSES", lines(Stream.of(ErrorCode.values()), JavaScriptStubs::error).strip()));
  }

  private static String error(ErrorCode code) {
    String above = code == ErrorCode.PROCEDURE_NOT_FOUND ? "NotFound" : "AthenaError";
    return """
    /** %s */
    export class %s extends %s {
      static code = "%s";
    }
    """
        .formatted(DocWords.meaning(code), StubDocs.className(code), above, code.wireName());
  }

  private static String category(ProgramCategory category) {
    return "// "
        + category.summary().replace("\n", " ")
        + "\n"
        + lines(category.names().stream(), name -> "export * from \"./" + name + ".mjs\";")
        + "\n";
  }

  private static String operation(OperationSpec spec) {
    String name = JavaScriptText.name(spec.shortName());
    return """
    import { call } from "../_channel.mjs";

    %s
    export function %s {
      return call(OPERATION, arguments);
    }

    const OPERATION = {
      name: %s,
      parameters: %s,
      objects: %s,
    };
    %s\
    """
        .formatted(
            comment(documentation(spec)),
            signature(name, spec),
            JavaScriptText.of(Json.of(spec.name())),
            texts(spec.parameters().stream().map(ParameterSpec::name).toList()),
            JavaScriptText.of(objects(spec)),
            name.equals(spec.shortName())
                ? ""
                : "\nexport { %s as %s };\n".formatted(name, spec.shortName()));
  }

  /** The defaults stand here for the reader; what is left out is not sent. */
  private static String signature(String name, OperationSpec spec) {
    List<String> parameters = spec.parameters().stream().map(JavaScriptStubs::parameter).toList();
    String line = name + "(" + String.join(", ", parameters) + ")";
    return line.length() + "export function  {".length() <= WIDTH
        ? line
        : name + "(\n" + lines(parameters.stream(), each -> "  " + each + ",") + "\n)";
  }

  private static String parameter(ParameterSpec parameter) {
    Json ifAbsent = parameter.ifAbsent();
    String name = JavaScriptText.name(parameter.name());
    return ifAbsent == null ? name : name + " = " + JavaScriptText.of(ifAbsent);
  }

  /** Returns the parameters that take objects, each with the members that are known. */
  private static JsonObject objects(OperationSpec spec) {
    JsonObject.Builder objects = JsonObject.builder();
    for (ParameterSpec parameter : spec.parameters()) {
      List<JsonObject> taken = StubDocs.objectsIn(parameter);
      List<String> members =
          taken.stream()
              .flatMap(schema -> schema.object("properties").stream())
              .flatMap(properties -> properties.members().keySet().stream())
              .toList();
      if (!taken.isEmpty()) {
        objects.put(parameter.name(), Json.ofTexts(members));
      }
    }
    return objects.build();
  }

  private static DocLines documentation(OperationSpec spec) {
    DocLines doc = new DocLines();
    StubDocs.beginning(doc, spec);
    doc.gap();
    for (ParameterSpec parameter : spec.parameters()) {
      doc.entry(
          "@param {%s} %s %s"
              .formatted(
                  TypeNames.JAVASCRIPT.of(parameter.schema()),
                  documented(parameter),
                  parameter.doc()),
          0);
      DOCS.members(doc, parameter, 1);
    }
    doc.entry(
        "@returns {Promise<%s>} %s"
            .formatted(TypeNames.JAVASCRIPT.of(spec.answerSchema()), spec.returns()),
        0);
    DOCS.answer(doc, spec, 1);
    for (ErrorCode code : spec.failures()) {
      doc.entry("@throws {%s} %s".formatted(StubDocs.className(code), DocWords.meaning(code)), 0);
    }
    doc.entry("@throws " + StubDocs.commonFailures(spec) + ": as every operation.", 0);
    doc.line("@example");
    doc.line("import { %s } from \"athena\";".formatted(spec.category()));
    return doc.line(example(spec) + ";");
  }

  private static String documented(ParameterSpec parameter) {
    String name = parameter(parameter).replace(" = ", "=");
    return parameter.optional() ? "[" + name + "]" : name;
  }

  /** Returns the example as JavaScript. */
  static String example(OperationSpec spec) {
    String function = spec.category() + "." + JavaScriptText.name(spec.shortName());
    return "await " + JavaScriptText.call(function, Examples.shown(spec));
  }

  private static String comment(DocLines doc) {
    return "/**\n"
        + lines(doc.lines().stream(), line -> (" * " + comment(line)).stripTrailing())
        + "\n */";
  }

  private static String comment(String text) {
    return text.replace("*/", "*\\/");
  }

  private static String texts(List<String> texts) {
    return JavaScriptText.list(texts.stream().map(Json::of).toList());
  }

  private static <T> String lines(Stream<T> parts, Function<T, String> line) {
    return parts.map(line).collect(Collectors.joining("\n"));
  }
}
