package dev.athena.bench.tasks;

import dev.athena.bench.mcp.McpChild;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it costs to learn what operations there are. */
record DocsCosts(McpChild server, Tokenizer tokenizer) {
  private static final List<String> LEVELS = List.of("names", "summary", "full");

  /**
   * What one way of asking costs.
   *
   * @param tokens of all pages together
   */
  record Line(String path, String detail, int tokens, int pages) {
    Json json() {
      return JsonObject.builder()
          .put("path", path)
          .put("detail", detail)
          .put("tokens", tokens)
          .put("pages", pages)
          .build();
    }
  }

  List<Line> lines() throws IOException {
    List<Line> lines = new ArrayList<>();
    List<String> paths = new ArrayList<>(List.of("/"));
    paths.addAll(categories());
    for (String path : paths) {
      for (String level : LEVELS) {
        lines.add(discovered(path, level));
      }
    }
    for (String level : LEVELS) {
      Request request = Request.of("get_api_docs", "name", "execute_code", "detail", level);
      lines.add(new Line("get_api_docs of execute_code", level, tokens(call(request)), 1));
    }
    return lines;
  }

  private List<String> categories() throws IOException {
    JsonObject page =
        call(Request.of("discover_apis", "path", "/", "detail", "names")).structured();
    return page.array("entries").orElse(JsonArray.EMPTY).values().stream()
        .map(entry -> ((JsonObject) entry).text("path").orElse(""))
        .toList();
  }

  private Line discovered(String path, String level) throws IOException {
    Request request = Request.of("discover_apis", "path", path, "detail", level);
    McpChild.Answer answer = call(request);
    int tokens = tokens(answer);
    int pages = 1;
    Optional<String> cursor = answer.structured().text("cursor");
    while (cursor.isPresent()) {
      JsonObject next = request.arguments().with("cursor", Json.of(cursor.get()));
      answer = call(new Request(request.tool(), next));
      tokens += tokens(answer);
      pages++;
      cursor = answer.structured().text("cursor");
    }
    return new Line(path, level, tokens, pages);
  }

  private McpChild.Answer call(Request request) throws IOException {
    McpChild.Answer answer = server.call(request.tool(), request.arguments());
    if (answer.failed()) {
      throw new IOException(request.written() + " failed: " + answer.text());
    }
    return answer;
  }

  private int tokens(McpChild.Answer answer) {
    return tokenizer.count(answer.text());
  }
}
