package dev.athena.sandbox;

import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The process beside Athena in which srt runs, with its proxies; what both say to each other is
 * told in broker.mjs.
 *
 * <p>Safe for use by several threads. When its process ends, so do the sandboxes that need it.
 */
final class Broker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Broker.class.getName());

  private static final long BEGIN_SECONDS = 20;
  private static final long WRAP_SECONDS = 10;
  private static final long END_SECONDS = 3;

  /** How long a program's end may wait for what was seen of it. */
  private static final long SYNC_MILLIS = 500;

  /** The answers that come to no number: to {@code begin}. */
  private static final long BEGIN = 0;

  private final Process process;
  private final BrokerFolder folder;
  private final Map<Long, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Map<String, SrtGuard> guards = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong(BEGIN);

  private Broker(Process process, BrokerFolder folder) {
    this.process = process;
    this.folder = folder;
  }

  /** A sandbox as the broker made it: its name, and the words that start it. */
  record Wrapped(String name, List<String> words) {}

  /** An answer that says why there is none. */
  static final class Refused extends Exception {
    Refused(String message) {
      super(message);
    }
  }

  /**
   * Begins to talk to a broker that was just started.
   *
   * @param order all that it must know
   * @throws SandboxUnavailable if it does not get ready
   */
  static Broker begin(Process process, BrokerFolder folder, JsonObject order) {
    Broker broker = new Broker(process, folder);
    CompletableFuture<JsonObject> ready = broker.expect(BEGIN);
    // To read a pipe would hold the threads that carry virtual ones, as long as the broker is
    // there.
    Thread.Builder thread = Thread.ofPlatform().daemon();
    thread.name("athena-broker-" + process.pid()).start(broker::listen);
    thread.name("athena-broker-log-" + process.pid()).start(broker::log);
    try {
      broker.say("begin", order);
      await(ready, BEGIN_SECONDS, TimeUnit.SECONDS);
      return broker;
    } catch (IOException | Refused e) {
      broker.close();
      throw new SandboxUnavailable(
          "srt does not start: " + e.getMessage(), "run `athena doctor`; the log says more", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Returns whether there is a sandbox that needs it. */
  boolean isNeeded() {
    return !guards.isEmpty();
  }

  /** Returns whether a program is behind it now. */
  boolean isUsed() {
    return guards.values().stream().anyMatch(SrtGuard::isUsed);
  }

  /**
   * Has a sandbox made for a command.
   *
   * @param additions to the walls of srt, as its script reads them
   * @throws IOException if the broker is gone
   */
  Wrapped wrap(List<String> command, JsonObject additions) throws IOException, Refused {
    JsonObject.Builder body =
        JsonObject.builder().put("command", Json.ofTexts(command)).put("additions", additions);
    JsonObject answer = ask("wrap", body, WRAP_SECONDS, TimeUnit.SECONDS);
    List<String> words =
        answer.array("argv").map(JsonArray::values).orElse(List.of()).stream()
            .map(word -> word instanceof Json.Text(String text) ? text : "")
            .toList();
    return new Wrapped(answer.text("name").orElseThrow(() -> new Refused("no name")), words);
  }

  /** Has what is seen of a sandbox told to its guard, until the sandbox is gone. */
  void watch(SrtGuard guard) {
    guards.put(guard.name(), guard);
  }

  /** Waits, not for long, until everything is told that was seen before. */
  void sync() {
    try {
      ask("sync", JsonObject.builder(), SYNC_MILLIS, TimeUnit.MILLISECONDS);
    } catch (IOException | Refused e) {
      LOG.log(Level.WARNING, "what a program attempted last may be missing", e);
    }
  }

  /** Says that a sandbox is gone, or never was. */
  void forget(String name) {
    guards.remove(name);
    try {
      say("clean", JsonObject.builder().put("name", name).build());
    } catch (IOException e) {
      LOG.log(Level.FINE, "a broker is gone before its sandbox", e);
    }
  }

  /** Ends the sandboxes that need it, and then it; its folder is gone with it. */
  @Override
  public void close() {
    endSandboxes();
    hangUp();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
    folder.remove();
  }

  /** Says that nothing more will come, as the end of Athena does; the process ends itself then. */
  void hangUp() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a broker was gone already", e);
    }
  }

  private void kill() {
    LOG.warning("a broker does not end, so it is killed");
    process.destroyForcibly();
    folder.endUsers();
  }

  private void endSandboxes() {
    guards.values().forEach(SrtGuard::end);
  }

  private JsonObject ask(String kind, JsonObject.Builder body, long time, TimeUnit unit)
      throws IOException, Refused {
    long id = lastId.incrementAndGet();
    CompletableFuture<JsonObject> answer = expect(id);
    try {
      say(kind, body.put("id", id).build());
      return await(answer, time, unit);
    } finally {
      waiting.remove(id);
    }
  }

  private CompletableFuture<JsonObject> expect(long id) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    return answer;
  }

  private static JsonObject await(CompletableFuture<JsonObject> answer, long time, TimeUnit unit)
      throws IOException, Refused {
    try {
      return answer.get(time, unit);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refused refused) {
        throw refused;
      }
      throw new IOException("the broker is gone", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("the broker does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private synchronized void say(String kind, JsonObject body) throws IOException {
    byte[] line = JsonCodec.writeUtf8(JsonObject.builder().put(kind, body).build());
    OutputStream out = process.getOutputStream();
    out.write(line);
    out.write('\n');
    out.flush();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "a broker broke off", e);
    }
    IOException gone = new IOException("the broker ended");
    waiting.values().forEach(answer -> answer.completeExceptionally(gone));
    endSandboxes();
    process.onExit().join();
    folder.endUsers();
    folder.remove();
  }

  private void hear(String line) {
    try {
      var member = JsonCodec.readObject(line).members().entrySet().iterator().next();
      if (member.getValue() instanceof JsonObject body) {
        hear(member.getKey(), body);
      }
    } catch (MalformedJson e) {
      LOG.log(Level.WARNING, "a broker said what cannot be read", e);
    } catch (RuntimeException e) { // else nobody listened any more, and it was never tidied up
      LOG.log(Level.WARNING, "a broker said what was not expected: {0}", e.getClass().getName());
    }
  }

  private void hear(String kind, JsonObject body) {
    Optional<CompletableFuture<JsonObject>> asked =
        Optional.ofNullable(waiting.get(body.whole("id").orElse(BEGIN)));
    switch (kind) {
      case "violation" -> told(body);
      case "refused", "failed" ->
          asked.ifPresent(answer ->
              answer.completeExceptionally(new Refused(body.text("message").orElse("?"))));
      default -> asked.ifPresent(answer -> answer.complete(body));
    }
  }

  /**
   * Tells of what was seen. A program can hide who it is from the proxies; where only one runs, it
   * was that one.
   */
  private void told(JsonObject violation) {
    String line = violation.text("line").orElse("");
    Optional<SrtGuard> guard =
        Optional.ofNullable(guards.get(violation.text("name").orElse("")))
            .or(() -> {
              List<SrtGuard> used = guards.values().stream().filter(SrtGuard::isUsed).toList();
              return used.size() == 1 ? Optional.of(used.getFirst()) : Optional.empty();
            });
    guard.ifPresentOrElse(
        one -> one.saw(line), () -> LOG.warning("a program that is not known: " + line));
  }

  private void log() {
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        LOG.fine("broker: " + line);
      }
    } catch (IOException _) {
      // It is gone.
    }
  }
}
