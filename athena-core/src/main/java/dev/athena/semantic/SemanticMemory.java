package dev.athena.semantic;

import dev.athena.index.IndexEntry;
import dev.athena.index.Kept;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.Prepared;
import dev.athena.index.Writing;
import dev.athena.memory.EditConflict;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.memory.Remembered;
import dev.athena.principal.Namespace;
import dev.athena.storage.IdSource;
import dev.athena.storage.Transaction;
import dev.athena.text.TextAnalysis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way into semantic memory. */
public final class SemanticMemory {
  private final InstantSource clock;
  private final IdSource ids;

  public SemanticMemory(InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Turns a request into what will be stored. */
  public Prepared<Fact> prepare(Namespace namespace, RememberFact request) {
    return preparation(namespace, request).get();
  }

  /** Gives a request its id and time now; what is slow is done when the outcome is asked for. */
  public Supplier<Prepared<Fact>> preparation(Namespace namespace, RememberFact request) {
    MemoryId id = new MemoryId(ids.next(MemoryKind.SEMANTIC.idPrefix()));
    Fact fact =
        new Fact(
            id, namespace, request.content(), request.metadata(), clock.instant(), 1, null, null);
    return () -> prepared(fact);
  }

  /** Turns a request into what will be stored in the place of {@code present}. */
  public Prepared<Fact> prepareChange(Fact present, RememberFact wanted) {
    return prepared(
        new Fact(
            present.id(),
            present.namespace(),
            wanted.content(),
            wanted.metadata(),
            present.recordedAt(),
            present.revision() + 1,
            present.supersededBy(),
            present.supersededAt()));
  }

  /**
   * Stores a prepared fact, unless the same is there, and supersedes those it names and those that
   * stand under its key.
   *
   * @throws MemoryNotFound if a fact it names is not there
   */
  public Remembered store(Transaction tx, Prepared<Fact> prepared) {
    FactStore facts = tx.store(FactStore.class);
    if (!(Writing.add(tx, facts, prepared) instanceof Remembered.Stored(MemoryId id))) {
      return new Remembered.Duplicate(
          facts
              .findSame(prepared.memory().namespace(), prepared.identity())
              .orElseThrow(() -> new IllegalStateException("a duplicate of nothing")));
    }
    List<MemoryId> superseded =
        new Succession(tx).settle(prepared.memory(), named(tx, prepared.memory()));
    return superseded.isEmpty()
        ? new Remembered.Stored(id)
        : new Remembered.Superseding(id, superseded);
  }

  /**
   * Stores a prepared change; the present wording is kept as a revision. What it now names, or
   * stands under its key, is superseded as by a new fact.
   *
   * @throws MemoryNotFound if the fact, or one it names, is gone
   * @throws EditConflict if it was changed meanwhile, or would equal another
   */
  public void storeChange(Transaction tx, Prepared<Fact> changed) {
    Writing.replace(tx, tx.store(FactStore.class), changed, clock.instant());
    if (changed.memory().supersededBy() == null) {
      new Succession(tx).settle(changed.memory(), named(tx, changed.memory()));
    }
  }

  /**
   * Adds a fact as it was elsewhere, unless it or the same is there. If it stands under a key, it
   * and what stands under that key here are settled as by a new fact.
   *
   * @throws EditConflict if its id is taken by a memory of another namespace
   */
  public Remembered restore(Transaction tx, Kept<Fact> kept) {
    Remembered outcome = Writing.restore(tx, tx.store(FactStore.class), kept);
    if (outcome instanceof Remembered.Stored && kept.memory().supersededBy() == null) {
      new Succession(tx).settle(kept.memory(), List.of());
    }
    return outcome;
  }

  /**
   * Removes a fact; returns whether it was there. Those it had superseded give way to the next fact
   * under their key, or to the same fact remembered anew; if there is neither, they stand again.
   */
  public boolean forget(Transaction tx, Namespace namespace, MemoryId id) {
    FactStore facts = tx.store(FactStore.class);
    List<Fact> left = facts.find(namespace, facts.supersededBy(namespace, id));
    boolean there = Writing.remove(tx, facts, namespace, id);
    new Succession(tx).close(left);
    return there;
  }

  private static List<Fact> named(Transaction tx, Fact fact) {
    FactStore facts = tx.store(FactStore.class);
    return new LinkedHashSet<>(fact.metadata().supersedes())
        .stream()
            .map(id -> facts.find(fact.namespace(), id).orElseThrow(() -> new MemoryNotFound(id)))
            .filter(other -> other.supersededBy() == null && !other.id().equals(fact.id()))
            .toList();
  }

  private static Prepared<Fact> prepared(Fact fact) {
    return new Prepared<>(fact, identity(fact), entry(fact));
  }

  /**
   * Two facts are the same when content, type and the times given for its validity are the same.
   */
  static Identity identity(Fact fact) {
    FactMetadata metadata = fact.metadata();
    return Identity.of(
        MemoryKind.SEMANTIC,
        fact.content(),
        metadata.memoryType(),
        text(metadata.validFrom()),
        text(metadata.validTo()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  /** Returns what the index keeps of a fact. */
  public static IndexEntry entry(Fact fact) {
    FactMetadata metadata = fact.metadata();
    Set<Label> labels = new HashSet<>();
    labels.add(Label.type(metadata.memoryType()));
    metadata.tags().forEach(tag -> labels.add(Label.tag(tag)));
    String searched = fact.content() + "\n" + String.join(" ", metadata.tags());
    return new IndexEntry(
        fact.id(),
        fact.namespace(),
        TextAnalysis.ofText(searched),
        labels,
        new Lifetime(fact.holdsFrom(), fact.holdsTo()),
        metadata.confidence());
  }
}
