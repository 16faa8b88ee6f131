package dev.athena.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server of a machine with two processors, while more programs than that run.
 *
 * <p>To wait for a program must not hold a thread that carries virtual ones, for which others wait:
 * the calls of the programs themselves among them. Java replaces a held one, but not after half a
 * minute in which there was nothing to do; here it never does.
 */
class BusyServerTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final int PROGRAMS = 8;
  private static final int WAITS_MAX = 500;
  private static final Pattern EVENT = Pattern.compile("evt_\\w+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Programs that tell that they have asked and found nothing, and then wait until they do. */
  private static final List<String> WAITING =
      List.of(
          "from athena import memory\\nimport time\\n"
              + "shut = not memory.recall_semantic('the gate')\\n"
              + "memory.remember_episodic('Program %d waits.')\\n"
              + "while not memory.recall_semantic('the gate'):\\n    time.sleep(0.1)\\nshut",
          "import { memory } from 'athena';\\n"
              + "const open = async () => (await memory.recallSemantic('the gate')).length > 0;\\n"
              + "const shut = !(await open());\\n"
              + "await memory.rememberEpisodic('Program %d waits.');\\n"
              + "while (!(await open())) {\\n"
              + "  await new Promise(done => setTimeout(done, 100));\\n}\\nshut");

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process server;
  private URI endpoint;
  private final AtomicInteger last = new AtomicInteger(1);
  private String session = "";

  @AfterEach
  void end() {
    server.destroyForcibly();
    client.close();
  }

  @Test
  void isAnsweredWhileProgramsWaitAndCall() throws InterruptedException {
    List<CompletableFuture<HttpResponse<String>>> programs =
        IntStream.range(0, PROGRAMS)
            .mapToObj(n -> send(call("execute_code", "\"code\":\"" + program(n) + "\"")))
            .toList();

    for (int waits = 0; waiting() < PROGRAMS; waits++) {
      assertThat(waits).isLessThan(WAITS_MAX);
      TimeUnit.MILLISECONDS.sleep(50);
    }
    send(call("remember", "\"content\":\"The gate is open.\"")).join();

    assertThat(programs)
        .allSatisfy(program ->
            assertThat(program.join().body()).contains("\"status\":\"ok\"", "\"result\":true"));
  }

  private static String program(int n) {
    return WAITING.get(n % WAITING.size()).formatted(n);
  }

  /** Returns how many programs have told that they wait. */
  private long waiting() {
    String listed = send(call("recall_episodic", "\"limit\":20")).join().body();
    return EVENT.matcher(listed).results().map(MatchResult::group).distinct().count();
  }

  @BeforeEach
  void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:ActiveProcessorCount=2",
            "-Djdk.virtualThreadScheduler.maxPoolSize=2",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--port",
            "0",
            "--token",
            TOKEN);
    builder.environment().put("ATHENA_HOME", home.toString());
    builder.directory(home.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    server = builder.start();
    endpoint = URI.create(server.inputReader().readLine());
    HttpResponse<String> answer =
        send("""
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":\
        {"protocolVersion":"2025-11-25","capabilities":{},\
        "clientInfo":{"name":"test","version":"1"}}}\
        """)
            .join();
    session = answer.headers().firstValue("mcp-session-id").orElseThrow();
  }

  private String call(String tool, String arguments) {
    return ("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"%s\",\"arguments\":{%s}}}")
        .formatted(last.incrementAndGet(), tool, arguments);
  }

  private CompletableFuture<HttpResponse<String>> send(String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
