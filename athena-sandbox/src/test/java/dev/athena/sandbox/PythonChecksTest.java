package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PythonChecksTest {
  private static final String DRIVER =
      """
      import json, sys
      sys.path.insert(0, sys.argv[1])
      import checks
      json.dump(checks.check(sys.stdin.buffer.read().decode("utf-8", "surrogatepass")), sys.stdout)
      """;

  @TempDir static Path folder;
  @TempDir Path work;

  @BeforeAll
  static void unpack() throws IOException {
    InstalledRunner.python(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import subprocess as s; s.run(["ls"])                     | subprocess 1:1
          from os import system as s; s("ls")                       | subprocess 1:29
          import os as o; o.popen("ls")                             | subprocess 1:17
          import os; run = os.execv; run("a", [])                   | subprocess 1:18
          import os; getattr(os, "fork")()                          | subprocess 1:12
          from multiprocessing import Pool; Pool(4)                 | subprocess 1:35
          __import__("subprocess").run([])                          | subprocess 1:1
          import socket; socket.create_connection(("a", 1))         | socket 1:16
          import urllib.request                                     | socket 1:1
          from urllib import request                                | socket 1:1
          from http import client                                   | socket 1:1
          import requests                                           | socket 1:1
          from asyncio import open_connection as o; o("a", 1)       | socket 1:43
          import ctypes                                             | native_code 1:1
          eval(input())                                             | dynamic_code 1:1
          exec(f"x = {1}")                                          | dynamic_code 1:1
          import builtins; builtins.eval(input())                   | dynamic_code 1:18
          while True: pass                                          | endless_loop 1:1
          while 1: (lambda: (yield))                                | endless_loop 1:1
          open(".env")                                              | secret_file 1:6
          p = "~/.ssh/id_rsa"                                       | secret_file 1:5
          p = f"/proc/{1}/environ"                                  | secret_file 1:5
          p = home + "/.aws/credentials"                            | secret_file 1:5
          p = home / ".ssh" / "id_rsa"                              | secret_file 1:5
          p = os.path.join(home, ".ssh", "id_rsa")                  | secret_file 1:5
          import numpy as np                                        | unavailable_module 1:1
          é = "ü"; eval(é)                                          | dynamic_code 1:10
          """)
  void findingTellsRuleAndPlace(String source, String finding) throws Exception {
    assertThat(findings(source)).containsExactly(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import socket; socket.gethostname()",
        "import http; http.HTTPStatus.OK",
        "from urllib.parse import urlparse",
        "from subprocess import PIPE, CalledProcessError",
        "import multiprocessing; multiprocessing.cpu_count()",
        "import re; re.compile(input())",
        "def compile(x): return x\ncompile(input())",
        "class A:\n  def eval(self, x): self.eval(x)",
        "eval('1 + 1'); exec('x = 1')",
        "while True:\n  if x: break",
        "while True:\n  for y in x: pass\n  else: break",
        "def f():\n  while True: yield 1",
        "while True:\n  while True:\n    raise x",
        "async def f():\n  while True: await x",
        "import sys\nwhile True: sys.exit()",
        "try:\n  while True: next(x)\nexcept StopIteration: pass",
        "from contextlib import suppress\nwith suppress(KeyError):\n  while True: x.pop()",
        "'''~/.ssh/id_rsa'''\nt = 'never commit .env, see ~/.ssh and id_rsa'",
        "d = {'.env': 1}; '/'.join(['a', '.env'])",
        "open('cert.pem'); open('.env.example')",
        "try:\n  import numpy\nexcept ImportError:\n  numpy = None",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  import numpy",
        "from athena import http; http.fetch('x')",
        "from . import x",
      })
  void ordinaryProgramHasNoFindings(String source) throws Exception {
    assertThat(findings(source)).isEmpty();
  }

  @Test
  void moduleOfTheWorkingFolderIsThere() throws Exception {
    Files.writeString(work.resolve("helper.py"), "");
    Files.createDirectory(work.resolve("package"));

    assertThat(findings("import helper, package.part")).isEmpty();
  }

  @Test
  void everyAliasOfAnImportIsLookedAt() throws Exception {
    assertThat(findings("import subprocess, json, numpy"))
        .containsExactly("subprocess 1:1", "unavailable_module 1:1");
  }

  @Test
  void syntaxErrorTellsItsPlace() throws Exception {
    JsonObject fault = check("x = 1\ny = é +\n").object("syntax_error").orElseThrow();

    assertThat(fault.whole("line")).contains(2L);
    assertThat(fault.whole("column")).contains(8L);
    assertThat(fault.text("message").orElseThrow()).contains("invalid syntax");
  }

  @Test
  void nullByteIsASyntaxErrorOfLineOne() throws Exception {
    JsonObject fault = check("x = 1\0").object("syntax_error").orElseThrow();

    assertThat(fault.whole("line")).contains(1L);
    assertThat(fault.text("message").orElseThrow()).contains("null bytes");
  }

  /** Newer versions of Python refuse all of these, older ones read some. */
  @ParameterizedTest
  @CsvSource({"(,100000", "[,100000", "-,100000", "a+,100000", "'not ',60000", "a.,100000"})
  void sourceNestedTooDeeplyIsASyntaxErrorOrRead(String part, int times) throws Exception {
    JsonObject checked = check(part.repeat(times) + "a");

    assertThat(checked.array("findings")).contains(JsonArray.EMPTY);
    assertThat(checked.has("syntax_error")).isTrue();
  }

  @Test
  void manyNamesWithinADeepSourceAreReadInTime() throws Exception {
    assertThat(findings("-".repeat(150) + "f(" + "a, ".repeat(60_000) + ")")).isEmpty();
  }

  @Test
  void halfOfACharacterIsASyntaxError() throws Exception {
    byte[] half = {'x', '=', '\'', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\''};

    assertThat(check(half).object("syntax_error")).isPresent();
  }

  @Test
  void atMostOneHundredFindingsAreTold() throws Exception {
    assertThat(findings("eval(x)\n".repeat(150))).hasSize(100).contains("dynamic_code 100:1");
  }

  @Test
  void largeSourceIsRead() throws Exception {
    assertThat(findings("f({'b': [1, 'x', lambda y: y + 1]})\n".repeat(7_000))).isEmpty();
  }

  @Test
  void warningsOfTheParserAreNotPrinted() throws Exception {
    assertThat(findings("x = '\\d'; 1 is 1")).isEmpty();
  }

  private List<String> findings(String source) throws Exception {
    JsonObject checked = check(source);
    assertThat(checked.object("syntax_error")).as("syntax error").isEmpty();
    return new Ran(List.of(new RunnerProcess.Frame("checked", checked)), "").findings();
  }

  private JsonObject check(String source) throws Exception {
    return check(source.getBytes(StandardCharsets.UTF_8));
  }

  private JsonObject check(byte[] source) throws Exception {
    Process process =
        new ProcessBuilder("python3", "-c", DRIVER, folder.toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(source);
    }
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return JsonCodec.readObject(told);
  }
}
