package dev.athena.operation;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Violation;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.Mentions;
import dev.athena.memory.ProjectStore;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Pseudonym;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds all that is kept of somebody, in every project of a tenant. */
final class SubjectSearch {
  /** The shortest value: a letter stands in nearly every memory. */
  static final int VALUE_LENGTH_MIN = 2;

  /** The longest value, in characters. */
  static final int VALUE_LENGTH_MAX = 1_000;

  private static final int PAGE = 200;

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;

  SubjectSearch(Services services, JsonBinder binder, Privacy privacy) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
  }

  /**
   * All that was found.
   *
   * @param words the value and its pseudonyms
   * @param memories ids by project, of which there are no more than {@link Editing#FORGOTTEN_MAX}
   *     for each word
   * @param executions by project
   * @param sessionFiles how many files that programs left mention it
   */
  record Found(
      List<Pseudonym> pseudonyms,
      List<String> words,
      Map<Namespace, Set<MemoryId>> memories,
      Map<Namespace, List<Mentioning>> executions,
      int sessionFiles) {
    List<MemoryId> ids() {
      return memories.values().stream().flatMap(Set::stream).distinct().toList();
    }

    List<Mentioning> runs() {
      return executions.values().stream().flatMap(List::stream).toList();
    }

    long projects() {
      Set<Namespace> all = new LinkedHashSet<>(memories.keySet());
      all.addAll(executions.keySet());
      return all.size();
    }

    boolean isNothing() {
      return pseudonyms.isEmpty() && memories.isEmpty() && executions.isEmpty();
    }

    /** Returns how much there is, by layer. */
    JsonObject counts() {
      List<MemoryId> ids = ids();
      return JsonObject.builder()
          .put("values", pseudonyms.size())
          .put("memories", kinds(ids))
          .put("executions", runs().size())
          .put("session_files", sessionFiles)
          .build();
    }

    static JsonObject kinds(List<MemoryId> ids) {
      JsonObject.Builder counts = JsonObject.builder();
      for (MemoryKind kind : MemoryKind.values()) {
        counts.put(WireName.of(kind), ids.stream().filter(id -> id.kind() == kind).count());
      }
      return counts.build();
    }
  }

  /**
   * An execution that mentions somebody.
   *
   * @param inSourceOnly whether nothing but its source does
   */
  record Mentioning(ExecutionRecord execution, boolean inSourceOnly) {}

  /** Returns a value as it is looked for. */
  static String checked(String value) {
    String subject = value.strip();
    int length = Characters.count(subject);
    if (length < VALUE_LENGTH_MIN || length > VALUE_LENGTH_MAX) {
      throw new InvalidArgument(
          "value has %,d characters".formatted(length),
          "send a name, an address or another value of %d to %,d"
              .formatted(VALUE_LENGTH_MIN, VALUE_LENGTH_MAX));
    }
    return subject;
  }

  /** Finds what is kept of a value. */
  Found find(String tenant, String subject) {
    List<Pseudonym> pseudonyms = privacy.erasures().pseudonyms(tenant, subject);
    List<String> words = new ArrayList<>(List.of(subject));
    pseudonyms.forEach(pseudonym -> words.add(pseudonym.toString()));
    Map<Namespace, Set<MemoryId>> memories = new LinkedHashMap<>();
    Map<Namespace, List<Mentioning>> executions = new LinkedHashMap<>();
    for (String project : projects(tenant)) {
      Namespace namespace = new Namespace(tenant, project);
      Set<MemoryId> ids = memories(namespace, words);
      if (!ids.isEmpty()) {
        memories.put(namespace, ids);
      }
      List<Mentioning> runs = executions(namespace, words);
      if (!runs.isEmpty()) {
        executions.put(namespace, runs);
      }
    }
    int sessionFiles = privacy.leftFiles().erase(tenant, words, true);
    return new Found(pseudonyms, words, memories, executions, sessionFiles);
  }

  private Set<String> projects(String tenant) {
    return services
        .storage()
        .read(tx -> {
          Set<String> all = new TreeSet<>(tx.store(ProjectStore.class).projects(tenant));
          all.addAll(tx.store(ExecutionStore.class).projects(tenant));
          return all;
        });
  }

  private Set<MemoryId> memories(Namespace namespace, List<String> words) {
    Editing editing = new Editing(services, binder, namespace);
    Set<MemoryId> ids = new LinkedHashSet<>();
    words.forEach(word -> ids.addAll(editing.forget(null, word, true).removed()));
    return ids;
  }

  private List<Mentioning> executions(Namespace namespace, List<String> words) {
    List<Mentions> mentions = words.stream().map(Mentions::new).toList();
    List<Mentioning> found = new ArrayList<>();
    List<ExecutionRecord> page = page(namespace, null);
    while (!page.isEmpty()) {
      for (ExecutionRecord record : page) {
        boolean around = isIn(mentions, around(record));
        if (around
            || isIn(mentions, JsonObject.builder().putIfPresent("", record.source()).build())) {
          found.add(new Mentioning(record, !around));
        }
      }
      page = page(namespace, page.getLast().id());
    }
    return found;
  }

  private static boolean isIn(List<Mentions> mentions, JsonObject texts) {
    return mentions.stream().anyMatch(one -> one.inFields(texts));
  }

  /** Returns all that an execution says besides its source. */
  private JsonObject around(ExecutionRecord record) {
    ExecutionRecord.Ended ended = record.ended();
    List<Violation> violations =
        ended == null || ended.violations() == 0
            ? List.of()
            : services
                .storage()
                .read(tx ->
                    tx.store(ExecutionStore.class).violations(record.namespace(), record.id()));
    return JsonObject.builder()
        .putIfPresent("session", record.session())
        .put("config", record.config())
        .putIfPresent("error", ended == null ? null : ended.error())
        .put("violations", Json.ofTexts(violations.stream().map(Violation::target).toList()))
        .build();
  }

  private List<ExecutionRecord> page(Namespace namespace, @Nullable ExecutionId before) {
    ExecutionFilter filter = new ExecutionFilter(namespace, null, null, null, null, null, before);
    return services.storage().read(tx -> tx.store(ExecutionStore.class).list(filter, PAGE));
  }
}
