package dev.athena.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.FakeTools;
import dev.athena.server.testing.Messages;
import dev.athena.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionTest {
  private final List<JsonObject> sent = new ArrayList<>();
  private final FakeTools tools = new FakeTools();
  private final TestServer test = TestServer.with(tools);
  private final Session session = test.server().open(null, sent::add);

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-06-18, 2025-06-18",
    "2024-11-05, 2024-11-05",
    "2026-07-28, 2025-11-25",
    "1999-01-01, 2025-11-25",
  })
  void initializeAgreesOnTheRevisionAskedForOrTheNewestOfItsEra(String asked, String agreed) {
    Json response = answer(Messages.initialize(1, asked));

    assertThat(Messages.result(response).text("protocolVersion")).hasValue(agreed);
  }

  @Test
  void initializeIsTakenAtAnyTime() {
    tools.with("a", (_, _) -> FakeTools.text("b"));

    assertThat(Messages.text(answer(Messages.call(1, "a")))).isEqualTo("b");
    answer(Messages.modern(2, "server/discover", "{}"));
    answer(Messages.initialize(3, "2025-11-25"));
    answer(Messages.initialize(4, "2025-06-18"));
    assertThat(Messages.text(answer(Messages.call(5, "a")))).isEqualTo("b");
  }

  @Test
  void aModernResultNamesItsTypeItsServerAndHowLongItMayBeKept() {
    JsonObject result = Messages.result(answer(Messages.modern(1, "tools/list", "{}")));

    assertThat(result.text("resultType")).hasValue("complete");
    assertThat(result.whole("ttlMs")).hasValue(1_000L);
    assertThat(result.text("cacheScope")).hasValue("private");
    assertThat(Meta.of(result).object(Meta.SERVER_INFO)).isPresent();
  }

  @Test
  void aLegacyResultHasNothingOfTheModernOne() {
    JsonObject result = Messages.result(answer(Messages.legacy(1, "tools/list", "{}")));

    assertThat(result.members().keySet()).containsExactly("tools");
  }

  @Test
  void aModernRequestWithoutItsMetadataIsRefused() {
    JsonObject half =
        Messages.legacy(
            1,
            "tools/list",
            "{'_meta': {'io.modelcontextprotocol/protocolVersion': '2026-07-28'}}");

    assertThat(Messages.errorCode(answer(half))).isEqualTo(ProtocolError.INVALID_PARAMS);
  }

  @Test
  void aRevisionThatIsNotServedIsRefusedWithThoseThatAre() {
    JsonObject request =
        Messages.legacy(
            1,
            "tools/list",
            "{'_meta': {'io.modelcontextprotocol/protocolVersion': '2031-01-01',"
                + " 'io.modelcontextprotocol/clientCapabilities': {}}}");

    Json response = answer(request);

    assertThat(Messages.errorCode(response)).isEqualTo(ProtocolError.UNSUPPORTED_VERSION);
    assertThat(JsonCodec.write(response)).contains("\"2026-07-28\"").contains("\"2031-01-01\"");
  }

  @Test
  void aToolThatRefusesSaysWhyAndHasNoStructuredContent() {
    tools.with(
        "refuse",
        (_, _) -> {
          throw new InvalidArgument("limit is 0", "send 1 to 100");
        });

    Json response = answer(Messages.call(1, "refuse"));

    assertThat(Messages.result(response).find("isError")).hasValue(Json.of(true));
    assertThat(Messages.result(response).has("structuredContent")).isFalse();
    assertThat(Messages.text(response))
        .isEqualTo(
            "{\"code\":\"invalid_argument\",\"message\":\"limit is 0\",\"hint\":\"send 1 to"
                + " 100\"}");
    assertThat(test.failures()).isEmpty();
  }

  @Test
  void aToolThatBreaksTellsTheListenerAndNotTheClient() {
    tools.with(
        "break",
        (_, _) -> {
          throw new IllegalStateException("password is hunter2");
        });

    Json response = answer(Messages.call(1, "break"));

    assertThat(Messages.text(response)).contains("internal").doesNotContain("hunter2");
    assertThat(test.failures()).containsExactly("tools/call break: password is hunter2");
  }

  @Test
  void aToolThatNestsTooDeepIsAFailureOfItsCallOnly() {
    tools.with("deep", (_, _) -> FakeTools.text("depth " + deep(0)));

    assertThat(Messages.text(answer(Messages.call(1, "deep")))).contains("internal");
    assertThat(answer(Messages.legacy(2, "ping", "{}"))).isNotNull();
  }

  @Test
  void anUnknownToolIsNotACall() {
    assertThat(Messages.errorCode(answer(Messages.call(1, "nothing"))))
        .isEqualTo(ProtocolError.INVALID_PARAMS);
  }

  @Test
  void whatIsNotOfferedHasNoMethods() {
    for (String method :
        List.of("resources/list", "prompts/list", "skills/list", "logging/setLevel", "x")) {
      assertThat(Messages.errorCode(answer(Messages.legacy(1, method, "{}"))))
          .isEqualTo(ProtocolError.METHOD_NOT_FOUND);
    }
  }

  @Test
  void methodsOfOneEraAreUnknownInTheOther() {
    for (String method : List.of("initialize", "ping", "logging/setLevel")) {
      assertThat(Messages.errorCode(answer(Messages.modern(1, method, "{}"))))
          .isEqualTo(ProtocolError.METHOD_NOT_FOUND);
    }
  }

  @Test
  void progressIsSentForwardOnlyAndOnlyToWhoAsked() {
    tools.with(
        "work",
        (_, exchange) -> {
          exchange.progress(1, 4.0, "a");
          exchange.progress(0.5, 4.0, "back");
          exchange.progress(2.5, null, null);
          exchange.progress(Double.NaN, null, null);
          return FakeTools.text("done");
        });

    answer(Messages.call(1, "work"));
    assertThat(sent).isEmpty();

    answer(Messages.legacy(2, "tools/call", "{'name': 'work', '_meta': {'progressToken': 'p'}}"));
    assertThat(sent)
        .extracting(message -> message.object("params").orElseThrow())
        .containsExactly(
            Messages.json("{'progressToken': 'p', 'progress': 1, 'total': 4, 'message': 'a'}"),
            Messages.json("{'progressToken': 'p', 'progress': 2.5}"));
  }

  @Test
  void aCancelledRequestIsNotAnswered() {
    AtomicBoolean heard = new AtomicBoolean();
    tools.with(
        "work",
        (_, exchange) -> {
          session.accept(
              new Message.Notification(
                  "notifications/cancelled", Messages.json("{'requestId': 1}")));
          exchange.onCancel(() -> heard.set(true));
          exchange.progress(1, null, null);
          return FakeTools.text("too late");
        });

    Optional<Answer> answer = begin(Messages.call(1, "work")).answer();

    assertThat(answer).isEmpty();
    assertThat(heard).isTrue();
    assertThat(session.isBusy()).isFalse();
  }

  @Test
  void aCancellationFindsARequestThatHasNotBegunToRun() {
    tools.with("work", (_, exchange) -> FakeTools.text("cancelled: " + exchange.isCancelled()));
    Call call = begin(Messages.call(1, "work"));

    session.accept(
        new Message.Notification("notifications/cancelled", Messages.json("{'requestId': 1}")));

    assertThat(call.answer()).isEmpty();
  }

  @Test
  void anIdThatIsUnderWayIsRefused() {
    tools.with(
        "work",
        (_, _) -> {
          Json second = answer(Messages.legacy(1, "ping", "{}"));
          return FakeTools.text("second: " + Messages.errorCode(second));
        });

    assertThat(Messages.text(answer(Messages.call(1, "work")))).isEqualTo("second: -32600");
    assertThat(Messages.errorCode(answer(Messages.legacy(1, "ping", "{}")))).isZero();
  }

  @Test
  void anOlderClientIsAskedUpToItsLimit() {
    List<Integer> rounds = new ArrayList<>();
    int enough = Rounds.ROUNDS_MAX;
    Session asking = test.server().open(null, Outbox.NONE);
    Outbox client =
        message ->
            asking.accept(
                new Message.Response(
                    message.find("id").orElseThrow(), Messages.json("{'action': 'accept'}")));
    asking.begin(request(Messages.initialize(1, "2025-11-25")), client).answer();
    tools.with("ask", (_, _) -> ask(rounds, enough));
    tools.with("askMore", (_, _) -> ask(rounds, enough + 1));

    Json asked =
        asking.begin(request(Messages.call(2, "ask")), client).answer().orElseThrow().response();
    rounds.clear();
    Json over =
        asking
            .begin(request(Messages.call(3, "askMore")), client)
            .answer()
            .orElseThrow()
            .response();

    assertThat(Messages.text(asked)).isEqualTo("asked " + enough);
    assertThat(Messages.errorCode(over)).isEqualTo(ProtocolError.INTERNAL_ERROR);
  }

  @Test
  void whatAClientDidNotDeclareIsNotAskedOfIt() {
    InputRequest roots = new InputRequest(InputRequest.Kind.ROOTS, JsonObject.EMPTY);
    tools.with("ask", (_, _) -> new InputRequired(Map.of("r", roots), JsonObject.EMPTY));

    assertThat(Messages.errorCode(answer(Messages.call(1, "ask"))))
        .isEqualTo(ProtocolError.MISSING_CAPABILITY);
    assertThat(Messages.errorCode(answer(Messages.modern(2, "tools/call", "{'name': 'ask'}"))))
        .isEqualTo(ProtocolError.MISSING_CAPABILITY);
    assertThat(sent).isEmpty();
  }

  @Test
  void stateComesBackForTheSameArgumentsOnly() {
    tools.with(
        "confirm",
        (_, exchange) ->
            exchange.state().isPresent()
                ? FakeTools.text("confirmed")
                : new InputRequired(
                    Map.of("ok", InputRequest.elicitation("Sure?", JsonObject.EMPTY)),
                    JsonObject.EMPTY));
    String params = "{'name': 'confirm', 'arguments': {'id': 1}}";
    JsonObject first = Messages.result(answer(Messages.modern(1, "tools/call", params)));
    String state = first.text("requestState").orElseThrow();

    String same = params.replace("}}", "}, 'requestState': '" + state + "'}");

    assertThat(Messages.text(answer(Messages.modern(2, "tools/call", same))))
        .isEqualTo("confirmed");
    assertThat(
            Messages.errorCode(
                answer(Messages.modern(3, "tools/call", same.replace("'id': 1", "'id': 2")))))
        .isEqualTo(ProtocolError.INVALID_PARAMS);
  }

  @Test
  void batchesAreServedWhereTheRevisionHasThem() {
    answer(Messages.initialize(1, "2025-03-26"));
    JsonArray batch =
        JsonArray.of(
            Messages.legacy(2, "ping", "{}"),
            Json.of("no message"),
            Messages.json("{'jsonrpc': '2.0', 'method': 'notifications/x'}"),
            Messages.legacy(3, "ping", "{}"));

    Json response = session.begin(batch, sent::add).answer().orElseThrow().response();

    assertThat(response)
        .isInstanceOfSatisfying(JsonArray.class, all -> assertThat(all.size()).isEqualTo(3));
  }

  @Test
  void batchesAreRefusedWhereTheRevisionHasNone() {
    JsonArray batch = JsonArray.of(Messages.legacy(2, "ping", "{}"));

    assertThatThrownBy(() -> session.begin(batch, sent::add)).isInstanceOf(ProtocolError.class);
    answer(Messages.initialize(1, "2025-06-18"));
    assertThatThrownBy(() -> session.begin(batch, sent::add)).isInstanceOf(ProtocolError.class);
  }

  @Test
  void aBatchHasALimit() {
    answer(Messages.initialize(1, "2025-03-26"));
    List<Json> pings = new ArrayList<>();
    for (int i = 0; i < Batch.MESSAGES_MAX; i++) {
      pings.add(Messages.legacy(10 + i, "ping", "{}"));
    }

    Batch full = session.begin(new JsonArray(pings), sent::add);
    assertThat(full.answer()).isPresent();

    pings.add(Messages.legacy(9, "ping", "{}"));
    assertThatThrownBy(() -> session.begin(new JsonArray(pings), sent::add))
        .isInstanceOf(ProtocolError.class);
    assertThatThrownBy(() -> session.begin(JsonArray.EMPTY, sent::add))
        .isInstanceOf(ProtocolError.class);
  }

  private static ToolAnswer ask(List<Integer> rounds, int enough) {
    if (rounds.size() == enough) {
      return FakeTools.text("asked " + rounds.size());
    }
    rounds.add(rounds.size());
    InputRequest question = InputRequest.elicitation("More?", JsonObject.EMPTY);
    return new InputRequired(Map.of("q" + rounds.size(), question), JsonObject.EMPTY);
  }

  private static int deep(int level) {
    return level < 0 ? 0 : deep(level + 1) + 1;
  }

  private Call begin(JsonObject message) {
    return session.begin(request(message), sent::add);
  }

  private Json answer(JsonObject message) {
    return begin(message).answer().orElseThrow().response();
  }

  private static Message.Request request(JsonObject message) {
    return (Message.Request) Message.of(message);
  }
}
