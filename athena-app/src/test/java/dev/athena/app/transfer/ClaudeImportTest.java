package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeImportTest {
  @TempDir private Path temporary;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));
  private Path folder = Path.of("unset");

  @BeforeEach
  void start() throws IOException {
    shell = new RecordedShell(temporary.resolve("home"));
    folder = Files.createDirectories(temporary.resolve("projects/-srv my shop"));
  }

  @Test
  void aCharacterThatWasCutInHalfIsReplaced() throws IOException {
    write("s.jsonl", line("u1", "01", "user", "\"An owl \\ud83e\\udd89 and \\ud83e\""));

    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).contains("1 new");
    assertThat(episodes("user_message").getFirst().text("content"))
        .contains("An owl 🦉 and \ufffd");
  }

  @Test
  void turnsAndToolCallsJoinedWithTheirResultsBecomeEpisodes() throws IOException {
    write(
        "s.jsonl",
        line("u1", "01", "user", "\"Why does checkout fail?\""),
        line(
            "a1",
            "02",
            "assistant",
            """
            [{"type":"thinking","thinking":"hm"},{"type":"text","text":"Let me look."},\
            {"type":"tool_use","id":"toolu_1","name":"Bash",\
            "input":{"command":"npm test","description":"Run the tests"}}]\
            """),
        line(
            "u2",
            "05",
            "user",
            """
            [{"type":"tool_result","tool_use_id":"toolu_1","is_error":true,\
            "content":[{"type":"text","text":"2 failed"}]}]\
            """),
        line("a2", "06", "assistant", "[{\"type\":\"text\",\"text\":\"Two tests fail.\"}]"));

    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(shell.out())
        .contains("4 new", "left out 1: private thoughts of the model (-srv my shop/s.jsonl:2)");

    JsonObject call = episodes("tool_call").getFirst();
    assertThat(call.text("content")).contains("Bash: Run the tests — npm test\nfailed: 2 failed");
    assertThat(call.text("outcome")).contains("failure");
    assertThat(call.text("session_id")).contains("5e55");
    JsonObject context = call.object("context").orElseThrow();
    assertThat(context.text("output")).contains("2 failed");
    assertThat(context.text("branch")).contains("main");
    assertThat(context.whole("duration_ms")).contains(3_000L);
    assertThat(context.object("arguments").orElseThrow().text("command")).contains("npm test");
    assertThat(episodes("user_message")).hasSize(1);
    assertThat(episodes("assistant_message")).hasSize(2);
  }

  @Test
  void whatIsNoTurnIsLeftOutAndSaid() throws IOException {
    write(
        "s.jsonl",
        "{\"type\":\"summary\",\"summary\":\"A title\",\"leafUuid\":\"x\"}",
        "{\"type\":\"file-history-snapshot\",\"messageId\":\"x\",\"snapshot\":{}}",
        line("u1", "01", "user", "\"meta\"").replace("{\"type\"", "{\"isMeta\":true,\"type\""),
        line("u2", "02", "user", "\"<command-name>/clear</command-name>\""),
        line("u3", "03", "user", "\"[Request interrupted by user]\""),
        line("u4", "04", "user", "[{\"type\":\"tool_result\",\"tool_use_id\":\"toolu_9\"}]"),
        "{\"type\":\"user\",\"message\":{\"role\":\"user\"",
        "[1]",
        "{\"type\":\"user\",\"timestamp\":\"2026-03-01T10:00:00Z\"}",
        line("u5", "05", "user", "\"Real\""));

    assertThat(run()).isEqualTo(ExitCode.DONE);

    assertThat(shell.out())
        .contains("1 new, 0 known already, 9 left out")
        .contains("bookkeeping, not a turn (summary) (-srv my shop/s.jsonl:1)")
        .contains("(meta) (-srv my shop/s.jsonl:3)")
        .contains("a command to the program itself")
        .contains("an interruption")
        .contains("a tool result whose call is not there")
        .contains("the line is not valid JSON (-srv my shop/s.jsonl:7)")
        .contains("the line is not a JSON object (-srv my shop/s.jsonl:8)")
        .contains("the turn has no message");
  }

  @Test
  void subagentsAndCallsWithoutResultAreTaken() throws IOException {
    write(
        "agent-1.jsonl",
        line(
                "a1",
                "01",
                "assistant",
                "[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Read\",\"input\":{\"file_path\":\"/a\"}}]")
            .replace("\"isSidechain\":false", "\"isSidechain\":true"));

    run();

    JsonObject call = episodes("tool_call").getFirst();
    assertThat(call.text("outcome")).contains("no result");
    assertThat(call.object("context").orElseThrow().text("phase")).contains("subagent");
  }

  @Test
  void aLongOutputIsCutWithANote() throws IOException {
    write(
        "s.jsonl",
        line(
            "a",
            "01",
            "assistant",
            "[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"B\",\"input\":{}}]"),
        line("u", "02", "user", result("x".repeat(20_001))),
        line("u1", "03", "user", "\"" + "y".repeat(100_001) + "\""));

    run();

    JsonObject call = episodes("tool_call").getFirst().object("context").orElseThrow();
    assertThat(call.whole("truncated_from")).contains(20_001L);
    assertThat(call.text("output").orElseThrow()).hasSize(20_000);
    JsonObject said = episodes("user_message").getFirst();
    assertThat(said.text("content").orElseThrow()).hasSize(100_000);
    assertThat(said.object("context").orElseThrow().whole("truncated_from")).contains(100_001L);
  }

  @Test
  void aSecondImportAddsOnlyWhatCameSince() throws IOException {
    String first = line("u1", "01", "user", "\"One\"");
    write("s.jsonl", first);
    run();
    write("s.jsonl", first, line("u2", "02", "user", "\"Two\""));

    run();

    assertThat(shell.out()).contains("1 new, 1 known already");
  }

  @Test
  void withoutAPathTheTranscriptsOfTheUserAreTaken() throws IOException {
    folder = Files.createDirectories(temporary.resolve("home/.claude/projects/-srv"));
    write("s.jsonl", line("u1", "01", "user", "\"One\""));

    assertThat(shell.run("import", "claude", "--no-vectors")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).contains("1 new");
  }

  @Test
  void nothingThereIsNothingTaken() throws IOException {
    write("empty.jsonl");

    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("0 new");
    assertThat(shell.run("import", "claude", temporary + "/nowhere")).isEqualTo(ExitCode.FAILED);
  }

  private int run() {
    return shell.run("--project", "p", "import", "claude", temporary + "/projects", "--no-vectors");
  }

  private List<JsonObject> episodes(String type) {
    shell.run("--project", "p", "recall", "--type", type, "--json");
    List<Json> found = ((JsonArray) shell.json()).values();
    return found.stream().map(JsonObject.class::cast).toList();
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private static String result(String text) {
    return "[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"" + text + "\"}]";
  }

  private static String line(String uuid, String second, String role, String content) {
    return """
    {"type":"%s","isSidechain":false,"userType":"external","cwd":"/srv/shop","sessionId":"5e55",\
    "version":"2.1.0","gitBranch":"main","uuid":"%s","timestamp":"2026-03-01T10:00:%s.000Z",\
    "message":{"role":"%s","content":%s}}\
    """
        .formatted(role, uuid, second, role, content);
  }
}
