package dev.athena.semantic;

import dev.athena.index.IndexEntry;
import dev.athena.index.IndexStore;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    MemoryId id = new MemoryId(ids.next(MemoryKind.SEMANTIC.idPrefix()));
    return prepared(
        new Fact(
            id, namespace, request.content(), request.metadata(), clock.instant(), 1, null, null));
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
    List<Fact> older = olderThan(prepared.memory(), facts);
    older.forEach(fact -> supersede(tx, fact, prepared.memory()));
    return older.isEmpty()
        ? new Remembered.Stored(id)
        : new Remembered.Superseding(id, older.stream().map(Fact::id).toList());
  }

  /**
   * Stores a prepared change; the present wording is kept as a revision.
   *
   * @throws MemoryNotFound if the fact is gone
   * @throws EditConflict if it was changed meanwhile, or would equal another
   */
  public void storeChange(Transaction tx, Prepared<Fact> changed) {
    Writing.replace(tx, tx.store(FactStore.class), changed, clock.instant());
  }

  private static List<Fact> olderThan(Fact fact, FactStore facts) {
    List<Fact> older = new ArrayList<>();
    for (MemoryId id : new LinkedHashSet<>(fact.metadata().supersedes())) {
      older.add(facts.find(fact.namespace(), id).orElseThrow(() -> new MemoryNotFound(id)));
    }
    String key = fact.metadata().key();
    if (key != null) {
      facts.standing(fact.namespace(), key).stream()
          .filter(other -> !other.id().equals(fact.id()))
          .filter(other -> older.stream().noneMatch(named -> named.id().equals(other.id())))
          .forEach(older::add);
    }
    older.removeIf(other -> other.supersededBy() != null);
    return older;
  }

  private static void supersede(Transaction tx, Fact older, Fact newer) {
    Fact ended = older.supersededBy(newer.id(), newer.holdsFrom());
    tx.store(FactStore.class).supersede(ended);
    Instant to = ended.holdsTo();
    if (to != null) {
      tx.store(IndexStore.class).end(ended.namespace(), ended.id(), to);
    }
  }

  private static Prepared<Fact> prepared(Fact fact) {
    return new Prepared<>(fact, identity(fact), entry(fact));
  }

  /**
   * Two facts are the same when content, type and the times given for its validity are the same.
   */
  private static Identity identity(Fact fact) {
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

  private static IndexEntry entry(Fact fact) {
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
