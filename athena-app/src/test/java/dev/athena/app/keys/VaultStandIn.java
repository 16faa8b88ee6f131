package dev.athena.app.keys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.RawMasterKey;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server that answers as Vault's transit engine documents it, with a key of its own. */
final class VaultStandIn implements AutoCloseable {
  static final String TOKEN = "s.test-token";

  private static final String PREFIX = "vault:v1:";

  private final HttpServer server;
  private final String scheme;
  private RawMasterKey key = RawMasterKey.of("", "", new byte[32]);
  private UnaryOperator<String> answers = answer -> answer;
  private int status = 200;
  private int requests;

  VaultStandIn(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/v1/transit/", this::handle);
    server.start();
  }

  String address() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on it has another key. */
  void useKey(byte[] bytes) {
    key = RawMasterKey.of("", "", bytes);
  }

  /** From now on its answers are changed so. */
  void answer(int changedStatus, UnaryOperator<String> change) {
    status = changedStatus;
    answers = change;
  }

  int requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests++;
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
      respond(exchange, 403, errors("permission denied"));
      return;
    }
    JsonObject request = JsonCodec.readObject(body);
    byte[] context = decoded(request.text("associated_data").orElseThrow());
    if (path.equals("/v1/transit/encrypt/athena")) {
      byte[] plain = decoded(request.text("plaintext").orElseThrow());
      respond(exchange, status, data("ciphertext", PREFIX + encoded(key.wrap(plain, context))));
    } else if (path.equals("/v1/transit/decrypt/athena")) {
      decrypt(exchange, request.text("ciphertext").orElseThrow(), context);
    } else {
      respond(exchange, 404, errors());
    }
  }

  private void decrypt(HttpExchange exchange, String ciphertext, byte[] context)
      throws IOException {
    try {
      byte[] plain = key.unwrap(decoded(ciphertext.substring(PREFIX.length())), context);
      respond(exchange, status, data("plaintext", encoded(plain)));
    } catch (KeysUnavailable _) {
      respond(exchange, 400, errors("cipher: message authentication failed"));
    }
  }

  private void respond(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = answers.apply(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String data(String member, String value) {
    return JsonCodec.write(
        JsonObject.builder().put("data", JsonObject.builder().put(member, value).build()).build());
  }

  private static String errors(String... errors) {
    return JsonCodec.write(
        JsonObject.builder().put("errors", Json.ofTexts(List.of(errors))).build());
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
