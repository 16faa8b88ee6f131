package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The documentation of the operations, as their registry gives it. */
public final class ApiDocs {
  private final OperationRegistry registry;

  public ApiDocs(OperationRegistry registry) {
    this.registry = registry;
  }

  /** Returns the documentation of one operation as a page of its own. */
  public String page(OperationSpec spec, DetailLevel detail, DocsFormat format) {
    return switch (format) {
      case MARKDOWN -> MarkdownDocs.operation(spec, detail);
      case HTML -> HtmlDocs.page(spec.name(), HtmlDocs.operation(spec, detail));
      case JSON -> JsonCodec.writePretty(json(spec, detail)) + "\n";
    };
  }

  /** Returns what there is in {@code categories}, a line for each operation. */
  public String index(List<String> categories, DocsFormat format) {
    return switch (format) {
      case MARKDOWN -> MarkdownDocs.title() + "\n" + markdownIndex(categories);
      case HTML -> HtmlDocs.page(DocWords.TITLE, HtmlDocs.title() + htmlIndex(categories));
      case JSON -> JsonCodec.writePretty(json(categories, DetailLevel.SUMMARY)) + "\n";
    };
  }

  /** Returns the documentation of one operation as JSON. */
  public JsonObject json(OperationSpec spec, DetailLevel detail) {
    return JsonDocs.operation(spec, detail);
  }

  /** Returns the documentation of all operations of {@code categories} as JSON. */
  public JsonObject json(List<String> categories, DetailLevel detail) {
    List<Json> all =
        categories.stream()
            .<Json>map(name -> JsonDocs.category(name, summary(name), operations(name), detail))
            .toList();
    return JsonObject.builder().put("categories", new JsonArray(all)).build();
  }

  /** Returns the documentation of all operations as one page of HTML. */
  public String wholePage() {
    List<String> categories = registry.categories();
    String operations =
        categories.stream()
            .flatMap(category -> operations(category).stream())
            .map(spec -> HtmlDocs.operation(spec, DetailLevel.FULL))
            .collect(Collectors.joining());
    return HtmlDocs.page(DocWords.TITLE, HtmlDocs.title() + htmlIndex(categories) + operations);
  }

  /**
   * Returns the reference as files, by their paths: an index and a page for each operation in
   * Markdown, all on one page of HTML, and all in one file of JSON.
   */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    List<String> categories = registry.categories();
    files.put("README.md", index(categories, DocsFormat.MARKDOWN));
    for (OperationSpec spec : registry.list(null, null)) {
      files.put(
          spec.path().substring(1) + ".md", page(spec, DetailLevel.FULL, DocsFormat.MARKDOWN));
    }
    files.put("api.html", wholePage());
    files.put("api.json", JsonCodec.writePretty(json(categories, DetailLevel.FULL)) + "\n");
    return files;
  }

  private String markdownIndex(List<String> categories) {
    return categories.stream()
        .map(name -> MarkdownDocs.category(name, summary(name), operations(name)))
        .collect(Collectors.joining("\n"));
  }

  private String htmlIndex(List<String> categories) {
    return categories.stream()
        .map(name -> HtmlDocs.category(name, summary(name), operations(name)))
        .collect(Collectors.joining());
  }

  private String summary(String category) {
    return registry.categorySummary(category);
  }

  private List<OperationSpec> operations(String category) {
    return registry.list(category, null);
  }
}
