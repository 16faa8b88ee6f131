package dev.athena.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.testing.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTest {
  @Test
  void aMethodWithAnIdIsARequest() {
    Message message = Message.of(Messages.legacy(7, "ping", "{'a': 1}"));

    assertThat(message)
        .isEqualTo(new Message.Request(Json.of(7), "ping", Messages.json("{'a': 1}")));
  }

  @Test
  void aMethodWithoutAnIdIsANotification() {
    Message message = Message.of(Messages.json("{'jsonrpc': '2.0', 'method': 'x', 'params': []}"));

    assertThat(message).isEqualTo(new Message.Notification("x", JsonObject.EMPTY));
  }

  @Test
  void aResultWithoutAMethodIsAResponse() {
    Message message = Message.of(Messages.json("{'jsonrpc': '2.0', 'id': 'a', 'result': {}}"));

    assertThat(message).isEqualTo(new Message.Response(Json.of("a"), JsonObject.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "null",
        "[]",
        "{}",
        "{'jsonrpc': '1.0', 'id': 1, 'method': 'x'}",
        "{'jsonrpc': '2.0', 'id': null, 'method': 'x'}",
        "{'jsonrpc': '2.0', 'id': 1.5, 'method': 'x'}",
        "{'jsonrpc': '2.0', 'id': {}, 'method': 'x'}",
        "{'jsonrpc': '2.0', 'id': 1, 'method': 2}",
        "{'jsonrpc': '2.0', 'id': 1}",
      })
  void whatIsNoMessageIsAnInvalidRequest(String text) {
    Json value = JsonCodec.read(text.replace('\'', '"'));

    assertThatThrownBy(() -> Message.of(value))
        .isInstanceOfSatisfying(
            ProtocolError.class,
            error -> assertThat(error.code()).isEqualTo(ProtocolError.INVALID_REQUEST));
  }

  @Test
  void parametersByPositionAreRefusedUnderTheIdOfTheRequest() {
    JsonObject value = Messages.json("{'jsonrpc': '2.0', 'id': 'a', 'method': 'x', 'params': [1]}");

    assertThatThrownBy(() -> Message.of(value))
        .isInstanceOfSatisfying(
            ProtocolError.class,
            error -> assertThat(error.code()).isEqualTo(ProtocolError.INVALID_PARAMS));
    assertThat(Message.idOf(value)).isEqualTo(Json.of("a"));
  }
}
