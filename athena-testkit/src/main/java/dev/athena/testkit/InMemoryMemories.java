package dev.athena.testkit;

import dev.athena.json.JsonObject;
import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.Mentions;
import dev.athena.memory.Revision;
import dev.athena.memory.Usage;
import dev.athena.principal.Namespace;
import dev.athena.testkit.InMemoryState.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The memories of one kind. */
abstract class InMemoryMemories<M extends Memory> implements MemoryStore<M> {
  private final InMemoryState state;
  private final MemoryKind kind;
  private final Class<M> type;

  InMemoryMemories(InMemoryState state, MemoryKind kind, Class<M> type) {
    this.state = state;
    this.kind = kind;
    this.type = type;
  }

  /** Returns whether the memory still stands for its identity. */
  boolean stands(M memory) {
    return true;
  }

  final InMemoryState state() {
    return state;
  }

  /** Returns the memories of this kind in a namespace, in the order they were first stored. */
  final Stream<M> all(Namespace namespace) {
    return rows(namespace).map(row -> type.cast(row.memory()));
  }

  @Override
  public Optional<MemoryId> findSame(Namespace namespace, Identity identity) {
    return state.same(namespace, identity);
  }

  @Override
  public void add(M memory, Identity identity) {
    if (state.rows.containsKey(memory.id()) || findSame(memory.namespace(), identity).isPresent()) {
      throw new IllegalStateException(memory.id().value() + " or its like is there");
    }
    state.put(new Row(memory, identity, List.of(), Usage.NEVER));
  }

  @Override
  public void replace(M memory, Identity identity, Instant replacedAt) {
    Row present =
        state
            .row(memory.namespace(), memory.id())
            .orElseThrow(() -> new IllegalStateException("no " + memory.id().value()));
    boolean free =
        findSame(memory.namespace(), identity).filter(id -> !id.equals(memory.id())).isEmpty();
    if (stands(memory) && !free) {
      throw new IllegalStateException("the like of " + memory.id().value() + " is there");
    }
    M before = type.cast(present.memory());
    Revision earlier =
        new Revision(before.revision(), replacedAt, before.content(), before.fields());
    state.put(present.revised(memory, stands(memory) ? identity : null, earlier));
  }

  @Override
  public boolean restore(M memory, @Nullable Identity identity, List<Revision> revisions) {
    if (state.rows.containsKey(memory.id())) {
      return false;
    }
    if (identity != null && findSame(memory.namespace(), identity).isPresent()) {
      throw new IllegalStateException("the like of " + memory.id().value() + " is there");
    }
    state.rows.put(memory.id(), new Row(memory, identity, revisions, Usage.NEVER));
    return true;
  }

  @Override
  public void rewrite(M memory, @Nullable Identity identity, List<Revision> revisions) {
    Row present =
        state
            .row(memory.namespace(), memory.id())
            .orElseThrow(() -> new IllegalStateException("no " + memory.id().value()));
    if (identity != null
        && findSame(memory.namespace(), identity)
            .filter(id -> !id.equals(memory.id()))
            .isPresent()) {
      throw new IllegalStateException("the like of " + memory.id().value() + " is there");
    }
    state.put(new Row(memory, identity, revisions, present.usage()));
  }

  @Override
  public Optional<Identity> identity(Namespace namespace, MemoryId id) {
    return state.row(namespace, id).flatMap(row -> Optional.ofNullable(row.identity()));
  }

  @Override
  public boolean remove(Namespace namespace, MemoryId id) {
    return state
        .row(namespace, id)
        .map(_ -> {
          state.remove(id);
          return true;
        })
        .orElse(false);
  }

  @Override
  public List<M> find(Namespace namespace, Collection<MemoryId> ids) {
    return ids.stream()
        .filter(id -> id.kind() == kind)
        .flatMap(id -> state.row(namespace, id).stream())
        .map(row -> type.cast(row.memory()))
        .toList();
  }

  @Override
  public List<Revision> revisions(Namespace namespace, MemoryId id) {
    return state.row(namespace, id).map(Row::revisions).orElse(List.of());
  }

  @Override
  public List<M> page(Namespace namespace, Optional<MemoryId> after, int limit) {
    String last = after.map(MemoryId::value).orElse("");
    return all(namespace)
        .filter(memory -> memory.id().value().compareTo(last) > 0)
        .sorted(Comparator.comparing(memory -> memory.id().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<MemoryId> mentioning(Namespace namespace, String words, int limit) {
    Mentions wanted = new Mentions(words);
    return rows(namespace)
        .filter(row -> mentions(row, wanted))
        .map(row -> row.memory().id())
        .sorted(Comparator.comparing(MemoryId::value))
        .limit(limit)
        .toList();
  }

  @Override
  public long count(Namespace namespace) {
    return rows(namespace).count();
  }

  private Stream<Row> rows(Namespace namespace) {
    return state.rows.values().stream()
        .filter(row -> row.memory().namespace().equals(namespace))
        .filter(row -> row.memory().id().kind() == kind);
  }

  private static boolean mentions(Row row, Mentions wanted) {
    return mentions(row.memory().content(), row.memory().fields(), wanted)
        || row.revisions().stream().anyMatch(old -> mentions(old.content(), old.fields(), wanted));
  }

  private static boolean mentions(String content, JsonObject fields, Mentions wanted) {
    return wanted.inText(content) || wanted.inFields(fields);
  }
}
