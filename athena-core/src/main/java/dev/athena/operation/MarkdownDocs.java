package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.JsonCodec;
import java.util.List;

/** Writes documentation as Markdown. */
final class MarkdownDocs {
  private final StringBuilder out = new StringBuilder();

  private MarkdownDocs() {}

  static String operation(OperationSpec spec, DetailLevel detail) {
    MarkdownDocs page = new MarkdownDocs();
    page.line("# " + text(spec.name()));
    if (detail != DetailLevel.NAMES) {
      page.paragraph(text(spec.summary()));
    }
    page.code("python", spec.signature());
    switch (detail) {
      case NAMES -> {}
      case SUMMARY -> page.paragraph("Answers with: " + text(spec.returns()));
      case FULL -> page.full(spec);
    }
    return page.out.toString();
  }

  /** Returns the beginning of an index, before its categories. */
  static String title() {
    return "# " + DocWords.TITLE + "\n\n" + text(DocWords.INTRODUCTION) + "\n";
  }

  /** Returns the part of an index that one category takes. */
  static String category(String name, String summary, List<OperationSpec> operations) {
    MarkdownDocs part = new MarkdownDocs();
    part.line("## " + text(DocWords.capitalised(name)));
    part.paragraph(text(summary));
    part.line("");
    for (OperationSpec spec : operations) {
      String target = name + "/" + spec.shortName() + ".md";
      part.line("- [%s](%s): %s".formatted(text(spec.name()), target, text(spec.summary())));
    }
    return part.out.toString();
  }

  private void full(OperationSpec spec) {
    paragraph(text(spec.details()));
    parameters(DocField.ofParameters(spec));
    answer(spec);
    example(spec);
    errors(DocWords.failures(spec));
    paragraph(DocWords.needs(spec));
  }

  private void parameters(List<DocField> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    paragraph("## Parameters");
    paragraph("| name | type | default | meaning |\n|---|---|---|---|");
    parameters.forEach(parameter ->
        row(
            "`" + parameter.path() + "`",
            text(parameter.type()),
            parameter.ifAbsent() == null
                ? DocWords.absent(parameter)
                : "`" + DocWords.absent(parameter) + "`",
            text(parameter.doc())));
  }

  private void answer(OperationSpec spec) {
    paragraph("## Answer");
    paragraph(text(spec.returns()));
    paragraph("| field | type | meaning |\n|---|---|---|");
    DocField.ofAnswer(spec)
        .forEach(field ->
            row(
                "`" + field.path() + "`" + (field.optional() ? " (if any)" : ""),
                text(field.type()),
                text(field.doc())));
  }

  private void example(OperationSpec spec) {
    paragraph("## Example");
    DocWords.python(spec).ifPresent(call -> code("python", call));
    code("json", JsonCodec.writePretty(Examples.shown(spec)));
  }

  private void errors(List<ErrorCode> codes) {
    paragraph("## Errors");
    line("");
    codes.forEach(code -> line("- `" + code.wireName() + "`: " + text(DocWords.meaning(code))));
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void paragraph(String text) {
    line("");
    line(text);
  }

  private void code(String language, String text) {
    paragraph("```" + language + "\n" + text + "\n```");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** What would be markup in text is taken as it is. */
  private static String text(String plain) {
    return plain.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
  }
}
