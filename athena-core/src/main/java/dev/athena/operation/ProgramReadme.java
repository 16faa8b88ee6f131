package dev.athena.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the page that stands at the top of the files for programs. */
final class ProgramReadme {
  /** The operations that examples are made of, the first of them that there is. */
  private static final List<String> SAMPLES = List.of("recall_semantic", "recall");

  private ProgramReadme() {}

  static String of(List<ProgramCategory> categories) {
    OperationSpec sample = sample(categories);
    return Template.fill(
        "README.md",
        Map.of(
            "CATEGORIES", list(categories),
            "CATEGORY", sample.category(),
            "PYTHON", PythonStubs.example(sample),
            "JAVASCRIPT", JavaScriptStubs.example(sample),
            "FUNCTION", JavaScriptText.name(sample.shortName()),
            "OPERATION", sample.shortName()));
  }

  private static String list(List<ProgramCategory> categories) {
    return categories.stream()
        .map(category ->
            "- `%s`: %s %s"
                .formatted(
                    category.name(),
                    category.summary(),
                    category.names().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("\n"));
  }

  private static OperationSpec sample(List<ProgramCategory> categories) {
    List<OperationSpec> all =
        categories.stream().flatMap(category -> category.operations().stream()).toList();
    return SAMPLES.stream()
        .flatMap(name -> all.stream().filter(spec -> spec.name().equals(name)))
        .findFirst()
        .orElseGet(all::getFirst);
  }
}
