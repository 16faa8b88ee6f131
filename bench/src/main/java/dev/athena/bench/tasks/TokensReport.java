package dev.athena.bench.tasks;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of all tasks, as a table or as JSON.
 *
 * @param guide tokens of what the tool that runs code says of itself, counted once in each task
 */
record TokensReport(
    List<Comparison> tasks, int guide, List<DocsCosts.Line> docs, ModelSpeed speed) {
  private static final double FEWER_TOKENS_MIN = 90;
  private static final double LESS_TIME_MIN = 75;

  TokensReport {
    tasks = List.copyOf(tasks);
    docs = List.copyOf(docs);
  }

  String table() {
    StringBuilder table = new StringBuilder();
    line(table, "%n%-28s %24s %20s %24s", "", "tokens", "calls", "seconds");
    line(
        table,
        "%-28s %8s %7s %7s %9s %10s %8s %7s %7s",
        "task",
        "tools",
        "code",
        "less",
        "tools",
        "code",
        "tools",
        "code",
        "less");
    Comparison total = Comparison.total(tasks);
    tasks.forEach(task -> row(table, task));
    row(table, total);
    line(table, "%nFewer tokens: %s", verdict(total.fewerTokens(), FEWER_TOKENS_MIN));
    line(table, "Less time: %s", verdict(total.lessTime(speed), LESS_TIME_MIN));
    line(
        table,
        "Less time if calls that do not depend on each other share a turn: %.1f %%",
        total.lessTimeTogether(speed));
    line(table, "In each task by code, what the tool says of itself: %d tokens", guide);
    Comparison knowing = total.knowing();
    line(
        table,
        "By code without reading documentation: %,d tokens, %.1f %% fewer; %.1f s, %.1f %% less",
        knowing.code().tokens(),
        knowing.fewerTokens(),
        speed.oneByOne(knowing.code()),
        knowing.lessTime(speed));
    line(
        table,
        "Tokens if every turn sends the conversation again: %,d and %,d",
        total.tools().resent(),
        total.code().resent());
    line(table, "%n%-32s %-8s %7s %6s", "discover_apis", "detail", "tokens", "pages");
    docs.forEach(one ->
        line(table, "%-32s %-8s %7d %6d", one.path(), one.detail(), one.tokens(), one.pages()));
    return table.toString();
  }

  JsonObject json() {
    List<Json> each = new ArrayList<>();
    tasks.forEach(task -> each.add(task.json(speed)));
    return JsonObject.builder()
        .put("seconds_per_turn", speed.secondsPerTurn())
        .put("tokens_per_second", speed.tokensPerSecond())
        .put("guide_tokens", guide)
        .put("tasks", new JsonArray(each))
        .put("total", Comparison.total(tasks).json(speed))
        .put("documentation", new JsonArray(docs.stream().map(DocsCosts.Line::json).toList()))
        .build();
  }

  private void row(StringBuilder table, Comparison task) {
    line(
        table,
        "%-28s %,8d %,7d %5.1f %% %9d %10d %8.1f %7.1f %5.1f %%",
        task.title(),
        task.tools().tokens(),
        task.code().tokens(),
        task.fewerTokens(),
        task.tools().calls(),
        task.code().calls(),
        speed.oneByOne(task.tools()),
        speed.oneByOne(task.code()),
        task.lessTime(speed));
  }

  private static String verdict(double percent, double min) {
    return String.format(
        Locale.ROOT,
        "%.1f %%, target >= %.0f %% %s",
        percent,
        min,
        percent >= min ? "met" : "missed");
  }

  private static void line(StringBuilder table, String format, Object... arguments) {
    table.append(String.format(Locale.ROOT, format + "%n", arguments));
  }
}
