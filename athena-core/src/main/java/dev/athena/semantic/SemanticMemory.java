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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        new Succession(tx).settle(prepared.memory(), named(tx, prepared.memory(), List.of()));
    return superseded.isEmpty()
        ? new Remembered.Stored(id)
        : new Remembered.Superseding(id, superseded);
  }

  /**
   * Stores a prepared change; the present wording is kept as a revision.
   *
   * <p>If it begins at another time, has another key or supersedes others now, it leaves its place
   * in the history and takes the new one, as though the old one had never been; unless a fact that
   * names it superseded it: it stays superseded then.
   *
   * @throws MemoryNotFound if the fact, or one it names anew, is gone
   * @throws EditConflict if it was changed meanwhile, or would equal another
   */
  public void storeChange(Transaction tx, Prepared<Fact> changed) {
    FactStore facts = tx.store(FactStore.class);
    Fact wanted = changed.memory();
    Fact present =
        facts
            .find(wanted.namespace(), wanted.id())
            .orElseThrow(() -> new MemoryNotFound(wanted.id()));
    Succession succession = new Succession(tx);
    boolean moves = !wanted.hasPlaceOf(present);
    Fact fact =
        moves && succession.isByKey(present) ? wanted.standing() : wanted.supersededAs(present);
    Writing.replace(tx, facts, prepared(changed, fact), clock.instant());
    List<MemoryId> named = fact.metadata().supersedes();
    if (moves || !named.equals(present.metadata().supersedes())) {
      succession.move(fact, named(tx, fact, present.metadata().supersedes()));
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

  /**
   * Returns the facts that {@code fact} names and supersedes.
   *
   * @param known may have been forgotten since they were named
   * @throws MemoryNotFound if another is not there
   */
  private static List<Fact> named(Transaction tx, Fact fact, List<MemoryId> known) {
    FactStore facts = tx.store(FactStore.class);
    List<Fact> named = new ArrayList<>();
    for (MemoryId id : new LinkedHashSet<>(fact.metadata().supersedes())) {
      Optional<Fact> other = facts.find(fact.namespace(), id);
      if (other.isEmpty() && !known.contains(id)) {
        throw new MemoryNotFound(id);
      }
      other.filter(found -> mayGiveWay(found, fact)).ifPresent(named::add);
    }
    return named;
  }

  /** A fact that is superseded itself keeps those it had superseded, and takes no more. */
  private static boolean mayGiveWay(Fact older, Fact newer) {
    MemoryId by = older.supersededBy();
    return by == null
        ? newer.supersededBy() == null && !older.id().equals(newer.id())
        : by.equals(newer.id());
  }

  private static Prepared<Fact> prepared(Prepared<Fact> changed, Fact fact) {
    return new Prepared<>(fact, changed.identity(), changed.entry().lasting(lifetime(fact)));
  }

  private static Prepared<Fact> prepared(Fact fact) {
    return new Prepared<>(fact, identity(fact), entry(fact));
  }

  /**
   * Two facts are the same when content, type and the times given for its validity are the same.
   */
  public static Identity identity(Fact fact) {
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
        lifetime(fact),
        metadata.confidence());
  }

  private static Lifetime lifetime(Fact fact) {
    return new Lifetime(fact.holdsFrom(), fact.holdsTo());
  }
}
