package dev.athena.house;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which package of the core may use which others: the table of ARCHITECTURE.md. */
record MayUse(Map<String, Set<String>> rows) {
  /** The table. A package that appears in the core gets its row here in the same change. */
  static final MayUse TABLE = table();

  MayUse {
    rows = Map.copyOf(rows);
  }

  private static MayUse table() {
    Map<String, Set<String>> rows = new HashMap<>();
    rows.put("error", Set.of());
    rows.put("json", Set.of("error"));
    rows.put("principal", Set.of("error"));
    rows.put("storage", Set.of("error"));
    rows.put("detection", Set.of("error", "json"));
    rows.put("crypto", Set.of("error", "json"));
    rows.put("audit", Set.of("crypto", "error", "json", "principal", "storage"));
    rows.put(
        "privacy", Set.of("audit", "crypto", "detection", "error", "json", "principal", "storage"));
    rows.put("embedding", Set.of("error"));
    rows.put("text", Set.of("error"));
    rows.put("memory", Set.of("error", "json", "principal", "storage"));
    rows.put("index", all(rows.keySet()));
    Set<String> ground = all(rows.keySet());
    rows.put("episodic", ground);
    rows.put("semantic", ground);
    rows.put("procedural", ground);
    rows.put("recall", all(rows.keySet()));
    rows.put(
        "execution",
        Set.of("audit", "detection", "error", "json", "principal", "privacy", "storage"));
    rows.put("operation", all(rows.keySet()));
    return new MayUse(rows);
  }

  private static Set<String> all(Collection<String> names) {
    return new TreeSet<>(names);
  }

  /** Returns whether the core has a package called {@code name}. */
  boolean has(String name) {
    return rows.containsKey(name);
  }

  /** Returns whether {@code user} is not in the table, or may use {@code used}. */
  boolean allows(String user, String used) {
    Set<String> row = rows.get(user);
    return row == null || user.equals(used) || row.contains(used);
  }

  /** Returns the names of the packages in order. */
  List<String> names() {
    return rows.keySet().stream().sorted().toList();
  }
}
