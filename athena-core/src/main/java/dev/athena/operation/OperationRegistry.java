package dev.athena.operation;

import dev.athena.json.JsonBinder;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations there are, read off the interfaces that declare them.
 *
 * <p>Safe for use by many threads. Names are unique over all interfaces.
 */
public final class OperationRegistry {
  /** How values are written; the same everywhere. */
  private final JsonBinder binder = new JsonBinder(Map.of(TimeRange.class, new TimeRange.Form()));

  private final OperationReader reader = new OperationReader(binder);
  private final Map<String, OperationSpec> byName = Collections.synchronizedMap(new TreeMap<>());
  private final Map<Method, OperationSpec> byMethod = new ConcurrentHashMap<>();
  private final OperationSearch search = new OperationSearch();
  private final Map<String, String> categorySummaries = new ConcurrentHashMap<>();

  /**
   * Adds the operations of an interface.
   *
   * @throws IllegalArgumentException if one of their names is taken
   */
  public void register(Class<?> api) {
    for (Category category : api.getAnnotationsByType(Category.class)) {
      categorySummaries.put(category.name(), category.summary());
    }
    for (OperationSpec spec : reader.read(api)) {
      if (byName.putIfAbsent(spec.name(), spec) != null) {
        throw new IllegalArgumentException("two operations are called " + spec.name());
      }
      byMethod.put(spec.method(), spec);
    }
  }

  /** Returns the operation called {@code name}. */
  public Optional<OperationSpec> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Returns the operation called {@code name}.
   *
   * @throws UnknownOperation if there is none
   */
  public OperationSpec get(String name) {
    return find(name).orElseThrow(() -> new UnknownOperation(name, names()));
  }

  /**
   * Returns the operations that pass the filters, by name.
   *
   * @param category only of this category, or null
   * @param effect only with this effect, or null
   */
  public List<OperationSpec> list(@Nullable String category, @Nullable Effect effect) {
    return all().stream()
        .filter(spec -> category == null || spec.category().equals(category))
        .filter(spec -> effect == null || spec.effect() == effect)
        .toList();
  }

  /** Returns the operation that a method of a registered interface is. */
  OperationSpec of(Method method) {
    return Optional.ofNullable(byMethod.get(method))
        .orElseThrow(() -> new IllegalArgumentException(method + " is no operation"));
  }

  /** Returns the categories, by name. */
  public List<String> categories() {
    return all().stream().map(OperationSpec::category).distinct().sorted().toList();
  }

  /** Returns what a category is for, in one sentence; empty if nobody says. */
  public String categorySummary(String category) {
    return categorySummaries.getOrDefault(category, "");
  }

  /**
   * Returns the operations whose name, keywords or documentation share words with {@code query},
   * best first.
   */
  public List<OperationSpec> search(String query) {
    return search.find(all(), query);
  }

  /** Returns how values are written and read. */
  public JsonBinder binder() {
    return binder;
  }

  private List<OperationSpec> all() {
    synchronized (byName) {
      return new ArrayList<>(byName.values());
    }
  }

  private List<String> names() {
    return all().stream().map(OperationSpec::name).toList();
  }
}
