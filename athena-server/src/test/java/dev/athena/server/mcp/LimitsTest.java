package dev.athena.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.FakeTools;
import dev.athena.server.testing.Messages;
import dev.athena.server.testing.TestServer;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is too large or too much, at the limit and one past it. */
final class LimitsTest {
  @Test
  void aToolNameHasALimit() {
    assertThatCode(() -> tool("n".repeat(Tool.NAME_LENGTH_MAX))).doesNotThrowAnyException();
    assertThatThrownBy(() -> tool("n".repeat(Tool.NAME_LENGTH_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSkillHasALimitOfFiles() {
    SkillFile file = SkillFile.of("skill://a/SKILL.md", new byte[0]);

    assertThatCode(() -> skill(Collections.nCopies(Skill.FILES_MAX, file)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> skill(Collections.nCopies(Skill.FILES_MAX + 1, file)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void instructionsHaveALimitInBytes() {
    int most = McpServer.INSTRUCTIONS_BYTES_MAX;

    assertThatCode(() -> server("é".repeat(most / 2))).doesNotThrowAnyException();
    assertThatThrownBy(() -> server("é".repeat(most / 2) + "e"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aClientsOwnTextIsSentBackInBrief() {
    int most = ProtocolError.BRIEF_LENGTH_MAX;

    assertThat(ProtocolError.brief("x".repeat(most))).hasSize(most + 2);
    assertThat(ProtocolError.brief("x".repeat(most + 1))).hasSize(most + 2);
  }

  @Test
  void aSessionMayWatchSoManyResources() {
    Session session = TestServer.with(new FakeTools()).server().open(null, Outbox.NONE);
    for (int i = 0; i < Session.WATCHED_MAX; i++) {
      session.watch("test://" + i);
    }

    assertThatThrownBy(() -> session.watch("test://more")).isInstanceOf(ProtocolError.class);
    session.unwatch("test://0");
    assertThatCode(() -> session.watch("test://more")).doesNotThrowAnyException();
  }

  @Test
  void aClientIsWaitedForNoLongerThanTheLimit() {
    FakeTools tools = new FakeTools();
    InputRequest question = InputRequest.elicitation("Sure?", JsonObject.EMPTY);
    tools.with("ask", (_, _) -> new InputRequired(Map.of("q", question), JsonObject.EMPTY));
    Session session = new Session(TestServer.with(tools).server(), null, Outbox.NONE, 1);
    answer(session, Messages.initialize(1, "2025-11-25"));

    assertThat(Messages.errorCode(answer(session, Messages.call(2, "ask"))))
        .isEqualTo(ProtocolError.INTERNAL_ERROR);
    assertThat(Session.ASK_MILLIS_MAX).isEqualTo(300_000);
  }

  @Test
  @Timeout(60)
  void oneListenerPastTheLimitIsRefused() throws InterruptedException {
    TestServer test = TestServer.with(Features.of(new FakeTools()).withChanges());
    CountDownLatch listening = new CountDownLatch(Subscriptions.LISTENERS_MAX);
    try (Session session = test.server().open(null, Outbox.NONE)) {
      for (int i = 0; i < Subscriptions.LISTENERS_MAX; i++) {
        Call call = session.begin(listen(i), _ -> listening.countDown());
        Thread.ofVirtual().start(call::answer);
      }
      listening.await();

      Call more = session.begin(listen(Subscriptions.LISTENERS_MAX), Outbox.NONE);

      assertThat(Messages.errorCode(more.answer().orElseThrow().response()))
          .isEqualTo(ProtocolError.INTERNAL_ERROR);
    }
  }

  private static Message.Request listen(long id) {
    return (Message.Request)
        Message.of(Messages.modern(id, "subscriptions/listen", "{'notifications': {}}"));
  }

  private static Json answer(Session session, JsonObject message) {
    Message.Request request = (Message.Request) Message.of(message);
    return session.begin(request, Outbox.NONE).answer().orElseThrow().response();
  }

  @Test
  void completionsHaveALimit() {
    assertThat(completion(PromptMethods.COMPLETIONS_MAX).find("hasMore"))
        .hasValueSatisfying(more -> assertThat(more.toString()).contains("false"));
    JsonObject cut = completion(PromptMethods.COMPLETIONS_MAX + 1);
    assertThat(cut.array("values").orElseThrow().size()).isEqualTo(PromptMethods.COMPLETIONS_MAX);
    assertThat(cut.whole("total")).hasValue(PromptMethods.COMPLETIONS_MAX + 1L);
  }

  private static JsonObject completion(int count) {
    Prompts prompts = new ManyCompletions(count);
    TestServer test = TestServer.with(Features.of(new FakeTools()).with(prompts));
    Message request =
        Message.of(
            Messages.legacy(
                1,
                "completion/complete",
                "{'ref': {'type': 'ref/prompt', 'name': 'p'}, 'argument': {'name': 'a', 'value':"
                    + " ''}}"));
    Call call = test.server().open(null, Outbox.NONE).begin((Message.Request) request, Outbox.NONE);
    return Messages.result(call.answer().orElseThrow().response())
        .object("completion")
        .orElseThrow();
  }

  private record ManyCompletions(int count) implements Prompts {
    @Override
    public List<Prompt> list(Exchange exchange) {
      return List.of();
    }

    @Override
    public Optional<PromptAnswer> get(String name, JsonObject arguments, Exchange exchange) {
      return Optional.empty();
    }

    @Override
    public List<String> complete(String prompt, String argument, String typed) {
      return Collections.nCopies(count, "x");
    }
  }

  private static Tool tool(String name) {
    return new Tool(
        name,
        null,
        "",
        JsonObject.builder().put("type", "object").build(),
        null,
        new ToolAnnotations(true, false, true, false),
        JsonObject.EMPTY);
  }

  private static Skill skill(List<SkillFile> files) {
    return new Skill("skill://a/SKILL.md", JsonObject.EMPTY, files);
  }

  private static McpServer server(String instructions) {
    return new McpServer(
        new ServerInfo("test", "1", null, null),
        instructions,
        Features.of(new FakeTools()),
        new Environment(
            InstantSource.system(),
            new SplittableRandom(1),
            (_, _) -> {},
            new CacheHint(0, CacheHint.Scope.PUBLIC)));
  }
}
