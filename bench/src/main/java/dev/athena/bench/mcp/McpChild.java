package dev.athena.bench.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code athena mcp} on a home, in a process of its own, as users start it.
 *
 * <p>One call is under way at a time. Closing it ends the process.
 */
public final class McpChild implements AutoCloseable {
  private static final long END_SECONDS = 20;

  private final Process process;
  private final BufferedReader answers;
  private final OutputStream requests;
  private long lastId;

  private McpChild(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.getOutputStream();
  }

  /**
   * What a tool answered.
   *
   * @param text what a model reads of it
   * @param structured the same for programs; empty if the call failed
   * @param nanos from the first byte of the request to the last of the answer
   */
  public record Answer(String text, JsonObject structured, boolean failed, long nanos) {}

  /** Starts a server for one project of a home, and greets it. */
  public static McpChild start(Path home, String project) throws IOException {
    Launcher.awaitTraining();
    ProcessBuilder builder =
        Launcher.builder(List.of("mcp", "--home", home.toString(), "--project", project));
    builder.directory(home.toFile());
    McpChild child = new McpChild(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    child.greet();
    return child;
  }

  /** Returns the process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Returns what a tool says of itself to a model, as the server lists it. */
  public String definition(String tool) throws IOException {
    send(request("tools/list", JsonObject.EMPTY));
    JsonObject listed = result(answerLine());
    for (Json one : listed.array("tools").map(JsonArray::values).orElse(List.of())) {
      if (one instanceof JsonObject listing && listing.text("name").orElse("").equals(tool)) {
        return JsonCodec.write(listing);
      }
    }
    throw new IOException("the server lists no tool " + tool);
  }

  /** Calls a tool and waits for its answer. */
  public Answer call(String tool, JsonObject arguments) throws IOException {
    JsonObject parameters =
        JsonObject.builder().put("name", tool).put("arguments", arguments).build();
    byte[] request = request("tools/call", parameters);
    long start = System.nanoTime();
    send(request);
    String line = answerLine();
    long nanos = System.nanoTime() - start;
    JsonObject result = result(line);
    boolean failed = result.find("isError").filter(Json.of(true)::equals).isPresent();
    return new Answer(
        text(result), result.object("structuredContent").orElse(JsonObject.EMPTY), failed, nanos);
  }

  private void greet() throws IOException {
    JsonObject client = JsonObject.builder().put("name", "bench").put("version", "1").build();
    JsonObject parameters =
        JsonObject.builder()
            .put("protocolVersion", "2025-11-25")
            .put("capabilities", JsonObject.EMPTY)
            .put("clientInfo", client)
            .build();
    send(request("initialize", parameters));
    JsonObject greeted = result(answerLine());
    if (!greeted.has("protocolVersion")) {
      throw new IOException("the server greeted with " + greeted);
    }
    send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  private byte[] request(String method, JsonObject parameters) {
    lastId++;
    JsonObject request =
        JsonObject.builder()
            .put("jsonrpc", "2.0")
            .put("id", lastId)
            .put("method", method)
            .put("params", parameters)
            .build();
    return (JsonCodec.write(request) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void send(byte[] line) throws IOException {
    requests.write(line);
    requests.flush();
  }

  /** The next line that answers a request; the server may also say things nobody asked for. */
  private String answerLine() throws IOException {
    while (true) {
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("the server ended before it answered");
      }
      if (!line.contains("\"method\"") || JsonCodec.readObject(line).has("result")) {
        return line;
      }
    }
  }

  private JsonObject result(String line) throws IOException {
    JsonObject answer = JsonCodec.readObject(line);
    if (answer.whole("id").orElse(-1L) != lastId || answer.object("result").isEmpty()) {
      throw new IOException("request " + lastId + " was answered with " + line);
    }
    return answer.object("result").orElseThrow();
  }

  private static String text(JsonObject result) {
    StringBuilder text = new StringBuilder();
    result
        .array("content")
        .ifPresent(parts ->
            parts
                .values()
                .forEach(part -> text.append(((JsonObject) part).text("text").orElse(""))));
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    requests.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    answers.close();
  }
}
