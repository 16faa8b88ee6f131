package dev.athena.operation;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.ProjectStore;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.PrivacyAnswers.Erased;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Pseudonym;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes all that is kept of somebody: memories that mention them, in every project of the tenant,
 * the sources of programs that do, and what stands behind their pseudonyms.
 *
 * <p>The vault comes last, and what is to be erased is written down before the first step: an
 * erasure that is interrupted is finished by {@link #resume}.
 */
public final class Erasing {
  /** The shortest value: a letter stands in nearly every memory. */
  static final int VALUE_LENGTH_MIN = 2;

  /** The longest value, in characters. */
  static final int VALUE_LENGTH_MAX = 1_000;

  /** The most ids that are told. */
  static final int IDS_MAX = 1_000;

  private static final int PAGE = 200;

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;

  public Erasing(Services services, JsonBinder binder, Privacy privacy) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
  }

  /** Erases what is kept of a value, or only says what would be. */
  Erased erase(Caller caller, String value, boolean dryRun) {
    String subject = value.strip();
    int length = Characters.count(subject);
    if (length < VALUE_LENGTH_MIN || length > VALUE_LENGTH_MAX) {
      throw new InvalidArgument(
          "value has %,d characters".formatted(length),
          "send a name, an address or another value of %d to %,d"
              .formatted(VALUE_LENGTH_MIN, VALUE_LENGTH_MAX));
    }
    return dryRun
        ? removed(caller, subject, true)
        : privacy.erasures().run(caller, subject, () -> removed(caller, subject, false));
  }

  /** Finishes the erasures that were interrupted, and returns how many there were. */
  public int resume() {
    return privacy
        .erasures()
        .resume((tenant, subject) -> {
          Caller caller = Caller.local(new Namespace(tenant, Namespace.DEFAULT_PROJECT));
          return removed(caller, subject, false);
        });
  }

  private Erased removed(Caller caller, String subject, boolean dryRun) {
    String tenant = caller.namespace().tenant();
    List<Pseudonym> pseudonyms = privacy.erasures().pseudonyms(tenant, subject);
    List<String> words =
        Stream.concat(Stream.of(subject), pseudonyms.stream().map(Pseudonym::toString)).toList();
    List<MemoryId> ids = new ArrayList<>();
    int executions = 0;
    for (String project :
        services.storage().read(tx -> tx.store(ProjectStore.class).projects(tenant))) {
      Namespace namespace = new Namespace(tenant, project);
      for (String word : words) {
        ids.addAll(memories(namespace, word, dryRun));
      }
      executions += executions(namespace, words, dryRun);
    }
    if (!dryRun) {
      var _ = services.storage().purge(); // also of what was removed before an interruption
    }
    List<MemoryId> distinct = ids.stream().distinct().toList();
    return new Erased(
        pseudonyms.stream().map(Pseudonym::toString).toList(),
        counts(distinct),
        distinct.stream().limit(IDS_MAX).toList(),
        executions,
        dryRun);
  }

  private List<MemoryId> memories(Namespace namespace, String word, boolean dryRun) {
    Editing editing = new Editing(services, binder, namespace);
    List<MemoryId> ids = new ArrayList<>();
    boolean more = true;
    while (more) {
      Forgotten forgotten = editing.forget(null, word, dryRun);
      ids.addAll(forgotten.removed());
      more = forgotten.more() && !dryRun;
    }
    return ids;
  }

  private int executions(Namespace namespace, List<String> words, boolean dryRun) {
    int count = 0;
    List<ExecutionRecord> page = page(namespace, null);
    while (!page.isEmpty()) {
      for (ExecutionRecord record : page) {
        String source = record.source();
        if (source != null && words.stream().anyMatch(source::contains)) {
          count++;
          if (!dryRun) {
            services
                .storage()
                .write(tx -> tx.store(ExecutionStore.class).redact(namespace, record.id()));
          }
        }
      }
      page = page(namespace, page.getLast().id());
    }
    return count;
  }

  private List<ExecutionRecord> page(Namespace namespace, @Nullable ExecutionId before) {
    ExecutionFilter filter = new ExecutionFilter(namespace, null, null, null, null, null, before);
    return services.storage().read(tx -> tx.store(ExecutionStore.class).list(filter, PAGE));
  }

  private static JsonObject counts(List<MemoryId> ids) {
    JsonObject.Builder counts = JsonObject.builder();
    for (MemoryKind kind : MemoryKind.values()) {
      counts.put(WireName.of(kind), ids.stream().filter(id -> id.kind() == kind).count());
    }
    return counts.build();
  }
}
