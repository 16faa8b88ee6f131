package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.privacy.AthenaProgram.Client;
import dev.athena.app.privacy.AthenaProgram.Ended;
import dev.athena.app.privacy.Canaries.Kind;
import dev.athena.app.transfer.HandMadeRepository;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A day of work in which secrets come in by every way there is. */
final class CanaryDay {
  private static final String ANY = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":%s,\"params\":%s}";

  private final Path top;
  private final AthenaProgram athena;
  private final Canaries canaries;
  private final List<String> told = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();

  CanaryDay(Path top, AthenaProgram athena, Canaries canaries) {
    this.top = top;
    this.athena = athena;
    this.canaries = canaries;
  }

  /** Returns what agents and people were told, one text for each answer. */
  List<String> told() {
    return told;
  }

  /** Starts a server, and keeps what it says. */
  Client client(String name) throws IOException {
    Client client = athena.client();
    clients.add(client);
    return client.initialize(name);
  }

  /** Returns what servers said, line by line. */
  List<String> heard() {
    return clients.stream().flatMap(client -> client.heard().stream()).toList();
  }

  /** Says what is private besides what is known to be. */
  void declare(Client client) throws IOException {
    JsonObject pattern =
        JsonCodec.readObject(
            """
            {"id": "contract", "expression": "%s", "keywords": ["kx-"],
             "examples": ["signed KX-00000000000000 today"]}\
            """
                .formatted(Canaries.CUSTOM_PATTERN));
    client.call(
        "enable_auto_tokenization",
        JsonObject.builder()
            .put("enabled", true)
            .put("names", Json.ofTexts(canaries.names()))
            .put("patterns", new JsonArray(List.of(pattern)))
            .build());
  }

  /** Remembers, changes and asks, in all ways a client has. */
  void remember(Client client) throws IOException {
    String fact =
        call(client, "remember", content("content").put("kind", "semantic"))
            .text("id")
            .orElseThrow();
    JsonObject context =
        JsonObject.builder()
            .put("outcome", canaries.text("context"))
            .put("session_id", canaries.one("session id", Kind.EMAIL))
            .put(canaries.one("name of a key", Kind.EMAIL), canaries.text("unknown key of context"))
            .build();
    ask(client, "remember", content("episode").put("kind", "episodic").put("metadata", context));
    ask(
        client,
        "remember",
        content("tagged").put("metadata", JsonObject.builder().put("tags", lines("tags")).build()));
    ask(
        client,
        "remember",
        content("procedure")
            .put("kind", "procedural")
            .put(
                "metadata",
                JsonObject.builder().put("name", canaries.one("name", Kind.EMAIL)).build()));
    ask(client, "update_memory", one("id", fact).put("content", canaries.text("new content")));
    ask(client, "remember_with_privacy", content("remember with privacy"));
    ask(client, "recall", one("query", canaries.text("question")));
    ask(client, "forget", one("subject", canaries.one("forgotten", Kind.PHONE)));
    ask(client, "erase_subject", one("value", canaries.value("erased", Kind.EMAIL)));
    ask(
        client,
        "get_event_untokenized",
        one("id", fact).put("reason", canaries.text("reason of a request")));
  }

  /** Calls what is refused, and says what is no call. */
  void err(Client client) throws IOException {
    ask(client, "remember", content("unknown argument").put("colour", canaries.text("its value")));
    ask(
        client,
        "remember",
        content("unknown name").put(canaries.one("name of an argument", Kind.TOKEN), "x"));
    ask(client, "recall", one("query", "x").put("limit", canaries.text("a text for a number")));
    ask(client, "recall", one("query", lines("a list for a text")));
    ask(client, "get_memory", one("id", canaries.one("id", Kind.EMAIL)));
    ask(client, "list_executions", one("cursor", canaries.text("cursor")));
    ask(client, "remember", content("kind").put("kind", canaries.one("no kind", Kind.CARD)));
    ask(client, canaries.one("name of a tool", Kind.TOKEN), JsonObject.builder());
    client.request(canaries.one("method", Kind.TOKEN), one("x", canaries.text("params")).build());
    client.request("resources/read", one("uri", "x://" + url("resource")).build());
    client.write("{\"jsonrpc\": \"2.0\", " + canaries.text("malformed").replace('\n', ' '));
    client.read();
    client.write(ANY.formatted("true", "\"ping\"", quoted("wrong id")));
    client.read();
    client.write(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7,"
            + "\"reason\":"
            + quoted("notification")
            + "}}");
    client.request("ping", JsonObject.EMPTY);
  }

  /** Runs programs that print, return, fail, keep and send what is secret. */
  void execute(Client client) throws IOException {
    for (String language : List.of("python", "javascript")) {
      boolean isPython = language.equals("python");
      for (String what : List.of("stdout", "stderr", "result", "exception", "file", "source")) {
        String program = program(isPython, what, language + " " + what);
        JsonObject arguments =
            one("code", program).put("language", language).put("session", "day").build();
        JsonObject answer = client.call("execute_code", arguments);
        boolean failed = what.equals("exception");
        assertThat(answer.text("status")).as("%s", answer).hasValue(failed ? "error" : "ok");
      }
    }
    JsonObject environment = one("KEY", canaries.text("environment of a program")).build();
    JsonObject network =
        JsonObject.builder().put("domains", Json.ofTexts(List.of("api.athena.invalid"))).build();
    JsonObject config =
        JsonObject.builder().put("environment", environment).put("network", network).build();
    String fetch =
        """
        from athena import http
        http.fetch("https://api.athena.invalid/x?q=" + %s[::-1], method="POST",
                   headers={"Authorization": %s[::-1]}, body=%s[::-1])
        """
            .formatted(
                backwards(url("fetched URL")),
                backwards(canaries.one("fetched header", Kind.TOKEN)),
                backwards(canaries.text("fetched body")));
    ask(client, "execute_code_with_custom_config", one("code", fetch).put("config", config));
    ask(
        client,
        "execute_code",
        one("code", "1").put("session", canaries.one("session", Kind.EMAIL)));
    ask(client, "execute_code", one("code", "def " + canaries.text("no program")));
    ask(client, "execute_code", one("code", "1").put("preset", canaries.one("preset", Kind.TOKEN)));
    ask(
        client,
        "execute_code",
        one(
            "code",
            "import athena\nathena.progress(1, 2, %s[::-1])"
                .formatted(backwards(canaries.text("progress")))));
    ask(
        client,
        "execute_code",
        one(
            "code",
            "from athena import memory\nmemory.remember_semantic(%s[::-1])\nmemory.recall(%s[::-1])"
                .formatted(
                    backwards(canaries.text("remembered by a program")),
                    backwards(canaries.text("asked by a program")))));
  }

  /** What is to come out of a program stands in it from its end to its beginning. */
  private String program(boolean isPython, String what, String way) {
    String text = canaries.text(way);
    if (what.equals("source")) {
      String comment = isPython ? "# " : "// ";
      return comment + text.replace("\n", "\n" + comment) + "\n1";
    }
    String begin =
        isPython
            ? "import sys\ntext = %s[::-1]\n".formatted(backwards(text))
            : "import fs from 'node:fs';\nconst text = [...%s].reverse().join('');\n"
                .formatted(backwards(text));
    String name = backwards(canaries.value(way + ", name of a file", Kind.EMAIL));
    return begin
        + switch (what) {
          case "stdout" -> isPython ? "print(text)" : "console.log(text)";
          case "stderr" -> isPython ? "print(text, file=sys.stderr)" : "console.error(text)";
          case "result" -> isPython ? "text" : "export default text;";
          case "exception" -> isPython ? "raise ValueError(text)" : "throw new Error(text);";
          default ->
              isPython
                  ? "open(%s[::-1], 'w').write(text * 50)\nNone".formatted(name)
                  : "fs.writeFileSync([...%s].reverse().join(''), text.repeat(50));"
                      .formatted(name);
        };
  }

  /** Works at the shell. */
  void atTheShell() throws IOException {
    shell("remember", canaries.text("command line"));
    shell("recall", canaries.text("question at the shell"));
    shell("forget", "--subject", canaries.one("forgotten at the shell", Kind.EMAIL), "--yes");
    shell(canaries.one("unknown command", Kind.TOKEN));
    shell("recall", "--" + canaries.one("unknown option", Kind.TOKEN), "x");
    shell("config", "set", "http.port", canaries.one("value of a setting", Kind.CARD));
    shell("recall", "x", "--limit", canaries.one("no number", Kind.CARD));
    Path program = Files.writeString(inputs().resolve("program.py"), canaries.text("file run"));
    shell("exec", program.toString());
    shell("privacy", "erase", canaries.value("erased at the shell", Kind.EMAIL), "--yes");
  }

  /** Takes in files of every kind. */
  void take() throws IOException {
    Path folder = inputs();
    Path lines = folder.resolve("memories.jsonl");
    Files.writeString(
        lines,
        JsonCodec.write(content("JSON lines").put("kind", "semantic").build())
            + "\n{"
            + canaries.text("broken JSON lines").replace('\n', ' ')
            + "\n");
    shell("import", "jsonl", lines.toString());
    Path whole = folder.resolve("whole.jsonl");
    Files.writeString(whole, JsonCodec.write(content("JSON line").put("kind", "semantic").build()));
    shell("import", "jsonl", whole.toString());
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(
        documents.resolve(canaries.value("name of a document", Kind.EMAIL) + ".md"),
        "# " + canaries.one("heading", Kind.EMAIL) + "\n\n" + canaries.text("document"));
    shell("import", "documents", documents.toString());
    Path knowledge = folder.resolve("knowledge.json");
    Files.writeString(
        knowledge,
        JsonCodec.write(
            JsonObject.builder()
                .put("type", "entity")
                .put("name", canaries.one("entity", Kind.EMAIL))
                .put("entityType", "person")
                .put("observations", lines("observation"))
                .build()));
    shell("import", "mcp-memory", knowledge.toString());
    Path repository = Files.createDirectory(folder.resolve("repository"));
    HandMadeRepository git = new HandMadeRepository(repository);
    git.commit(canaries.text("commit message"), 1_700_000_000, "a.txt", canaries.text("blob"));
    git.commit(
        canaries.text("second commit"),
        1_700_000_100,
        canaries.value("file of a commit", Kind.EMAIL),
        "x");
    shell("import", "git", repository.toString());
  }

  /** Knocks at the door of HTTP. */
  void byHttp() throws IOException, InterruptedException {
    Process server = athena.start("serve", "--port", "0");
    BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
    URI door = URI.create(out.readLine());
    try (HttpClient client = HttpClient.newHttpClient()) {
      String initialize =
          "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":"
              + quoted("client over HTTP")
              + ",\"version\":\"1\"}}";
      HttpResponse<String> first =
          post(client, request(door), ANY.formatted("1", "\"initialize\"", initialize));
      String session = first.headers().firstValue("Mcp-Session-Id").orElse("none");
      post(
          client,
          request(door).header("Mcp-Session-Id", session),
          ANY.formatted(
              "2",
              "\"tools/call\"",
              "{\"name\":\"remember\",\"arguments\":{\"content\":%s}}"
                  .formatted(quoted("body over HTTP"))));
      post(client, request(door), "{" + canaries.text("malformed over HTTP"));
      post(client, request(door).header("Mcp-Session-Id", token("session header")), "{}");
      post(client, request(door).header("Authorization", "Bearer " + token("bearer")), "{}");
      post(client, request(door).header("X-Note", header("unknown header")), "{}");
      post(client, request(door).header("User-Agent", header("user agent")), "{}");
      post(client, request(door).header("Origin", "https://" + token("origin")), "{}");
      post(client, request(door).header("MCP-Protocol-Version", token("version")), "{}");
      post(client, request(URI.create(door + "?" + url("query string"))), "{}");
      post(client, request(door.resolve("/" + url("path"))), "{}");
    }
    server.destroy();
    server.onExit().join();
  }

  private HttpResponse<String> post(HttpClient client, HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    told.add(response.headers().map() + response.body());
    return response;
  }

  private static HttpRequest.Builder request(URI door) {
    return HttpRequest.newBuilder(door)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream");
  }

  /** Runs a command line, and keeps what it says. */
  Ended shell(String... arguments) throws IOException {
    Ended ended = athena.run(arguments);
    told.add(ended.out() + ended.err());
    return ended;
  }

  private void ask(Client client, String tool, JsonObject.Builder arguments) throws IOException {
    client.ask(tool, arguments.build());
  }

  private JsonObject call(Client client, String tool, JsonObject.Builder arguments)
      throws IOException {
    return client.call(tool, arguments.build());
  }

  private JsonObject.Builder content(String way) {
    return one("content", canaries.text(way));
  }

  private static JsonObject.Builder one(String name, String value) {
    return JsonObject.builder().put(name, value);
  }

  private static JsonObject.Builder one(String name, Json value) {
    return JsonObject.builder().put(name, value);
  }

  private Json lines(String way) {
    return Json.ofTexts(canaries.text(way).lines().toList());
  }

  private String token(String way) {
    return canaries.value(way, Kind.TOKEN);
  }

  private String header(String way) {
    return canaries.text(way).replace('\n', ' ');
  }

  private String url(String way) {
    return URLEncoder.encode(canaries.text(way), StandardCharsets.UTF_8);
  }

  private String quoted(String way) {
    return JsonCodec.write(Json.of(canaries.text(way)));
  }

  private static String backwards(String text) {
    return JsonCodec.write(Json.of(new StringBuilder(text).reverse().toString()));
  }

  private Path inputs() throws IOException {
    return Files.createDirectories(top.resolve("inputs"));
  }
}
