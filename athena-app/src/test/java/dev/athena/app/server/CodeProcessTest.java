package dev.athena.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.Main;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code as a client has it run: over standard input and output of a process of its own. */
class CodeProcessTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final int PROGRAMS = 20;

  /**
   * Programs that say that they run and then take long; most of them sleep, so that all can start
   * on a small machine.
   */
  private static final List<String> PATIENT =
      List.of(
          "import athena, time\\nathena.progress(1)\\ntime.sleep(250)",
          "import { progress } from 'athena'; progress(1);"
              + " await new Promise(done => setTimeout(done, 250000))",
          "import athena, signal, time\\nsignal.signal(15, signal.SIG_IGN)"
              + "\\nathena.progress(1)\\ntime.sleep(250)",
          "import { progress } from 'athena'; const wait = done => setTimeout(done, 250000);"
              + " progress(1); await new Promise(wait)",
          "import athena\\nathena.progress(1)\\nwhile True: pass");

  /** The programs of this test have it in their environment, where nobody else does. */
  private static final String MARK = "athena_code_process_test";

  @TempDir private Path home;
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void end() {
    clients.forEach(Client::kill);
  }

  @Test
  void aProgramCallsTheMemoryAndOnlyItsResultComesBack() throws IOException {
    Client client = new Client(home);
    client.call("remember", "{\"content\":\"Redis listens on port 6380.\"}");

    JsonObject python =
        client.call(
            "execute_code",
            "{\"code\":\"from athena import memory\\nmemory.recall_semantic('redis port')[0].content\"}");
    JsonObject javascript =
        client.call(
            "execute_code",
            "{\"code\":\"import { memory } from 'athena';\\n(await memory.recallSemantic('redis port')).length\"}");

    assertThat(python.text("status")).hasValue("ok");
    assertThat(python.text("result")).hasValue("Redis listens on port 6380.");
    assertThat(JsonCodec.write(python)).contains("\"operation\":\"recall_semantic\",\"calls\":1");
    assertThat(javascript.whole("result")).hasValue(1L);
  }

  @Test
  void theFormerNameOfTheToolStillRunsCodeAndIsNotListed() throws IOException {
    Client client = new Client(home);

    assertThat(client.call("execute_memory_code", "{\"code\":\"6 * 7\"}").whole("result"))
        .hasValue(42L);
    assertThat(JsonCodec.write(client.request("tools/list", "{}")))
        .contains("\"execute_code\"")
        .doesNotContain("execute_memory_code");
  }

  @Test
  void withoutBubblewrapNoCodeRunsAndAllElseDoes() throws IOException {
    Client client =
        new Client(
            home,
            List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount --bind /dev/null /usr/bin/bwrap && exec \"$@\"",
                "sh"));

    JsonObject refused =
        client.request(
            "tools/call", "{\"name\":\"execute_code\",\"arguments\":{\"code\":\"1 + 1\"}}");

    assertThat(JsonCodec.write(refused))
        .contains("\"isError\":true", "sandbox_unavailable", "bwrap is missing", "./setup")
        .contains("apt-get install bubblewrap");
    client.call("remember", "{\"content\":\"Redis listens on port 6380.\"}");
    assertThat(JsonCodec.write(client.call("recall", "{\"query\":\"redis\"}"))).contains("6380");
  }

  @Test
  void progressIsToldAndWhoCancelsEndsTheProgram() throws IOException, InterruptedException {
    Client client = new Client(home);
    long id =
        client.send(
            "tools/call",
            "{\"_meta\":{\"progressToken\":\"p\"},\"name\":\"execute_code\",\"arguments\":{\"code\":"
                + "\"import athena\\nathena.progress(1, 3, 'begun')\\nwhile True: pass\"}}");

    JsonObject told = client.read();
    client.notify("notifications/cancelled", "{\"requestId\":" + id + "}");

    assertThat(JsonCodec.write(told)).contains("notifications/progress", "\"total\":3", "begun");
    await(Duration.ofSeconds(5), () -> statuses(client).equals(List.of("killed")));
  }

  @Test
  void twentyProgramsDieWithTheirServerAndAreOnRecordAsInterrupted()
      throws IOException, InterruptedException {
    Client client = new Client(home);
    for (int i = 0; i < PROGRAMS; i++) {
      String loop = PATIENT.get(i % PATIENT.size());
      client.send(
          "tools/call",
          ("{\"_meta\":{\"progressToken\":\"p%d\"},\"name\":\"execute_code_with_custom_config\","
                      + "\"arguments\":{\"code\":\"%s\",\"session\":\"s%d\",")
                  .formatted(i, loop, i)
              + "\"config\":{\"environment\":{\"MARK\":\""
              + MARK
              + home.hashCode()
              + "\"}}}}");
    }
    assertThat(running(client, PROGRAMS)).hasSize(PROGRAMS);
    Set<Long> before = running();

    client.kill();

    await(Duration.ofSeconds(1), () -> running().isEmpty());
    assertThat(before).hasSizeGreaterThanOrEqualTo(PROGRAMS);
    Client next = new Client(home);
    await(Duration.ofSeconds(PATIENCE_SECONDS), () -> interrupted(next) == PROGRAMS);
    try (Stream<Path> files = Files.walk(home.resolve("sandbox/sessions"))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  /** Reads until {@code count} programs have said that they run, and returns their tokens. */
  private static Set<String> running(Client client, int count) throws IOException {
    Set<String> tokens = new LinkedHashSet<>();
    while (tokens.size() < count) {
      JsonObject told = client.read();
      JsonObject params = told.object("params").orElseThrow(() -> unexpected(told));
      tokens.add(params.text("progressToken").orElseThrow(() -> unexpected(told)));
    }
    return tokens;
  }

  private static AssertionError unexpected(JsonObject told) {
    return new AssertionError("a program should run, but: " + JsonCodec.write(told));
  }

  private static long interrupted(Client client) {
    return executions(client).stream()
        .filter(one -> one.find("interrupted").orElse(Json.Null.VALUE).equals(Json.of(true)))
        .count();
  }

  private static List<String> statuses(Client client) {
    return executions(client).stream().map(one -> one.text("status").orElse("running")).toList();
  }

  private static List<JsonObject> executions(Client client) {
    try {
      return client
          .call("list_executions", "{\"limit\":100}")
          .array("executions")
          .map(JsonArray::values)
          .orElse(List.of())
          .stream()
          .map(JsonObject.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the processes that have the mark of this test in their environment. */
  private Set<Long> running() {
    byte[] mark = ("MARK=" + MARK + home.hashCode()).getBytes(StandardCharsets.UTF_8);
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> environment(pid).contains(new String(mark, StandardCharsets.UTF_8)))
        .collect(Collectors.toSet());
  }

  private static String environment(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException _) {
      return ""; // it is gone, or somebody else's
    }
  }

  private static void await(Duration most, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited %s in vain", most).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** A client of a server of its own. */
  private final class Client {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private long last;

    Client(Path folder) throws IOException {
      this(folder, List.of());
    }

    /** Starts the server behind the words of {@code wrapper}. */
    Client(Path folder, List<String> wrapper) throws IOException {
      List<String> command = new ArrayList<>(wrapper);
      command.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "mcp"));
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("ATHENA_HOME", folder.toString());
      builder.directory(folder.toFile());
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      process = builder.start();
      clients.add(this);
      in = process.outputWriter(StandardCharsets.UTF_8);
      out = process.inputReader(StandardCharsets.UTF_8);
      request(
          "initialize",
          "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},"
              + "\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}");
    }

    /** Calls a tool and returns its structured answer. */
    JsonObject call(String tool, String arguments) throws IOException {
      JsonObject answer =
          request("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments));
      return answer
          .object("result")
          .flatMap(result -> result.object("structuredContent"))
          .orElseThrow(() -> new AssertionError(JsonCodec.write(answer)));
    }

    JsonObject request(String method, String params) throws IOException {
      long id = send(method, params);
      JsonObject answer = read();
      while (answer.whole("id").orElse(0L) != id) {
        answer = read();
      }
      return answer;
    }

    long send(String method, String params) throws IOException {
      last++;
      write(
          "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
              .formatted(last, method, params));
      return last;
    }

    void notify(String method, String params) throws IOException {
      write("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    JsonObject read() throws IOException {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the server is gone");
      }
      return JsonCodec.readObject(line);
    }

    void kill() {
      process.destroyForcibly();
    }

    private void write(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
    }
  }
}
