package dev.athena.server.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.Operations;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.Message;
import dev.athena.server.mcp.Outbox;
import dev.athena.server.mcp.Session;
import dev.athena.server.mcp.SkillFile;
import dev.athena.server.mcp.TransportHeaders;
import dev.athena.server.testing.Messages;
import dev.athena.server.testing.TestServer;
import dev.athena.testkit.schema.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryServerTest {
  /** The most tokens that the first four tools may take, at four characters each. */
  private static final int TOKENS_MAX = 800;

  private final Operations operations = Sample.operations();

  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyProfileListsTheToolsThatWork(Profile profile) {
    assertThat(names(tools(server(profile))))
        .containsExactly("recall", "remember", "discover_apis", "get_api_docs");
  }

  @Test
  void theListOfToolsIsSmall() {
    int characters =
        tools(server(Profile.STANDARD)).stream()
            .mapToInt(tool -> JsonCodec.write(tool).length())
            .sum();

    assertThat(characters / 4).isLessThanOrEqualTo(TOKENS_MAX);
  }

  @Test
  void aToolSaysWhatItMayDo() {
    List<JsonObject> tools = tools(server(Profile.STANDARD));

    assertThat(tools.get(0).object("annotations"))
        .contains(
            Messages.json(
                "{'readOnlyHint': true, 'destructiveHint': false, 'idempotentHint': true,"
                    + " 'openWorldHint': false}"));
    assertThat(tools.get(1).object("annotations"))
        .contains(
            Messages.json(
                "{'readOnlyHint': false, 'destructiveHint': false, 'idempotentHint': true,"
                    + " 'openWorldHint': false}"));
  }

  @Test
  void anAnswerFitsTheOutputSchemaAndIsTextToo() {
    McpServer server = server(Profile.STANDARD);
    JsonObject schema = tools(server).getFirst().object("outputSchema").orElseThrow();

    JsonObject result = call(server, "recall", "{'query': 'sky'}");

    JsonObject structured = result.object("structuredContent").orElseThrow();
    assertThat(SchemaCheck.problems(schema, structured)).isEmpty();
    assertThat(JsonCodec.write(structured)).contains("home: sky");
    assertThat(text(result)).isEqualTo(JsonCodec.write(structured));
    assertThat(result.find("isError")).contains(Json.of(false));
  }

  @Test
  void anOperationThatIsNotListedCanBeCalled() {
    JsonObject result = call(server(Profile.CODE), "words", "{'count': 3}");

    assertThat(result.object("structuredContent"))
        .contains(Messages.json("{'results': ['one', 'two', 'three']}"));
  }

  @Test
  void anOperationWithTheNameOfAToolIsCalledByItsCategory() {
    JsonObject result = call(server(Profile.CODE), "sample.recall", "{}");

    assertThat(result.object("structuredContent"))
        .contains(Messages.json("{'result': 'the operation'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools.recall", "recall"})
  void aToolIsCalledByItsNameAndByThatOfItsOperation(String name) {
    assertThat(text(call(server(Profile.CODE), name, "{'query': 'sky'}"))).contains("home: sky");
  }

  @Test
  void aFailureIsTextWithCodeMessageAndHintAndNoStructuredContent() {
    JsonObject result = call(server(Profile.STANDARD), "fail", "{'how': 'so'}");

    assertThat(result.find("isError")).contains(Json.of(true));
    assertThat(result.has("structuredContent")).isFalse();
    assertThat(JsonCodec.readObject(text(result)))
        .isEqualTo(
            Messages.json(
                "{'code': 'invalid_argument', 'message': 'how is so',"
                    + " 'hint': 'say limit or bug'}"));
  }

  @Test
  void aFailureByTheRateSaysWhenToCallAgain() {
    JsonObject result = call(server(Profile.STANDARD), "fail", "{'how': 'limit'}");

    assertThat(JsonCodec.readObject(text(result)).whole("retry_after_ms")).contains(250L);
  }

  @Test
  void aFaultInsideIsNotShownToTheClient() {
    JsonObject result = call(server(Profile.STANDARD), "fail", "{'how': 'bug'}");

    assertThat(text(result)).contains("\"internal\"").doesNotContain("secret");
  }

  @Test
  void anArgumentOfAnotherNameIsRefusedWithTheNearest() {
    assertThat(text(call(server(Profile.STANDARD), "recall", "{'querry': 'sky'}")))
        .contains("invalid_argument")
        .contains("did you mean \\\"query\\\"");
  }

  @Test
  void halfOfACharacterIsRefusedAndTheServerWorksOn() {
    McpServer server = server(Profile.STANDARD);

    JsonObject refused = call(server, "recall", "{'query': 'sky \\ud800'}");

    assertThat(refused.find("isError")).contains(Json.of(true));
    assertThat(text(refused))
        .contains("invalid_argument", "query holds half of a character (U+D800)");
    assertThat(text(call(server, "recall", "{'query': 'sky'}"))).contains("home: sky");
  }

  @Test
  void aToolThatIsNotThereIsAnErrorOfTheProtocol() {
    Json answer =
        ask(server(Profile.STANDARD), "tools/call", "{'name': 'recal'}", TransportHeaders.NONE);

    assertThat(Messages.errorCode(answer)).isEqualTo(-32602);
  }

  @Test
  void theHeaderChoosesTheProject() {
    TransportHeaders headers =
        name -> name.equals("Athena-Project") ? Optional.of("other") : Optional.empty();

    Json answer =
        ask(
            byProject(),
            "tools/call",
            "{'name': 'recall', 'arguments': {'query': 'sky'}}",
            headers);

    assertThat(Messages.text(answer)).contains("other: sky");
  }

  @Test
  void withoutTheHeaderTheProjectIsThatOfTheServer() {
    assertThat(text(call(byProject(), "recall", "{'query': 'sky'}"))).contains("home: sky");
  }

  @Test
  void aProjectThatCannotBeIsRefused() {
    Json answer =
        ask(
            byProject(),
            "tools/call",
            "{'name': 'recall', 'arguments': {'query': 'sky'}}",
            _ -> Optional.of("x".repeat(201)));

    assertThat(Messages.text(answer)).contains("invalid_argument").contains("project has 201");
  }

  @Test
  void theInstructionsFitAndBeginWithRecall() {
    assertThat(Instructions.TEXT.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(McpServer.INSTRUCTIONS_BYTES_MAX);
    assertThat(Instructions.TEXT.indexOf("recall(query=")).isLessThan(200);
  }

  @Test
  void everyListedResourceCanBeRead() {
    McpServer server = server(Profile.STANDARD);
    JsonObject list = result(server, "resources/list", "{}");

    assertThat(uris(list, "resources"))
        .contains("athena://api/README.md", "athena://api/tools/recall", "skill://athena/SKILL.md")
        .allSatisfy(uri ->
            assertThat(read(server, uri))
                .startsWith(uri.endsWith("SKILL.md") ? "---\nname: athena\n" : "# "));
  }

  @Test
  void theLinksOfTheIndexCanBeRead() {
    McpServer server = server(Profile.STANDARD);

    assertThat(read(server, "athena://api/README.md")).contains("(sample/words.md)");
    assertThat(read(server, "athena://api/sample/words.md"))
        .isEqualTo(read(server, "athena://api/sample/words"));
  }

  @Test
  void aResourceThatIsNotThereIsAnError() {
    Json answer =
        ask(
            server(Profile.STANDARD),
            "resources/read",
            "{'uri': 'athena://api/tools/nothing'}",
            TransportHeaders.NONE);

    assertThat(Messages.errorCode(answer)).isEqualTo(-32602);
  }

  @Test
  void foldersLeadToEveryFile() {
    McpServer server = server(Profile.STANDARD);

    assertThat(walk(server, "athena://api"))
        .containsExactlyInAnyOrderElementsOf(
            uris(result(server, "resources/list", "{}"), "resources").stream()
                .filter(uri -> uri.startsWith("athena:"))
                .toList());
  }

  @Test
  void theSkillListsEveryFileWithItsDigestAndSize() {
    McpServer server = server(Profile.STANDARD);
    JsonObject list = result(server, "skills/list", "{}");
    JsonObject skill = (JsonObject) list.array("skills").orElseThrow().values().getFirst();

    assertThat(skill.text("uri")).contains("skill://athena/SKILL.md");
    assertThat(uris(skill, "resources"))
        .containsExactlyInAnyOrderElementsOf(walk(server, "skill://athena"));
    assertThat(objects(skill, "resources"))
        .allSatisfy(file -> {
          byte[] bytes =
              read(server, file.text("uri").orElseThrow()).getBytes(StandardCharsets.UTF_8);
          assertThat(file.whole("size")).contains((long) bytes.length);
          assertThat(file.text("digest")).contains(SkillFile.of("any", bytes).digest());
        });
  }

  @Test
  void aSkillIsHadByItsAddress() {
    McpServer server = server(Profile.STANDARD);

    assertThat(result(server, "skills/get", "{'uri': 'skill://athena/SKILL.md'}").has("skill"))
        .isTrue();
  }

  private McpServer server(Profile profile) {
    return server(new MemoryServer.Serving(Callers.always(Sample.CALLER), profile));
  }

  private McpServer byProject() {
    return server(new MemoryServer.Serving(Callers.byProject(Sample.CALLER), Profile.STANDARD));
  }

  private McpServer server(MemoryServer.Serving serving) {
    return TestServer.with(MemoryServer.features(operations, serving)).server();
  }

  private static List<JsonObject> tools(McpServer server) {
    return objects(result(server, "tools/list", "{}"), "tools");
  }

  private static JsonObject call(McpServer server, String tool, String arguments) {
    return result(
        server, "tools/call", "{'name': '%s', 'arguments': %s}".formatted(tool, arguments));
  }

  private static JsonObject result(McpServer server, String method, String params) {
    return Messages.result(ask(server, method, params, TransportHeaders.NONE));
  }

  private static Json ask(
      McpServer server, String method, String params, TransportHeaders headers) {
    try (Session session = server.open(null, Outbox.NONE)) {
      Message message = Message.of(Messages.modern(1, method, params));
      return session
          .begin((Message.Request) message, Outbox.NONE, headers)
          .answer()
          .orElseThrow()
          .response();
    }
  }

  private static String read(McpServer server, String uri) {
    JsonObject result = result(server, "resources/read", "{'uri': '%s'}".formatted(uri));
    return objects(result, "contents").getFirst().text("text").orElseThrow();
  }

  private static List<String> walk(McpServer server, String folder) {
    List<String> files = new ArrayList<>();
    JsonObject result =
        result(server, "resources/directory/read", "{'uri': '%s'}".formatted(folder));
    for (JsonObject child : objects(result, "resources")) {
      String uri = child.text("uri").orElseThrow();
      if (child.text("mimeType").orElse("").equals("inode/directory")) {
        files.addAll(walk(server, uri));
      } else {
        files.add(uri);
      }
    }
    return files;
  }

  private static List<String> names(List<JsonObject> tools) {
    return tools.stream().map(tool -> tool.text("name").orElseThrow()).toList();
  }

  private static List<String> uris(JsonObject object, String name) {
    return objects(object, name).stream().map(one -> one.text("uri").orElseThrow()).toList();
  }

  private static List<JsonObject> objects(JsonObject object, String name) {
    return object.array(name).orElse(JsonArray.EMPTY).values().stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private static String text(JsonObject result) {
    return objects(result, "content").getFirst().text("text").orElse("");
  }
}
