package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramFile;
import dev.athena.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files that programs in Python import. */
final class PythonStubs {
  private static final List<String> UNVARYING =
      List.of("_category", "_channel", "_names", "_record", "_values");

  private static final int WIDTH = 88;

  private static final StubDocs DOCS = new StubDocs(PythonText::of);

  private PythonStubs() {}

  static List<ProgramFile> of(List<ProgramCategory> categories) {
    List<ProgramFile> files = new ArrayList<>();
    files.add(file("__init__.py", beginning(categories)));
    files.add(file("_errors.py", errors()));
    UNVARYING.forEach(
        name -> files.add(file(name + ".py", Template.fill("python/" + name + ".py", Map.of()))));
    for (ProgramCategory category : categories) {
      files.add(file(category.name() + "/__init__.py", category(category)));
      for (OperationSpec spec : category.operations()) {
        files.add(file(category.name() + "/" + spec.shortName() + ".py", operation(spec)));
      }
    }
    return files;
  }

  private static ProgramFile file(String path, String text) {
    return new ProgramFile(ProgramFiles.FOLDER + path, text);
  }

  private static String beginning(List<ProgramCategory> categories) {
    List<String> names = categories.stream().map(ProgramCategory::name).toList();
    return Template.fill(
        "python/__init__.py",
        Map.of(
            "CATEGORIES", lines(names.stream(), name -> "    " + quoted(name) + ","),
            "ERRORS", lines(errorNames(), name -> "    " + name + ","),
            "ERROR_NAMES", lines(errorNames(), name -> "    " + quoted(name) + ",")));
  }

  private static Stream<String> errorNames() {
    return Stream.concat(
        Stream.of("AthenaError"), Stream.of(ErrorCode.values()).map(StubDocs::className));
  }

  private static String errors() {
    return Template.fill(
        "python/_errors.py",
        Map.of(
            "CLASSES",
            Stream.of(ErrorCode.values())
                .map(PythonStubs::error)
                .collect(Collectors.joining("\n\n")),
            "NAMES",
            lines(errorNames().skip(1), name -> "        " + name + ",")));
  }

  private static String error(ErrorCode code) {
    String above = code == ErrorCode.PROCEDURE_NOT_FOUND ? "NotFound" : "AthenaError";
    return """
    class %s(%s):
        \"""%s\"""

        code = "%s"


    """
        .formatted(StubDocs.className(code), above, DocWords.meaning(code), code.wireName());
  }

  private static String category(ProgramCategory category) {
    DocLines doc = new DocLines().paragraph(category.summary()).gap();
    doc.line("    from athena import " + category.name()).gap();
    category
        .operations()
        .forEach(spec -> doc.entry("- " + shortSignature(spec) + ": " + spec.summary(), 0));
    doc.paragraph(
        "The file of its name beside this one says all there is to know of an operation.");
    return """
    %s

    import sys

    from athena._category import Category

    __all__ = [
    %s
    ]

    sys.modules[__name__].__class__ = Category
    """
        .formatted(
            docstring(doc, ""),
            lines(category.names().stream(), name -> "    " + quoted(name) + ","));
  }

  private static String shortSignature(OperationSpec spec) {
    return spec.signature().substring(spec.name().length() - spec.shortName().length());
  }

  private static String operation(OperationSpec spec) {
    String signature = signature(spec);
    return "from __future__ import annotations\n\nfrom athena._channel import call\n"
        + typing(signature)
        + "\n\n"
        + signature
        + "\n"
        + docstring(documentation(spec), "    ")
        + "\n"
        + body(spec);
  }

  /** The types are only for readers and tools: importing them costs more than all the rest. */
  private static String typing(String signature) {
    List<String> imports = new ArrayList<>();
    if (signature.contains("datetime")) {
      imports.add("    from datetime import datetime\n");
    }
    if (signature.contains("Literal[")) {
      imports.add("    from typing import Literal\n");
    }
    if (signature.contains("Record")) {
      imports.add("\n    from athena._record import Record\n");
    }
    return imports.isEmpty()
        ? ""
        : "\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n"
            + String.join("", imports).replaceFirst("^\n", "");
  }

  private static String signature(OperationSpec spec) {
    List<String> parameters = spec.parameters().stream().map(PythonStubs::parameter).toList();
    String begin = "def " + spec.shortName() + "(";
    String end = ") -> " + TypeNames.PYTHON_ANSWER.of(spec.answerSchema()) + ":";
    String line = begin + String.join(", ", parameters) + end;
    return line.length() <= WIDTH
        ? line
        : begin + "\n" + lines(parameters.stream(), each -> "    " + each + ",") + "\n" + end;
  }

  private static String parameter(ParameterSpec parameter) {
    String typed = parameter.name() + ": " + TypeNames.PYTHON.of(parameter.schema());
    Json ifAbsent = parameter.ifAbsent();
    if (ifAbsent != null) {
      return typed + " = " + PythonText.of(ifAbsent);
    }
    return parameter.optional() ? typed + " | None = None" : typed;
  }

  private static DocLines documentation(OperationSpec spec) {
    DocLines doc = new DocLines();
    StubDocs.beginning(doc, spec);
    if (!spec.parameters().isEmpty()) {
      doc.gap().line("Arguments:");
    }
    for (ParameterSpec parameter : spec.parameters()) {
      doc.entry(parameter.name() + ": " + parameter.doc(), 1);
      DOCS.members(doc, parameter, 2);
    }
    doc.gap().line("Returns:").entry(spec.returns(), 1);
    DOCS.answer(doc, spec, 1);
    doc.gap().line("Raises:");
    for (ErrorCode code : spec.failures()) {
      doc.entry(StubDocs.className(code) + ": " + DocWords.meaning(code), 1);
    }
    doc.entry(StubDocs.commonFailures(spec) + ": as every operation.", 1);
    doc.gap().line("Example:").line("    from athena import " + spec.category());
    return doc.line("    " + example(spec));
  }

  /** Returns the example as Python. */
  static String example(OperationSpec spec) {
    return PythonText.call(spec.place(), Examples.shown(spec));
  }

  private static String body(OperationSpec spec) {
    List<String> arguments =
        spec.parameters().stream()
            .map(ParameterSpec::name)
            .map(name -> quoted(name) + ": " + name)
            .toList();
    List<String> given = new ArrayList<>();
    given.add(quoted(spec.name()));
    given.add(bracketed(arguments));
    Set<String> mayLack = StubDocs.mayLack(spec);
    if (!mayLack.isEmpty()) {
      given.add("may_lack=" + bracketed(mayLack.stream().map(PythonStubs::quoted).toList()));
    }
    return "    return call(\n"
        + lines(given.stream(), each -> "        " + each + ",")
        + "\n    )\n";
  }

  /** Returns parts on one line, or where that is too long on one line each. */
  private static String bracketed(List<String> parts) {
    String line = "{" + String.join(", ", parts) + "}";
    return line.length() <= WIDTH - "        may_lack=,".length()
        ? line
        : "{\n" + lines(parts.stream(), each -> "            " + each + ",") + "\n        }";
  }

  private static String docstring(DocLines doc, String indent) {
    List<String> lines = doc.lines();
    String text =
        lines(lines.stream(), line -> line.isEmpty() ? "" : indent + line)
            .replace("\\", "\\\\")
            .replace("\"\"\"", "\\\"\\\"\\\"");
    return indent + "\"\"\"" + text.substring(indent.length()) + "\n" + indent + "\"\"\"";
  }

  private static String quoted(String text) {
    return PythonText.of(Json.of(text));
  }

  private static <T> String lines(Stream<T> parts, Function<T, String> line) {
    return parts.map(line).collect(Collectors.joining("\n"));
  }
}
