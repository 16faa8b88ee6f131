package dev.athena.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Change;
import dev.athena.server.mcp.Features;
import dev.athena.server.testing.FakeTools;
import dev.athena.server.testing.Messages;
import dev.athena.server.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StdioTransportTest {
  private final FakeTools tools =
      new FakeTools().with("echo", (arguments, _) -> FakeTools.text(JsonCodec.write(arguments)));
  private final TestServer test = TestServer.with(Features.of(tools).withChanges());

  @Test
  void allThatWasAskedIsAnsweredBeforeTheEndOfInputEndsTheServer() throws Exception {
    tools.with(
        "slow",
        (_, _) -> {
          pause(50);
          return FakeTools.text("done");
        });
    String input =
        lines(IntStream.range(0, 4_000).mapToObj(i -> Messages.call(i, "slow")).toList());

    List<Json> output = serve(input);

    assertThat(output)
        .hasSize(4_000)
        .allSatisfy(response -> {
          assertThat(Messages.text(response)).isEqualTo("done");
        });
    assertThat(output).extracting(StdioTransportTest::id).doesNotHaveDuplicates();
  }

  @Test
  void aLineThatIsNoMessageIsAnsweredAndReadingGoesOn() throws Exception {
    String good = lines(List.of(Messages.legacy(9, "ping", "{}")));

    List<Json> output = serve("no json\n\n  \n[]\n17\n{\"jsonrpc\":\"2.0\",\"id\":4}\n" + good);

    assertThat(output)
        .extracting(Messages::errorCode)
        .containsExactly(-32700L, -32600L, -32600L, -32600L, 0L);
    assertThat(id(output.get(0))).isEqualTo(Json.Null.VALUE);
    assertThat(id(output.get(3))).isEqualTo(Json.of(4));
  }

  @Test
  void halfAMessageAtTheEndIsAnswered() throws Exception {
    List<Json> output = serve("{\"jsonrpc\":\"2.0\",\"id\":1,\"meth");

    assertThat(output).extracting(Messages::errorCode).containsExactly(-32700L);
  }

  @Test
  void aLineAtTheLimitIsServedAndOnePastItIsSkipped() throws Exception {
    String begin = JsonCodec.write(Messages.legacy(1, "ping", "{}"));
    String atLimit = begin + " ".repeat(StdioTransport.LINE_BYTES_MAX - begin.length());

    List<Json> output = serve(atLimit + "\n" + atLimit + " \n" + begin + "\n");

    assertThat(output).extracting(Messages::errorCode).containsExactlyInAnyOrder(0L, -32600L, 0L);
  }

  @Test
  void aBatchIsAnsweredOnOneLine() throws Exception {
    String batch =
        "["
            + JsonCodec.write(Messages.legacy(2, "ping", "{}"))
            + ",1,"
            + JsonCodec.write(Messages.call(3, "echo"))
            + "]\n";

    List<Json> output = serve(lines(List.of(Messages.initialize(1, "2025-03-26"))) + batch);

    assertThat(output).hasSize(2);
    assertThat(output.get(1).typeName()).isEqualTo("array");
  }

  @Test
  void aCancellationRightBehindARequestIsHeard() throws Exception {
    tools.with(
        "wait",
        (_, exchange) -> {
          CountDownLatch cancelled = new CountDownLatch(1);
          exchange.onCancel(cancelled::countDown);
          await(cancelled);
          return FakeTools.text("nobody hears this");
        });
    String cancel =
        JsonCodec.write(
            Messages.json(
                "{'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params':"
                    + " {'requestId': 1}}"));

    List<Json> output = serve(lines(List.of(Messages.call(1, "wait"))) + cancel + "\n");

    assertThat(output).isEmpty();
  }

  @Test
  void listeningEndsWithTheInputAndHearsWhatWasAnnouncedBefore() throws Exception {
    tools.with(
        "change",
        (_, _) -> {
          test.server().announce(new Change.ToolsChanged());
          return FakeTools.text("changed");
        });
    PipedInputStream in = new PipedInputStream(1 << 16);
    Collected out = new Collected();
    Thread server;
    try (PipedOutputStream client = new PipedOutputStream(in)) {
      server = serveInBackground(in, out);
      write(
          client,
          Messages.modern(
              1,
              "subscriptions/listen",
              "{'notifications': {'toolsListChanged': true, 'promptsListChanged': true}}"));
      out.awaitLines(1);
      write(client, Messages.call(2, "change"));
      out.awaitLines(3);
    }
    server.join();

    assertThat(out.text().lines())
        .anySatisfy(
            line -> assertThat(line).contains("tools/list_changed").contains("subscriptionId"))
        .first()
        .satisfies(line -> assertThat(line).contains("subscriptions/acknowledged"));
    assertThat(out.messages().getLast())
        .isInstanceOfSatisfying(
            JsonObject.class, last -> assertThat(last.find("id")).hasValue(Json.of(1)));
  }

  @Test
  void readingWaitsWhenTooMuchIsUnderWay() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    tools.with(
        "hold",
        (_, _) -> {
          begun.incrementAndGet();
          await(go);
          return FakeTools.text("done");
        });
    int more = StdioTransport.IN_FLIGHT_MAX + 1;
    String input = lines(IntStream.range(0, more).mapToObj(i -> Messages.call(i, "hold")).toList());
    Collected out = new Collected();

    Thread server = serveInBackground(new ByteArrayInputStream(bytes(input)), out);
    while (begun.get() < StdioTransport.IN_FLIGHT_MAX) {
      pause(5);
    }
    pause(50);
    assertThat(begun).hasValue(StdioTransport.IN_FLIGHT_MAX);
    go.countDown();
    server.join();

    assertThat(out.messages()).hasSize(more);
  }

  @Test
  void readingWaitsWhenTheRequestsUnderWayAreTooLong() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    tools.with(
        "hold",
        (_, _) -> {
          begun.incrementAndGet();
          await(go);
          return FakeTools.text("done");
        });
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < StdioTransport.IN_FLIGHT_BYTES_MAX / StdioTransport.LINE_BYTES_MAX; i++) {
      String call = JsonCodec.write(Messages.call(i, "hold"));
      input.append(call).repeat(" ", StdioTransport.LINE_BYTES_MAX - call.length()).append('\n');
    }
    input.append(lines(List.of(Messages.call(9, "hold"))));
    Collected out = new Collected();

    Thread server = serveInBackground(new ByteArrayInputStream(bytes(input.toString())), out);
    while (begun.get() < 2) {
      pause(5);
    }
    pause(50);
    assertThat(begun).hasValue(2);
    go.countDown();
    server.join();

    assertThat(out.messages()).hasSize(3);
  }

  @Test
  void aClientThatReadsSlowlyGetsWholeLines() throws Exception {
    String text = "x".repeat(5_000);
    tools.with(
        "big",
        (_, exchange) -> {
          exchange.progress(1, null, text);
          return FakeTools.text(text);
        });
    String params = "{'name': 'big', '_meta': {'progressToken': 1}}";
    String input =
        lines(
            IntStream.range(0, 100)
                .mapToObj(i -> Messages.legacy(i, "tools/call", params))
                .toList());
    Collected out =
        new Collected() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            for (int at = from; at < from + length; at += 2_000) {
              super.write(bytes, at, Math.min(2_000, from + length - at));
              pause(1);
            }
          }
        };

    serveInBackground(new ByteArrayInputStream(bytes(input)), out).join();

    assertThat(out.messages()).hasSize(200);
  }

  @Test
  void aClientThatIsGoneCancelsItsRequests() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    tools.with(
        "wait",
        (_, exchange) -> {
          exchange.onCancel(cancelled::countDown);
          await(cancelled);
          return FakeTools.text("nobody hears this");
        });
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    String input = lines(List.of(Messages.call(1, "wait"), Messages.call(2, "echo")));

    serveInBackground(new ByteArrayInputStream(bytes(input)), gone).join();

    assertThat(cancelled.getCount()).isZero();
  }

  private List<Json> serve(String input) throws Exception {
    Collected out = new Collected();
    StdioTransport.serve(test.server(), new ByteArrayInputStream(bytes(input)), out);
    return out.messages();
  }

  private Thread serveInBackground(InputStream in, OutputStream out) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            StdioTransport.serve(test.server(), in, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void write(OutputStream out, JsonObject message) throws IOException {
    out.write(bytes(lines(List.of(message))));
    out.flush();
  }

  private static String lines(List<JsonObject> messages) {
    StringBuilder lines = new StringBuilder();
    messages.forEach(message -> lines.append(JsonCodec.write(message)).append('\n'));
    return lines.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Json id(Json response) {
    return ((JsonObject) response).find("id").orElse(Json.Null.VALUE);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a server wrote. */
  private static class Collected extends ByteArrayOutputStream {
    String text() {
      return toString(StandardCharsets.UTF_8);
    }

    List<Json> messages() {
      return text().lines().map(JsonCodec::read).toList();
    }

    void awaitLines(int count) {
      while (text().lines().count() < count) {
        pause(5);
      }
    }
  }
}
