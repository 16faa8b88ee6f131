package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Violation;
import dev.athena.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requests that the proxies let through, to a service of this machine that stands for a host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SrtNetworkTest {
  private final SrtMachine machine = new SrtMachine();
  private final HttpServer service;
  private final String host;

  SrtNetworkTest() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host = "127.0.0.1:" + service.getAddress().getPort();
  }

  @BeforeAll
  void serve() {
    service.createContext(
        "/",
        exchange -> {
          byte[] answer = exchange.getRequestURI().toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
  }

  @AfterAll
  void close() throws IOException {
    service.stop(0);
    machine.close();
  }

  @Test
  void urllibReachesAHostOfTheList() {
    Outcome outcome =
        machine.run(
            Language.PYTHON,
            """
            import os, urllib.request
            os.environ["no_proxy"] = os.environ["NO_PROXY"] = ""
            urllib.request.urlopen("http://%s/from-python").read().decode()
            """
                .formatted(host),
            SrtMachine.config(host));

    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(Json.of("/from-python"));
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void nodeReachesAHostOfTheListWhereItAsksTheProxy() {
    Outcome outcome =
        machine.run(
            Language.JAVASCRIPT,
            """
            import http from "node:http";
            const proxy = new URL(process.env.HTTP_PROXY);
            const who = decodeURIComponent(`${proxy.username}:${proxy.password}`);
            await new Promise((resolve, reject) => {
              const authorization = `Basic ${Buffer.from(who).toString("base64")}`;
              http.get({
                host: proxy.hostname,
                port: proxy.port,
                path: "http://%s/from-node",
                headers: { "proxy-authorization": authorization },
              }, async (answer) => resolve((await answer.toArray()).join(""))).on("error", reject);
            });
            """
                .formatted(host),
            SrtMachine.config(host));

    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(Json.of("/from-node"));
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void aProgramThatHidesItsNameFromTheProxyIsToldOfAllTheSame() {
    Outcome outcome =
        machine.run(
            Language.PYTHON,
            """
            import os, urllib.request, urllib.error
            for name in ("http_proxy", "HTTP_PROXY"):
              password = os.environ[name].rpartition("@")[0].rpartition(":")[2]
              os.environ[name] = "http://srt.c29tZWJvZHk:" + password + "@127.0.0.1:3128"
            try:
              urllib.request.urlopen("http://elsewhere.example.org/")
            except urllib.error.HTTPError as error:
              code = error.code
            code
            """,
            SrtMachine.config(host));

    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(Json.of(403));
    assertThat(outcome.violations())
        .extracting(Violation::target)
        .containsExactly("elsewhere.example.org:80");
  }

  @Test
  void whatOneProgramAttemptedIsNotToldOfAnother() {
    SandboxConfig config = SrtMachine.config(host);
    List<Outcome> outcomes = new ArrayList<>();
    try (Cell first = machine.cell(config);
        Cell second = machine.cell(config)) {
      for (Cell cell : List.of(first, second)) {
        String source =
            """
            import urllib.request, urllib.error
            try:
              urllib.request.urlopen("http://host-%d.example.org/")
            except urllib.error.HTTPError as error:
              pass
            """
                .formatted(outcomes.size());
        outcomes.add(machine.run(cell, new Program(Language.PYTHON, source, null), config));
      }
    }

    assertThat(outcomes.getFirst().violations())
        .extracting(Violation::target)
        .containsExactly("host-0.example.org:80");
    assertThat(outcomes.getLast().violations())
        .extracting(Violation::target)
        .containsExactly("host-1.example.org:80");
    assertThat(machine.wall.brokers().size()).isEqualTo(1);
  }
}
