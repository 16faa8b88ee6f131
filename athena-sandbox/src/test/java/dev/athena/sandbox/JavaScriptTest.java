package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs in JavaScript the way Athena does, without a sandbox. */
@Timeout(60)
abstract class JavaScriptTest {
  static final int RESULT_BYTES_MAX = 2_000;
  static final int FILES_BYTES_MAX = 4_000_000;
  static final int FILES_MAX = 10;

  @TempDir static Path folder;
  @TempDir Path work;

  @SuppressWarnings("NullAway.Init") // before all tests
  static InstalledRunner runner;

  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeAll
  static void unpack() throws IOException {
    runner = InstalledRunner.javaScript(folder);
  }

  /** Puts a file into the session before the program runs. */
  final void given(String path, String content) {
    files.put(path, content);
  }

  /** Runs a program of no session; operations answer with their arguments. */
  final Ran run(String source) throws Exception {
    return run(source, false, JavaScriptTest::echo);
  }

  /** Runs a program of a session. */
  final Ran runInSession(String source) throws Exception {
    return run(source, true, JavaScriptTest::echo);
  }

  final Ran run(String source, Function<JsonObject, JsonObject> answers) throws Exception {
    return run(source, false, answers);
  }

  private Ran run(String source, boolean session, Function<JsonObject, JsonObject> answers)
      throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");
      files.forEach((path, content) -> send(process, path, content));
      process.send("run", request(source, session));
      List<RunnerProcess.Frame> frames = new ArrayList<>();
      frames.add(new RunnerProcess.Frame("checked", process.next("checked")));
      process.send("go", JsonObject.EMPTY);
      Optional<RunnerProcess.Frame> next = process.next();
      for (; next.isPresent(); next = process.next()) {
        frames.add(next.get());
        if (next.get().kind().equals("call")) {
          process.send("answer", answers.apply(next.get().content()));
        }
      }
      int exitCode = process.exitCode();
      if (exitCode != 0) {
        throw new AssertionError("exit code " + exitCode + ": " + process.errorOutput());
      }
      return new Ran(frames, process.errorOutput());
    }
  }

  /** Returns the content of the frame {@code run}. */
  static JsonObject request(String source, boolean session) {
    return JsonObject.builder()
        .put("source", source)
        .put("session", session)
        .put("processes", false)
        .put("timeout_ms", 10_000)
        .put("result_bytes_max", RESULT_BYTES_MAX)
        .put("files_bytes_max", FILES_BYTES_MAX)
        .put("files_max", FILES_MAX)
        .build();
  }

  /** Answers a call with what it was asked. */
  static JsonObject echo(JsonObject call) {
    return answer(call, call.object("arguments").orElseThrow());
  }

  static JsonObject answer(JsonObject call, Json value) {
    return JsonObject.builder()
        .put("id", call.find("id").orElseThrow())
        .put("value", value)
        .build();
  }

  private static void send(RunnerProcess process, String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    process.send(
        "file",
        JsonObject.builder()
            .put("path", path)
            .put("content", Base64.getEncoder().encodeToString(bytes))
            .put("more", false)
            .build());
  }
}
