package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.SandboxPaths;
import dev.athena.execution.Violation;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Broker.Wrapped;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the names of hosts may stand for, with a broker that sees an internet of its own: a network
 * namespace with one web server, and names that a file gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SrtAddressesTest {
  private static final String NAMES =
      """
      127.0.0.1 localhost
      198.51.100.7 public.example.test
      10.1.2.3 private.example.test
      127.0.0.1 local.example.test
      198.51.100.8 other.example.test
      """;

  /** A route makes the server answer at addresses that are not this machine's own. */
  private static final String INTERNET =
      """
      set -e
      ip link set lo up
      ip route add local 198.51.100.0/24 dev lo
      mount --bind "$1" /etc/hosts
      cd "$2"
      python3 -m http.server 80 >/dev/null 2>&1 &
      cd "$3"
      shift 3
      "$@" || true
      kill $!
      """;

  private Path files;
  private Broker broker;
  private BrokerFolder folder;

  @BeforeAll
  void begin() throws IOException {
    files = Files.createTempDirectory(Path.of("/var/tmp"), "athena-internet");
    Files.setAttribute(files, "unix:mode", 0755);
    Files.writeString(files.resolve("hosts"), NAMES);
    Files.createDirectory(files.resolve("site"));
    Files.writeString(files.resolve("site/hello"), "hello");
    Machine machine = new Machine("/usr/bin");
    Installed installed = Installed.in(files, List.of());
    folder = BrokerFolder.make();

    List<String> command = new ArrayList<>(List.of("/usr/bin/unshare", "--net", "--mount"));
    if (!Machine.isRoot()) {
      command.addAll(List.of("--user", "--map-current-user", "--keep-caps"));
    }
    command.addAll(List.of("--", "/bin/sh", "-c", INTERNET, "sh"));
    command.addAll(
        List.of(
            files.resolve("hosts").toString(),
            files.resolve("site").toString(),
            folder.home().toString()));
    command.addAll(machine.withoutRoot());
    command.addAll(
        List.of("/usr/bin/node", installed.folder().resolve("srt/broker.mjs").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    builder.environment().put("HOME", folder.home().toString());
    builder.environment().put("TMPDIR", folder.temporary().toString());
    broker = Broker.begin(builder.start(), folder, order(installed));
  }

  @AfterAll
  void close() throws IOException {
    broker.close();
    SessionFolder.remove(files);
  }

  private JsonObject order(Installed installed) {
    Path srt = SandboxFixture.srtModules().resolve(SrtWall.PACKAGE);
    List<String> domains =
        List.of("public.example.test", "private.example.test", "local.example.test");
    SrtSettings.Places places =
        new SrtSettings.Places(
            srt.resolve("vendor/seccomp"),
            folder.temporary(),
            installed.folder(),
            List.of(),
            new SrtSettings.Programs("/usr/bin/bwrap", "/usr/bin/socat", "/usr/bin/rg"));
    return JsonObject.builder()
        .put("srt", srt.resolve("dist/index.js").toString())
        .put("settings", new SrtSettings(domains, SandboxPaths.NONE).toJson(places))
        .put("folder", folder.root().toString())
        .build();
  }

  /** What a proxy answered, and of which hosts the broker told. */
  private record Asked(String answer, List<String> told) {}

  @Test
  void aHostOfTheListIsReachedByItsName() throws Exception {
    Eventually.holds(() -> assertThat(ask("public.example.test").answer()).startsWith("200"));

    Asked asked = ask("public.example.test");

    assertThat(asked.answer()).isEqualTo("200 hello");
    assertThat(asked.told()).isEmpty();
  }

  @Test
  void aNameOfTheListThatStandsForAPrivateNetworkIsRefused() {
    Asked asked = ask("private.example.test");

    assertThat(asked.answer()).startsWith("403").doesNotContain("10.1.2.3");
    assertThat(asked.told()).containsExactly("private.example.test:80");
  }

  @Test
  void aNameOfTheListThatStandsForThisMachineIsRefused() {
    Asked asked = ask("local.example.test");

    assertThat(asked.answer()).startsWith("403");
    assertThat(asked.told()).containsExactly("local.example.test:80");
  }

  @Test
  void anAddressOfAHostOfTheListIsNotOnTheList() {
    Asked asked = ask("198.51.100.7");

    assertThat(asked.answer()).startsWith("403");
    assertThat(asked.told()).containsExactly("198.51.100.7:80");
  }

  @Test
  void anotherHostIsRefusedThoughItAnswers() {
    Asked asked = ask("other.example.test");

    assertThat(asked.answer()).startsWith("403");
    assertThat(asked.told()).containsExactly("other.example.test:80");
  }

  /** Asks the proxy for a file of a host, as a program in a new sandbox would. */
  private Asked ask(String host) {
    try {
      JsonObject additions = JsonObject.builder().put("workspace", "/tmp/workspace").build();
      Wrapped wrapped = broker.wrap(List.of("/usr/bin/true"), additions);
      SrtGuard guard = new SrtGuard(broker, wrapped.name(), JsonObject.EMPTY);
      broker.watch(guard);
      String answer = ask(host, wrapped.words());
      List<String> told = guard.seen(Instant.EPOCH).stream().map(Violation::target).toList();
      guard.gone();
      return new Asked(answer, told);
    } catch (IOException | Broker.Refused e) {
      throw new AssertionError(e);
    }
  }

  private String ask(String host, List<String> words) throws IOException {
    URI proxy = URI.create(words.get(words.indexOf("HTTP_PROXY") + 1));
    String who = URLDecoder.decode(proxy.getRawUserInfo(), StandardCharsets.UTF_8);
    String request =
        """
        GET http://%1$s/hello HTTP/1.1
        Host: %1$s
        Connection: close
        Proxy-Authorization: Basic %2$s

        """
            .formatted(
                host, Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
            .replace("\n", "\r\n");
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket()));
      Channels.newOutputStream(channel).write(request.getBytes(StandardCharsets.UTF_8));
      String answer =
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = answer.split("\r\n\r\n", 2);
      return parts[0].split(" ", 3)[1] + " " + parts[1];
    }
  }

  private Path socket() throws IOException {
    try (Stream<Path> paths = Files.list(folder.temporary())) {
      return paths
          .filter(path -> path.getFileName().toString().startsWith("claude-http-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
