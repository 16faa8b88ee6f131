package dev.athena.app.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages that people read, as far as they were not generated. */
final class DocumentedPages {
  /** Begins with the memory that all examples run on. */
  static final String EXAMPLES = "docs/code-examples.md";

  private static final Path ROOT = Path.of("..");

  private DocumentedPages() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("README.md"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
      pages
          .map(page -> "docs/" + page.getFileName())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  static String text(String page) {
    try {
      return Files.readString(ROOT.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<DocumentedBlock> blocks() {
    return names().stream().flatMap(page -> DocumentedBlock.of(page, text(page)).stream());
  }

  static Stream<DocumentedStep> steps() {
    return names().stream()
        .flatMap(page -> DocumentedStep.of(DocumentedBlock.of(page, text(page))).stream());
  }

  /** Returns the program that remembers what all examples run on. */
  static String seed() {
    return blocks()
        .filter(block -> block.page().equals(EXAMPLES) && block.has("seed"))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
