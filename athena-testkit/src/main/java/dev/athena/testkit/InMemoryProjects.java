package dev.athena.testkit;

import dev.athena.memory.ProjectStore;
import java.util.List;

/** The projects of the memories in main memory. */
final class InMemoryProjects implements ProjectStore {
  private final InMemoryState state;

  InMemoryProjects(InMemoryState state) {
    this.state = state;
  }

  @Override
  public List<String> tenants() {
    return state.rows.values().stream()
        .map(row -> row.memory().namespace().tenant())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<String> projects(String tenant) {
    return state.rows.values().stream()
        .map(row -> row.memory().namespace())
        .filter(namespace -> namespace.tenant().equals(tenant))
        .map(namespace -> namespace.project())
        .distinct()
        .sorted()
        .toList();
  }
}
