package dev.athena.execution;

import dev.athena.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts things by a name that they have, in one or more amounts. */
final class Tally {
  private final String of;
  private final List<String> amounts;
  private final Map<String, long[]> sums = new HashMap<>();

  /**
   * Creates a tally without counts.
   *
   * @param of what the names are names of
   * @param amounts what is counted; the first decides the order
   */
  Tally(String of, String... amounts) {
    this.of = of;
    this.amounts = List.of(amounts);
  }

  /** Adds to the amounts of a name. */
  void add(String name, long... more) {
    long[] sum = sums.computeIfAbsent(name, _ -> new long[amounts.size()]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** Returns how much the first amount of a name is. */
  long first(String name) {
    long[] sum = sums.get(name);
    return sum == null ? 0 : sum[0];
  }

  /** Returns how many names there are. */
  int size() {
    return sums.size();
  }

  /** Returns the counts as a table: the largest first, of equals by name. */
  ReportTable table() {
    List<String> columns = new ArrayList<>();
    columns.add(of);
    columns.addAll(amounts);
    Comparator<Map.Entry<String, long[]>> largest =
        Comparator.comparingLong(entry -> -entry.getValue()[0]);
    List<List<Json>> rows =
        sums.entrySet().stream()
            .sorted(largest.thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toList();
    return ReportTable.ofFirst(ReportTable.ROWS_MAX, "by_" + of, columns, rows);
  }

  private static List<Json> row(String name, long[] sums) {
    List<Json> row = new ArrayList<>();
    row.add(ReportTable.cell(name));
    for (long sum : sums) {
      row.add(Json.of(sum));
    }
    return row;
  }
}
