package dev.athena.app.transfer;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import took and what it left out. */
public final class ImportReport {
  /** The most places named of each reason to leave something out. */
  static final int EXAMPLES_MAX = 3;

  /** The most reasons told apart; what comes later counts as one. */
  static final int REASONS_MAX = 50;

  private static final String OTHER_REASONS = "other reasons";

  private final Map<String, Long> added = new TreeMap<>();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();
  private long duplicates;

  /** What was left out for one reason. */
  private static final class LeftOut {
    private final List<String> examples = new ArrayList<>();
    private long count;
  }

  void taken(String project, boolean duplicate) {
    if (duplicate) {
      duplicates++;
    } else {
      added.merge(project, 1L, Long::sum);
    }
  }

  void leftOut(String place, String reason) {
    boolean room = leftOut.containsKey(reason) || leftOut.size() < REASONS_MAX;
    LeftOut here = leftOut.computeIfAbsent(room ? reason : OTHER_REASONS, _ -> new LeftOut());
    here.count++;
    if (here.examples.size() < EXAMPLES_MAX) {
      here.examples.add(place);
    }
  }

  /** Returns how many memories are new. */
  public long added() {
    return added.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many were there already. */
  public long duplicates() {
    return duplicates;
  }

  /** Returns how many pieces were left out. */
  public long leftOut() {
    return leftOut.values().stream().mapToLong(each -> each.count).sum();
  }

  /** Returns the projects that got something new, by name, with how much. */
  public Map<String, Long> projects() {
    return Map.copyOf(added);
  }

  /** Returns the report for people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%,d new, %,d known already, %,d left out".formatted(added(), duplicates, leftOut()));
    if (added.size() > 1) {
      added.forEach((project, count) -> lines.add("  %,d new in %s".formatted(count, project)));
    }
    leftOut.forEach((reason, each) ->
        lines.add(
            "  left out %,d: %s (%s%s)"
                .formatted(
                    each.count,
                    reason,
                    String.join(", ", each.examples),
                    each.count > each.examples.size() ? ", …" : "")));
    return lines;
  }

  /** Returns the report for programs. */
  public JsonObject json() {
    JsonObject.Builder projects = JsonObject.builder();
    added.forEach(projects::put);
    List<Json> reasons = new ArrayList<>();
    leftOut.forEach((reason, each) ->
        reasons.add(
            JsonObject.builder()
                .put("reason", reason)
                .put("count", each.count)
                .put("examples", Json.ofTexts(each.examples))
                .build()));
    return JsonObject.builder()
        .put("new", added())
        .put("duplicates", duplicates)
        .put("left_out", leftOut())
        .put("projects", projects.build())
        .put("reasons", new JsonArray(reasons))
        .build();
  }
}
