package dev.athena.app.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host on this machine that keeps what it is asked, and answers with it in several ways. */
final class EchoHost implements AutoCloseable {
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** What the host got. */
  record Asked(String target, String authorization, String more, String body) {}

  EchoHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String place() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url(String target) {
    return "http://" + place() + target;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    String more = String.valueOf(exchange.getRequestHeaders().getFirst("X-More"));
    String target = exchange.getRequestURI().toString();
    asked.add(new Asked(target, authorization, more, body));
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    switch (exchange.getRequestURI().getPath()) {
      case "/echo" -> {
        exchange.getResponseHeaders().set("X-Echo", authorization);
        say(exchange, "text/plain", target + " " + authorization + " " + body);
      }
      case "/raw" -> say(exchange, "application/json", body);
      case "/last" -> say(exchange, "text/plain", asked.get(asked.size() - 2).authorization());
      case "/picture" -> say(exchange, "image/png", "\u0000" + body);
      case "/lastpicture" ->
          say(exchange, "image/png", "\u0000" + asked.get(asked.size() - 2).authorization());
      case "/to" -> {
        exchange
            .getResponseHeaders()
            .set("Location", URLDecoder.decode(query, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(307, -1);
        exchange.close();
      }
      case "/back" -> {
        exchange.getResponseHeaders().set("Location", "/echo?" + query);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
      }
      default -> say(exchange, "text/plain", "ok");
    }
  }

  private static void say(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
