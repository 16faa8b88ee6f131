package dev.athena.operation;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import dev.athena.operation.ApiAnswers.ApiDocumentation;
import dev.athena.operation.ApiAnswers.ApiEntry;
import dev.athena.operation.ApiAnswers.ApiPage;
import dev.athena.operation.ApiTree.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out {@link DiscoveryApi} over a registry; the same for every caller. */
public final class RegistryDiscovery implements DiscoveryApi {
  /** The most entries of a page with names only. */
  static final int NAMES_MAX = 200;

  /** The most entries of a page with summaries. */
  static final int SUMMARIES_MAX = 50;

  /** The most entries of a page with all there is to know. */
  static final int FULL_MAX = 10;

  /** The longest query, in characters. */
  static final int QUERY_LENGTH_MAX = 1_000;

  private static final int CURSOR_LENGTH_MAX = 9;

  private final OperationRegistry registry;
  private final ApiTree tree;
  private final ApiDocs docs;

  public RegistryDiscovery(OperationRegistry registry) {
    this.registry = registry;
    this.tree = new ApiTree(registry);
    this.docs = new ApiDocs(registry);
  }

  @Override
  public ApiPage discoverApis(
      String path,
      @Nullable String query,
      @Nullable String category,
      DetailLevel detail,
      @Nullable String cursor) {
    Place place = place(path, category);
    String wanted = query == null || query.isBlank() ? null : query;
    List<ApiEntry> entries =
        wanted == null && place instanceof Place.Top
            ? registry.categories().stream().map(group -> entry(group, detail)).toList()
            : operations(place, wanted).stream().map(spec -> entry(spec, detail)).toList();
    return page(entries, from(cursor), pageMax(detail));
  }

  @Override
  public ApiDocumentation getApiDocs(String name, DetailLevel detail, DocsFormat format) {
    Place place = tree.find(name);
    String path =
        switch (place) {
          case Place.Top() -> "/";
          case Place.Group(String category) -> "/" + category;
          case Place.One(OperationSpec spec) -> spec.path();
        };
    return format == DocsFormat.JSON
        ? new ApiDocumentation(path, format, null, json(place, detail))
        : new ApiDocumentation(path, format, text(place, detail, format), null);
  }

  private String text(Place place, DetailLevel detail, DocsFormat format) {
    return switch (place) {
      case Place.Top() -> docs.index(registry.categories(), format);
      case Place.Group(String category) -> docs.index(List.of(category), format);
      case Place.One(OperationSpec spec) -> docs.page(spec, detail, format);
    };
  }

  private JsonObject json(Place place, DetailLevel detail) {
    return switch (place) {
      case Place.Top() -> docs.json(registry.categories(), DetailLevel.SUMMARY);
      case Place.Group(String category) -> docs.json(List.of(category), DetailLevel.SUMMARY);
      case Place.One(OperationSpec spec) -> docs.json(spec, detail);
    };
  }

  private Place place(String path, @Nullable String category) {
    Place place = tree.find(path);
    if (category == null) {
      return place;
    }
    if (!(tree.find(category) instanceof Place.Group wanted)) {
      throw new UnknownPath(category, registry.categories());
    }
    return switch (place) {
      case Place.Top() -> wanted;
      case Place.Group group when group.equals(wanted) -> place;
      case Place.One(OperationSpec spec) when spec.category().equals(wanted.category()) -> place;
      case Place.Group _, Place.One _ ->
          throw new InvalidArgument(
              "%s is not in the category %s".formatted(path, wanted.category()),
              "send path or category, not both");
    };
  }

  private List<OperationSpec> operations(Place place, @Nullable String query) {
    if (query != null && Characters.count(query) > QUERY_LENGTH_MAX) {
      throw new InvalidArgument(
          "query has %,d characters, the limit is %,d"
              .formatted(Characters.count(query), QUERY_LENGTH_MAX),
          "say in a few words what you want to do");
    }
    List<OperationSpec> all = query == null ? registry.list(null, null) : registry.search(query);
    return switch (place) {
      case Place.Top() -> all;
      case Place.Group(String category) ->
          all.stream().filter(spec -> spec.category().equals(category)).toList();
      case Place.One(OperationSpec one) -> all.stream().filter(one::equals).toList();
    };
  }

  private ApiEntry entry(String category, DetailLevel detail) {
    String summary = detail == DetailLevel.NAMES ? null : registry.categorySummary(category);
    int operations = registry.list(category, null).size();
    return new ApiEntry("/" + category, null, summary, operations, null);
  }

  private ApiEntry entry(OperationSpec spec, DetailLevel detail) {
    return switch (detail) {
      case NAMES -> new ApiEntry(spec.path(), null, null, null, null);
      case SUMMARY -> new ApiEntry(spec.path(), spec.signature(), spec.summary(), null, null);
      case FULL -> new ApiEntry(spec.path(), null, null, null, docs.json(spec, detail));
    };
  }

  private static ApiPage page(List<ApiEntry> entries, int from, int max) {
    int first = Math.min(from, entries.size());
    int last = Math.min(first + max, entries.size());
    String next = last < entries.size() ? String.valueOf(last) : null;
    return new ApiPage(entries.subList(first, last), entries.size(), next);
  }

  private static int pageMax(DetailLevel detail) {
    return switch (detail) {
      case NAMES -> NAMES_MAX;
      case SUMMARY -> SUMMARIES_MAX;
      case FULL -> FULL_MAX;
    };
  }

  private static int from(@Nullable String cursor) {
    if (cursor == null) {
      return 0;
    }
    boolean isNumber = cursor.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    if (!isNumber || cursor.isEmpty() || cursor.length() > CURSOR_LENGTH_MAX) {
      throw new InvalidArgument(
          "cursor is not one that was given out", "leave it away to begin with the first page");
    }
    return Integer.parseInt(cursor);
  }
}
