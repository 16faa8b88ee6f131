package dev.athena.server.tools;

import dev.athena.operation.ApiDocs;
import dev.athena.operation.DetailLevel;
import dev.athena.operation.DocsFormat;
import dev.athena.operation.OperationRegistry;
import dev.athena.operation.OperationSpec;
import dev.athena.server.mcp.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documentation as a folder of files below one address: one that leads in, and in a folder for
 * each category one for each operation.
 */
final class ApiFiles {
  static final String MARKDOWN = "text/markdown";

  private final OperationRegistry registry;
  private final ApiDocs docs;
  private final String root;
  private final Entrance entrance;
  private final String extension;

  /**
   * Creates the files below {@code root}.
   *
   * @param extension how the names of the files of operations end
   */
  ApiFiles(OperationRegistry registry, String root, Entrance entrance, String extension) {
    this.registry = registry;
    this.docs = new ApiDocs(registry);
    this.root = root;
    this.entrance = entrance;
    this.extension = extension;
  }

  /**
   * The file that leads in.
   *
   * @param text what stands before the index of all operations
   */
  record Entrance(String name, String description, String text) {}

  /** Returns all files, the one that leads in first. */
  List<Resource> files() {
    List<Resource> files = new ArrayList<>();
    files.add(entranceFile());
    for (String category : registry.categories()) {
      files.addAll(filesOf(category));
    }
    return files;
  }

  /** Returns the text of the file at {@code uri}. */
  Optional<String> read(String uri) {
    if (uri.equals(entranceFile().uri())) {
      return Optional.of(entrance.text() + docs.index(registry.categories(), DocsFormat.MARKDOWN));
    }
    return registry.list(null, null).stream()
        .filter(spec -> uri(spec).equals(uri) || linkTarget(spec).equals(uri))
        .findFirst()
        .map(spec -> docs.page(spec, DetailLevel.FULL, DocsFormat.MARKDOWN));
  }

  /** Returns what is in the folder at {@code uri}; empty if it is no folder. */
  Optional<List<Resource>> directory(String uri) {
    if (uri.equals(root)) {
      List<Resource> children = new ArrayList<>();
      children.add(entranceFile());
      registry.categories().forEach(name -> children.add(Resource.directory(folder(name), name)));
      return Optional.of(children);
    }
    return registry.categories().stream()
        .filter(name -> folder(name).equals(uri))
        .findFirst()
        .map(this::filesOf);
  }

  /** Returns the pattern of the addresses of operations. */
  String template() {
    return root + "/{category}/{operation}" + extension;
  }

  private Resource entranceFile() {
    return new Resource(
        root + "/" + entrance.name(), entrance.name(), null, entrance.description(), MARKDOWN);
  }

  private List<Resource> filesOf(String category) {
    return registry.list(category, null).stream()
        .map(spec ->
            new Resource(uri(spec), spec.shortName() + extension, null, spec.summary(), MARKDOWN))
        .toList();
  }

  private String folder(String category) {
    return root + "/" + category;
  }

  /** The links of an index end in .md wherever it is read. */
  private String linkTarget(OperationSpec spec) {
    return root + spec.path() + ".md";
  }

  private String uri(OperationSpec spec) {
    return root + spec.path() + extension;
  }
}
