package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a runner said of one program, from {@code checked} to {@code done}. */
record Ran(List<RunnerProcess.Frame> frames, String errorOutput) {
  Ran {
    frames = List.copyOf(frames);
  }

  /** Returns the contents of the frames of a kind. */
  List<JsonObject> all(String kind) {
    return frames.stream()
        .filter(frame -> frame.kind().equals(kind))
        .map(RunnerProcess.Frame::content)
        .toList();
  }

  JsonObject done() {
    return all("done").getFirst();
  }

  String status() {
    return done().text("status").orElseThrow();
  }

  /** Returns the result as JSON, in words that a test can compare. */
  String result() {
    return JsonCodec.write(done().find("result").orElseThrow());
  }

  /** Returns the name of the type of the result, or an empty text where it is a JSON value. */
  String resultType() {
    return done().text("result_type").orElse("");
  }

  JsonObject error() {
    return done().object("error").orElseThrow();
  }

  /** Returns a member of the error, or an empty text. */
  String error(String member) {
    return error().text(member).orElse("");
  }

  long errorLine() {
    return error().whole("line").orElse(0L);
  }

  /** Returns all output of a kind. */
  String text(String kind) {
    StringBuilder text = new StringBuilder();
    all(kind).forEach(frame -> text.append(frame.text("text").orElseThrow()));
    return text.toString();
  }

  /** Returns the files that were sent, whole, by path. */
  Map<String, String> sentFiles() {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    for (JsonObject frame : all("file")) {
      parts
          .computeIfAbsent(frame.text("path").orElseThrow(), _ -> new ArrayList<>())
          .add(frame.text("content").orElseThrow());
    }
    Map<String, String> files = new LinkedHashMap<>();
    parts.forEach((path, contents) -> files.put(path, decoded(contents)));
    return files;
  }

  /** Returns the rules of the findings with their places, such as {@code socket 1:5}. */
  List<String> findings() {
    JsonArray findings = all("checked").getFirst().array("findings").orElseThrow();
    return findings.values().stream().map(Ran::placed).toList();
  }

  private static String placed(Json finding) {
    JsonObject object = (JsonObject) finding;
    return "%s %d:%d"
        .formatted(
            object.text("rule").orElseThrow(),
            object.whole("line").orElseThrow(),
            object.whole("column").orElseThrow());
  }

  private static String decoded(List<String> contents) {
    StringBuilder text = new StringBuilder();
    for (String content : contents) {
      byte[] bytes = Base64.getDecoder().decode(content);
      text.append(new String(bytes, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
