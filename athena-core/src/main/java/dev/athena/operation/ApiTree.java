package dev.athena.operation;

import dev.athena.json.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The operations as a tree: categories, and operations below them. */
final class ApiTree {
  private static final String ADDRESS = "athena://api";

  /** The links of an index end so. */
  private static final String LINK_END = ".md";

  private final OperationRegistry registry;

  ApiTree(OperationRegistry registry) {
    this.registry = registry;
  }

  /** A place in the tree. */
  sealed interface Place {
    /** The top. */
    record Top() implements Place {}

    /** A category. */
    record Group(String category) implements Place {}

    /** An operation. */
    record One(OperationSpec spec) implements Place {}
  }

  /**
   * Returns the place that {@code given} names: a path, the address of a resource, or the name of a
   * category or an operation as Python, JavaScript or Java write it.
   *
   * @throws UnknownPath if there is none
   */
  Place find(String given) {
    String path = bare(given);
    if (path.isEmpty()) {
      return new Place.Top();
    }
    if (registry.categories().contains(path)) {
      return new Place.Group(path);
    }
    return operation(path)
        .<Place>map(Place.One::new)
        .orElseThrow(() -> new UnknownPath(given.strip(), names()));
  }

  private Optional<OperationSpec> operation(String path) {
    String place = WireName.of(path);
    String name = place.startsWith("memory.") ? place.substring(7) : place;
    return registry
        .find(name)
        .or(() ->
            registry.list(null, null).stream()
                .filter(spec -> spec.path().equals("/" + path) || spec.place().equals(place))
                .findFirst());
  }

  private static String bare(String given) {
    String path = given.strip();
    if (path.startsWith(ADDRESS)) {
      path = path.substring(ADDRESS.length());
    }
    if (path.endsWith(LINK_END)) {
      path = path.substring(0, path.length() - LINK_END.length());
    }
    int from = path.startsWith("/") ? 1 : 0;
    int to = path.length() > from && path.endsWith("/") ? path.length() - 1 : path.length();
    return path.substring(from, to);
  }

  /** What may have been meant: each in the forms that people write. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (OperationSpec spec : registry.list(null, null)) {
      names.add(spec.name());
      names.add(spec.path());
    }
    registry
        .categories()
        .forEach(category -> {
          names.add(category);
          names.add("/" + category);
        });
    return names;
  }
}
