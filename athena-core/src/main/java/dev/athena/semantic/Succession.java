package dev.athena.semantic;

import dev.athena.index.IndexStore;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which fact takes the place of which, in one transaction.
 *
 * <p>Under a key one fact holds at any time: each ends where the next one begins, whatever the
 * order in which they came. Of those that begin at once, the one that came last holds. A fact that
 * is superseded before it began was never true, and has no place among them.
 */
final class Succession {
  private static final Comparator<Fact> LAST_FIRST =
      Comparator.comparing(Fact::holdsFrom).thenComparing(fact -> fact.id().value()).reversed();

  private final FactStore facts;
  private final IndexStore index;

  Succession(Transaction tx) {
    this.facts = tx.store(FactStore.class);
    this.index = tx.store(IndexStore.class);
  }

  /**
   * Gives a fact its place, and returns those it supersedes, {@code named} among them. What held
   * when it began ends there; it ends itself where the next one begins, which is how a piece of
   * history finds its place.
   */
  List<MemoryId> settle(Fact fact, List<Fact> named) {
    Map<MemoryId, Fact> older = new LinkedHashMap<>();
    named.forEach(other -> older.put(other.id(), other));
    heldWhenBegun(fact).forEach((id, other) -> older.put(id, other));
    List<Fact> ended = older.values().stream().map(other -> supersede(other, fact)).toList();
    if (fact.supersededBy() == null) {
      next(fact).ifPresent(next -> supersede(fact, next));
    }
    ended.stream()
        .filter(other -> !other.heldAtAll())
        .forEach(other -> close(superseded(other).stream().filter(Fact::heldAtAll).toList()));
    return List.copyOf(older.keySet());
  }

  /** Gives a fact that was stored in another place its new one; it supersedes {@code named}. */
  void move(Fact fact, List<Fact> named) {
    List<Fact> left = new ArrayList<>(superseded(fact));
    left.removeAll(named);
    close(left);
    if (fact.heldAtAll()) {
      settle(fact, named);
    }
  }

  /** Returns whether a fact is superseded because of its key, and not because it is named. */
  boolean isByKey(Fact fact) {
    MemoryId newer = fact.supersededBy();
    return newer != null
        && facts.find(fact.namespace(), newer).stream()
            .allMatch(other ->
                Objects.equals(other.metadata().key(), fact.metadata().key())
                    && !other.metadata().supersedes().contains(fact.id()));
  }

  /**
   * Closes the gap before a fact that left its place: those it had superseded, {@code left}, give
   * way to another, or stand again.
   */
  void close(List<Fact> left) {
    left.stream().sorted(LAST_FIRST).forEach(this::close);
  }

  private void close(Fact fact) {
    Optional<Fact> atOnce = begunAtOnce(fact);
    if (atOnce.isPresent()) {
      supersede(fact, atOnce.get());
      return;
    }
    heldWhenBegun(fact).values().forEach(other -> supersede(other, fact));
    Identity identity = SemanticMemory.identity(fact);
    Optional<Fact> newer = next(fact).or(() -> same(fact, identity));
    if (newer.isPresent()) {
      supersede(fact, newer.get());
    } else {
      Fact standing = fact.standing();
      facts.reinstate(standing, identity);
      index.end(standing.namespace(), standing.id(), standing.holdsTo());
    }
  }

  private Fact supersede(Fact older, Fact newer) {
    Fact ended = older.supersededBy(newer.id(), newer.holdsFrom());
    facts.supersede(ended);
    index.end(ended.namespace(), ended.id(), ended.holdsTo());
    return ended;
  }

  /** Returns the others under the key of a fact that stand or hold as it begins. */
  private Map<MemoryId, Fact> heldWhenBegun(Fact fact) {
    Map<MemoryId, Fact> held = new LinkedHashMap<>();
    String key = fact.metadata().key();
    if (key != null) {
      Instant begin = fact.holdsFrom();
      facts.standing(fact.namespace(), key).stream()
          .filter(other -> !other.id().equals(fact.id()) && !other.holdsFrom().isAfter(begin))
          .forEach(other -> held.put(other.id(), other));
      lastBegunBy(fact)
          .filter(other -> holdsPast(other, begin))
          .ifPresent(other -> held.put(other.id(), other));
    }
    return held;
  }

  private Optional<Fact> lastBegunBy(Fact fact) {
    String key = fact.metadata().key();
    return key == null
        ? Optional.empty()
        : facts.lastBegunBy(fact.namespace(), key, fact.holdsFrom(), fact.id());
  }

  private Optional<Fact> begunAtOnce(Fact fact) {
    long begin = fact.holdsFrom().toEpochMilli();
    return lastBegunBy(fact).filter(other -> other.holdsFrom().toEpochMilli() == begin);
  }

  private Optional<Fact> next(Fact fact) {
    String key = fact.metadata().key();
    return key == null
        ? Optional.empty()
        : facts.firstBegunAfter(fact.namespace(), key, fact.holdsFrom(), fact.id());
  }

  private Optional<Fact> same(Fact fact, Identity identity) {
    return facts
        .findSame(fact.namespace(), identity)
        .flatMap(id -> facts.find(fact.namespace(), id));
  }

  private List<Fact> superseded(Fact newer) {
    return facts.find(newer.namespace(), facts.supersededBy(newer.namespace(), newer.id()));
  }

  private static boolean holdsPast(Fact fact, Instant moment) {
    Instant to = fact.holdsTo();
    return to == null || to.isAfter(moment);
  }
}
