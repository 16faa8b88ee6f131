package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.privacy.AthenaProgram.Client;
import dev.athena.app.privacy.Canaries.Kind;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a day in which secrets came in by every way there is, with a crash, a rotation of the log
 * and one of the keys, none of them is in any file, however it may be written.
 *
 * <p>Not looked through are the files that were taken in, which are the user's own.
 */
class CanaryDayTest {
  private static final Logger LOG = Logger.getLogger(CanaryDayTest.class.getName());
  private static final long SEED = 20_261;
  private static final int LOG_BYTES = 5 * 1024 * 1024;

  /** A name that names nothing goes back to whoever sent it, and to nobody else. */
  private static final Set<String> SENT_BACK = Set.of("name of a tool", "method", "resource");

  /** The same at the shell. */
  private static final Set<String> TYPED =
      Set.of("unknown command", "unknown option", "value of a setting", "no number");

  @TempDir private Path top;
  private final Canaries canaries = new Canaries(SEED);

  @Test
  void noSecretOfADayIsInAnyFile() throws Exception {
    try (AthenaProgram athena = new AthenaProgram(top)) {
      CanaryDay day = new CanaryDay(top, athena, canaries);
      work(athena, day);
      Path export = athena.home().resolve("export.jsonl");
      day.shell("export", export.toString(), "--all-projects");
      assertThat(Files.readString(export)).contains("[EMAIL_");

      ByteSearch search = new ByteSearch(canaries.all().keySet());
      for (Path folder :
          List.of(athena.home(), athena.temporary(), athena.working(), athena.output())) {
        search.in(folder);
      }
      for (Path file : athena.performanceFiles()) {
        search.in(Files.readAllBytes(file), file.toString());
      }
      LOG.info(
          "seed %d: %,d canaries, %s".formatted(SEED, canaries.all().size(), search.figures()));
      assertThat(leaks(search)).isEmpty();
      assertThat(echoes(day.heard())).containsExactlyInAnyOrderElementsOf(SENT_BACK);
      assertThat(echoes(day.told())).containsExactlyInAnyOrderElementsOf(TYPED);
      assertEveryEncodingIsFound();
    }
  }

  private void work(AthenaProgram athena, CanaryDay day) throws Exception {
    athena.with("SERVICE_KEY", canaries.text("environment"));
    day.shell("config", "set", "log.level", "debug");
    fillLog(athena);
    Client client = day.client(canaries.one("name of a client", Kind.EMAIL));
    day.declare(client);
    day.remember(client);
    day.err(client);
    day.execute(client);
    String known = canaries.value("known to be there", Kind.EMAIL);
    client.call("remember", JsonObject.builder().put("content", "Wrote to " + known).build());
    client.write(unfinished());
    client.kill();

    Client next = day.client("test");
    day.atTheShell();
    day.take();
    day.byHttp();
    day.shell("keys", "rotate", "all", "--yes");
    JsonObject found = next.call("recall", JsonObject.builder().put("query", known).build());
    assertThat(JsonCodec.write(found)).contains("Wrote to [EMAIL_");
    day.execute(next);
    next.close();
    assertThat(day.shell("keys", "verify").exit()).isZero();
    assertThat(athena.home().resolve("logs").resolve("athena.0.1.log")).exists();
    assertThat(logs(athena)).contains(" FINE ");
  }

  /** The log is nearly full, so that it is exchanged soon. */
  private static void fillLog(AthenaProgram athena) throws IOException {
    Path logs = Files.createDirectories(athena.home().resolve("logs"));
    Files.writeString(
        logs.resolve("athena.0.0.log"), "x".repeat(99).concat("\n").repeat(LOG_BYTES / 100 - 5));
  }

  private static String logs(AthenaProgram athena) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.newDirectoryStream(athena.home().resolve("logs"), "*.log")) {
      for (Path file : files) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  /** A program that is under way, with secrets in all it has, when its server dies. */
  private String unfinished() {
    Json code =
        Json.of(
            "text = %s[::-1]\nprint(text)\nopen('f', 'w').write(text)\nwhile True: pass"
                .formatted(
                    JsonCodec.write(
                        Json.of(new StringBuilder(canaries.text("killed")).reverse().toString()))));
    return "{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":\"tools/call\",\"params\":{\"name\":"
        + "\"execute_code\",\"arguments\":{\"session\":\"killed\",\"code\":"
        + JsonCodec.write(code)
        + "}}}";
  }

  /** Returns where canaries are that came by which way. */
  private List<String> leaks(ByteSearch search) {
    return search.found().stream()
        .map(found ->
            canaries.all().entrySet().stream()
                    .filter(canary -> found.startsWith(canary.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow()
                + ": "
                + found)
        .toList();
  }

  /** Returns by which ways came what somebody was told as it was sent. */
  private Set<String> echoes(List<String> told) {
    return canaries.all().entrySet().stream()
        .filter(canary -> told.stream().anyMatch(one -> one.contains(canary.getKey())))
        .map(canary -> canary.getValue().split(",", 2)[0])
        .collect(Collectors.toSet());
  }

  private void assertEveryEncodingIsFound() throws IOException {
    Path control = Files.createDirectory(top.resolve("control"));
    String text = canaries.value("control", Kind.EMAIL);
    for (Map.Entry<String, List<byte[]>> encoding : ByteSearch.encodings(text).entrySet()) {
      int number = 0;
      for (byte[] bytes : encoding.getValue()) {
        String name = encoding.getKey() + "-" + number++;
        Files.write(control.resolve(name), surrounded(bytes));
        Files.write(control.resolve(name + ".gz"), gzip(surrounded(bytes)));
        Files.write(control.resolve(name + ".zip"), zip(surrounded(bytes)));
      }
    }
    Files.writeString(control.resolve(text), "");
    ByteSearch search = new ByteSearch(List.of(text)).in(control);
    try (var files = Files.newDirectoryStream(control)) {
      for (Path file : files) {
        assertThat(search.found()).anyMatch(found -> found.contains(file.toString()));
      }
    }
  }

  private static byte[] surrounded(byte[] bytes) {
    byte[] all = new byte[bytes.length + 20];
    System.arraycopy(bytes, 0, all, 7, bytes.length);
    return all;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.write(new byte[3]);
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("first"));
      out.putNextEntry(new ZipEntry("second"));
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
