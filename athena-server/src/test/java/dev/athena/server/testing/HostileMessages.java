package dev.athena.server.testing;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Messages that no honest client sends, the same ones for the same seed. None has a line feed. */
public final class HostileMessages {
  private static final int HUGE_LENGTH = 1_000_000;
  private static final int DEEPEST = 100_000;

  private final SplittableRandom random;

  public HostileMessages(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns the next message, as bytes. */
  public byte[] next() {
    byte[] message =
        switch (random.nextInt(10)) {
          case 0 -> noise();
          case 1 -> half();
          case 2 -> flipped();
          case 3 -> deep();
          case 4 -> utf8(JsonCodec.write(huge()));
          case 5 -> utf8(oddity());
          case 6 -> utf8(JsonCodec.write(unknownMethod()));
          default -> utf8(JsonCodec.write(wrong(good())));
        };
    for (int i = 0; i < message.length; i++) {
      if (message[i] == '\n') {
        message[i] = ' ';
      }
    }
    return message;
  }

  private byte[] noise() {
    byte[] bytes = new byte[1 + random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] half() {
    byte[] whole = JsonCodec.writeUtf8(good());
    return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
  }

  private byte[] flipped() {
    byte[] bytes = JsonCodec.writeUtf8(good());
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] deep() {
    int depth = 50 + random.nextInt(DEEPEST);
    String open = random.nextBoolean() ? "[" : "{\"a\":";
    return utf8(
        random.nextBoolean()
            ? open.repeat(depth)
            : "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
                + open.repeat(depth));
  }

  private JsonObject huge() {
    Json text = Json.of("x".repeat(HUGE_LENGTH + random.nextInt(HUGE_LENGTH)));
    JsonObject message = good();
    return switch (random.nextInt(4)) {
      case 0 -> message.with("method", text);
      case 1 -> message.with("id", text);
      case 2 -> message.with("params", JsonObject.builder().put("name", text).build());
      default -> message.with("params", JsonObject.builder().put("cursor", text).build());
    };
  }

  private String oddity() {
    List<String> oddities =
        List.of(
            "",
            " ",
            "null",
            "\"text\"",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1e999999999,\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(5_000) + ",\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"\\ud800\",\"method\":\"ping\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\\u0000\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}{\"jsonrpc\":\"2.0\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":[]}",
            "[" + "{},".repeat(1_000) + "1]",
            "{'jsonrpc':'2.0'}",
            "NaN",
            "\ufeff{}");
    return oddities.get(random.nextInt(oddities.size()));
  }

  private JsonObject unknownMethod() {
    String[] parts = {"tools", "resources", "skills", "notifications", "/", "list", "../", "é", ""};
    StringBuilder method = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      method.append(parts[random.nextInt(parts.length)]);
    }
    return good().with("method", Json.of(method.toString()));
  }

  /** Replaces a value somewhere inside by one of another kind. */
  private JsonObject wrong(JsonObject message) {
    return replaced(message) instanceof JsonObject object ? object : message;
  }

  private Json replaced(Json value) {
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      List<String> names = new ArrayList<>(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      Json member = object.find(name).orElse(Json.Null.VALUE);
      boolean inside = member instanceof JsonObject && random.nextInt(3) > 0;
      Map<String, Json> members = new LinkedHashMap<>(object.members());
      members.put(name, inside ? replaced(member) : anything());
      return new JsonObject(members);
    }
    return anything();
  }

  private Json anything() {
    return switch (random.nextInt(8)) {
      case 0 -> Json.Null.VALUE;
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> Json.of(random.nextLong());
      case 3 -> new Json.Num(new BigDecimal("-1.5e-300"));
      case 4 -> Json.of("\u0000\"\\ line separator \u2028");
      case 5 -> JsonArray.of(Json.of(1), Json.Null.VALUE);
      case 6 -> JsonObject.EMPTY;
      default -> Json.of("");
    };
  }

  private JsonObject good() {
    long id = random.nextLong(1_000_000, 2_000_000);
    return switch (random.nextInt(12)) {
      case 0 -> Messages.initialize(id, "2025-11-25");
      case 1 -> Messages.legacy(id, "tools/list", "{'cursor': 'from-0'}");
      case 2 -> Messages.legacy(id, "tools/call", "{'name': 'echo', 'arguments': {'text': 'a'}}");
      case 3 ->
          Messages.modern(
              id,
              "tools/call",
              "{'name': 'test_elicitation', 'arguments': {}, 'inputResponses': {'user': {}},"
                  + " 'requestState': 'a.b'}");
      case 4 -> Messages.modern(id, "server/discover", "{}");
      case 5 -> Messages.modern(id, "resources/read", "{'uri': 'test://static-text'}");
      case 6 -> Messages.legacy(id, "prompts/get", "{'name': 'test_simple_prompt'}");
      case 7 ->
          Messages.legacy(
              id,
              "completion/complete",
              "{'ref': {'type': 'ref/prompt', 'name': 'a'}, 'argument': {'name': 'a', 'value':"
                  + " 'b'}}");
      case 8 -> Messages.modern(id, "skills/get", "{'uri': 'skill://greeting/SKILL.md'}");
      case 9 ->
          Messages.modern(
              id,
              "subscriptions/listen",
              "{'notifications': {'toolsListChanged': true, 'resourceSubscriptions': ['a']}}");
      case 10 -> Messages.legacy(id, "logging/setLevel", "{'level': 'debug'}");
      default -> Messages.legacy(id, "resources/subscribe", "{'uri': 'test://watched-resource'}");
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
