package dev.athena.testkit;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.Violation;
import dev.athena.index.IndexEntry;
import dev.athena.index.Vectors;
import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.Revision;
import dev.athena.memory.Usage;
import dev.athena.principal.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept, in the order it was first stored. What it holds is immutable, so a copy of the
 * maps is a copy of the state.
 */
final class InMemoryState {
  /**
   * A memory with what belongs to it.
   *
   * @param identity null once the memory is superseded
   */
  record Row(Memory memory, @Nullable Identity identity, List<Revision> revisions, Usage usage) {
    Row {
      revisions = List.copyOf(revisions);
    }

    Row counted(Usage usage) {
      return new Row(memory, identity, revisions, usage);
    }

    Row with(Memory changed, @Nullable Identity identity) {
      return new Row(changed, identity, revisions, usage);
    }

    Row revised(Memory changed, @Nullable Identity identity, Revision earlier) {
      List<Revision> all = new ArrayList<>(revisions);
      all.add(earlier);
      return new Row(changed, identity, all, usage);
    }
  }

  /**
   * An entry of the index.
   *
   * @param model whose vectors these are; null while they are pending
   */
  record Indexed(IndexEntry entry, @Nullable String model, @Nullable Vectors vectors) {
    Indexed(IndexEntry entry) {
      this(entry, null, null);
    }
  }

  /** An execution with its violations, in the order they were seen. */
  record Executed(ExecutionRecord execution, List<Violation> violations) {
    Executed {
      violations = List.copyOf(violations);
    }
  }

  /** Where an identity counts. */
  private record Place(Namespace namespace, Identity identity) {}

  private final Map<Place, MemoryId> byIdentity;
  final Map<MemoryId, Row> rows;
  final Map<MemoryId, Indexed> index;
  final Map<ExecutionId, Executed> executions;
  @Nullable String model;

  InMemoryState() {
    this.byIdentity = new HashMap<>();
    this.rows = new LinkedHashMap<>();
    this.index = new LinkedHashMap<>();
    this.executions = new LinkedHashMap<>();
  }

  private InMemoryState(InMemoryState copied) {
    this.byIdentity = new HashMap<>(copied.byIdentity);
    this.rows = new LinkedHashMap<>(copied.rows);
    this.index = new LinkedHashMap<>(copied.index);
    this.executions = new LinkedHashMap<>(copied.executions);
    this.model = copied.model;
  }

  /** Puts a row in the place of the one of its memory. */
  void put(Row row) {
    Row before = rows.put(row.memory().id(), row);
    free(before);
    Identity identity = row.identity();
    if (identity != null) {
      byIdentity.put(new Place(row.memory().namespace(), identity), row.memory().id());
    }
  }

  /** Removes a memory with all that belongs to it. */
  void remove(MemoryId id) {
    free(rows.remove(id));
    index.remove(id);
  }

  /** Returns the memory that has an identity. */
  Optional<MemoryId> same(Namespace namespace, Identity identity) {
    return Optional.ofNullable(byIdentity.get(new Place(namespace, identity)));
  }

  private void free(@Nullable Row row) {
    Identity identity = row == null ? null : row.identity();
    if (row != null && identity != null) {
      byIdentity.remove(new Place(row.memory().namespace(), identity));
    }
  }

  InMemoryState copy() {
    return new InMemoryState(this);
  }

  /** Returns the row of a memory, if it is there and in that namespace. */
  Optional<Row> row(Namespace namespace, MemoryId id) {
    return Optional.ofNullable(rows.get(id))
        .filter(row -> row.memory().namespace().equals(namespace));
  }

  /** Returns the entry of a memory, if it is there and in that namespace. */
  Optional<Indexed> indexed(Namespace namespace, MemoryId id) {
    return Optional.ofNullable(index.get(id))
        .filter(indexed -> indexed.entry().namespace().equals(namespace));
  }
}
