package dev.athena.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.Main;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Athena as a client starts it: a process of its own. */
class McpProcessTest {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
      """;
  private static final int PATIENCE_SECONDS = 60;

  @TempDir private Path temporary;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void whatOneSessionRemembersTheNextRecalls() throws IOException, InterruptedException {
    List<JsonObject> first =
        session(
            call(2, "remember", "{\"content\":\"Redis listens on port 6380.\"}"),
            call(3, "recall", "{\"query\":\"redis port\"}"));
    assertThat(first).hasSize(3);
    assertThat(JsonCodec.write(first.get(2))).contains("Redis listens on port 6380.");

    List<JsonObject> second = session(call(2, "recall", "{\"query\":\"redis port\"}"));
    assertThat(JsonCodec.write(second.get(1))).contains("Redis listens on port 6380.");
  }

  @Test
  void nothingButMessagesIsWrittenAndTheProcessEndsWithItsInput()
      throws IOException, InterruptedException {
    Process process = start("mcp", "--tools", "code");
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(INITIALIZE + "\nnonsense\n");
    }

    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();

    assertThat(lines).hasSize(2).allMatch(line -> JsonCodec.readObject(line).has("jsonrpc"));
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(errors(process)).isEmpty();
  }

  @Test
  void aHomeThatCannotBeUsedIsToldByEveryCall() throws IOException, InterruptedException {
    Files.createDirectories(temporary.resolve("home"));
    Files.writeString(temporary.resolve("home/store"), "a file");

    List<JsonObject> answers = session(call(2, "recall", "{\"query\":\"x\"}"));

    assertThat(answers.getFirst().has("result")).isTrue();
    assertThat(JsonCodec.write(answers.get(1))).contains("the folder of the store is a file");
  }

  @Test
  void httpIsServedUntilTheProcessIsAskedToEnd() throws IOException, InterruptedException {
    Process process = start("serve", "--port", "0", "--token", "0123456789abcdef");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    URI endpoint = URI.create(out.readLine());

    assertThat(post(endpoint, "wrong").statusCode()).isEqualTo(401);
    HttpResponse<String> answer = post(endpoint, "0123456789abcdef");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("serverInfo");

    process.toHandle().destroy();
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(out.readLine()).isNull();
  }

  @Test
  void serveRefusesToBeOpenWithoutAToken() throws IOException, InterruptedException {
    Process process = start("serve", "--port", "0", "--host", "0.0.0.0");

    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(errors(process)).contains("set a token, or listen on 127.0.0.1");
  }

  private List<JsonObject> session(String... calls) throws IOException, InterruptedException {
    Process process = start("mcp");
    List<JsonObject> answers = new ArrayList<>();
    try (Writer in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> requests = new ArrayList<>(List.of(calls));
      requests.addFirst(INITIALIZE);
      for (String request : requests) {
        in.write(request + "\n");
        in.flush();
        answers.add(JsonCodec.readObject(out.readLine()));
      }
    }
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return answers;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ATHENA_HOME", temporary.resolve("home").toString());
    builder.directory(temporary.toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static HttpResponse<String> post(URI endpoint, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static String errors(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String call(int id, String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
        .formatted(id, tool, arguments);
  }
}
