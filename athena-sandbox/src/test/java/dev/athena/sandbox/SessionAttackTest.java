package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.Status;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs do to the folder in which this machine keeps the files of their session. */
class SessionAttackTest extends BothLanguages {
  /** Sends frames by the pipe of the runner, past the runner. */
  private static final String FORGE =
      """
      import base64, fcntl, json, os, stat, struct

      def is_out(number):
          try:
              mode = os.fstat(number).st_mode
              return stat.S_ISFIFO(mode) and fcntl.fcntl(number, fcntl.F_GETFL) & 3 == os.O_WRONLY
          except OSError:
              return False

      pipe = next(number for number in range(63, 2, -1) if is_out(number))

      def send(kind, **body):
          data = json.dumps({kind: body}).encode()
          data = struct.pack(">I", len(data)) + data
          while data:
              data = data[os.write(pipe, data):]

      def leave(path, content=b"x", more=False):
          send("file", path=path, content=base64.b64encode(content).decode(), more=more)

      """;

  private static final String END = "send('done', status='ok', result='forged')\nwhile True: pass";

  @Test
  void linksPipesRightsAndDevicesStayInside() throws IOException {
    Outcome outcome =
        inSession(
            "tricks",
            """
            import os
            os.symlink("/etc/shadow", "link")
            os.symlink("/", "folder-link")
            os.symlink("../../../outside", "up")
            os.mkfifo("pipe")
            open("program", "w").write("#!/bin/sh\\n")
            os.chmod("program", 0o6777)
            os.link("program", "second-name")
            os.makedirs(".git/hooks")
            open(".git/hooks/pre-commit", "w").write("#!/bin/sh\\n")
            os.chmod(".git/hooks/pre-commit", 0o777)
            open(".bashrc", "w").write("echo attacked\\n")
            None
            """);

    assertThat(outcome.status()).isEqualTo(Status.OK);
    Map<String, Path> kept = kept("tricks");
    assertThat(kept.keySet())
        .containsExactly(".bashrc", ".git/hooks/pre-commit", "program", "second-name");
    for (Path file : kept.values()) {
      assertThat(file).isRegularFile();
      assertThat(Files.getAttribute(file, "unix:nlink")).isEqualTo(1);
      assertThat((Integer) Files.getAttribute(file, "unix:mode") & 07177).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "a/../../outside",
        "/outside",
        "",
        ".",
        "..",
        "a//b",
        "a/",
        "a\\nb",
        "a\\\\b",
        "a\\0b",
        "a/./b"
      })
  void aForgedPathEndsTheProgramAndWritesNothing(String path) throws IOException {
    String session = "path-" + Integer.toHexString(path.hashCode());
    Map<String, String> before = everything();

    Outcome outcome = inSession(session, FORGE + "leave(\"" + path + "\")\n" + END);

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(outcome.violations())
        .anyMatch(one -> one.witness() == Witness.LIMIT && one.action().equals("workspace_mb"));
    assertThat(kept(session)).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aForgedPathOfTooManyCharactersOrNamesIsNone() throws IOException {
    String longest = "'" + "n/".repeat(19) + "x'";
    String deeper = "'" + "n/".repeat(20) + "x'";

    assertThat(inSession("deep", FORGE + "leave(" + longest + ")\n" + END).status())
        .isEqualTo(Status.OK);
    assertThat(inSession("deep", FORGE + "leave(" + deeper + ")\n" + END).status())
        .isEqualTo(Status.KILLED);
    assertThat(kept("deep")).containsOnlyKeys("n/".repeat(19) + "x");
  }

  @Test
  void aForgedRemovalOutsideIsNone() throws IOException {
    inSession("victim", "open('kept.txt', 'w').write('x')");

    Outcome outcome =
        inSession("thief", FORGE + "send('removed', path='../victim/kept.txt')\n" + END);

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(kept("victim")).containsOnlyKeys("kept.txt");
  }

  @Test
  void aSessionDoesNotGrowByFilesThatNeverWere() throws IOException {
    JsonObject oneMebibyte = limits("\"workspace_mb\": 1");
    String half = FORGE + "leave('f%d', b'x' * 524288)\n" + END;

    List<Status> statuses =
        Stream.of(1, 2, 3, 4)
            .map(number -> inSession("growing", half.formatted(number), oneMebibyte).status())
            .toList();

    assertThat(statuses).containsExactly(Status.OK, Status.OK, Status.KILLED, Status.KILLED);
    assertThat(kept("growing")).containsOnlyKeys("f1", "f2");
  }

  @Test
  void aSessionDoesNotGetMoreFilesThanAllowed() throws IOException {
    String many = FORGE + "for n in range(%d, %d):\n    leave(f'f{n:04}', b'')\n" + END;

    Outcome first = inSession("many", many.formatted(0, Working.FILES_MAX));
    Outcome second = inSession("many", many.formatted(Working.FILES_MAX, Working.FILES_MAX + 1));

    assertThat(first.status()).isEqualTo(Status.OK);
    assertThat(second.status()).isEqualTo(Status.KILLED);
    assertThat(kept("many")).hasSize(Working.FILES_MAX).doesNotContainKey("f1000");
  }

  @Test
  void aNameThatCannotBeStoredIsSaidNotToBeKept() throws IOException {
    String wide = "ü".repeat(100);

    Outcome outcome =
        inSession("wide", FORGE + "leave('" + wide + "')\nleave('.athena12.tmp')\n" + END);

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(outcome.notes())
        .containsExactly(
            "A file was not kept, since it does not fit the session: \"" + wide + "\"",
            "A file was not kept, since it does not fit the session: \".athena12.tmp\"");
    assertThat(kept("wide")).isEmpty();
  }

  @Test
  void halfAFileIsNoFile() throws IOException {
    Outcome outcome = inSession("half", FORGE + "leave('f', b'x', more=True)\n" + END);

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(kept("half")).isEmpty();
  }

  @Test
  void whatIsNoContentEndsTheProgram() throws IOException {
    Outcome outcome =
        inSession("base", FORGE + "send('file', path='f', content='??', more=False)\n" + END);

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(kept("base")).isEmpty();
  }

  @Test
  void aFileInTheWayOfAFolderIsReplaced() throws IOException {
    inSession("way", FORGE + "leave('a')\n" + END);
    inSession("way", FORGE + "leave('a/b')\n" + END);
    assertThat(kept("way")).containsOnlyKeys("a/b");

    inSession("way", FORGE + "leave('a', b'y')\n" + END);
    assertThat(kept("way")).containsOnlyKeys("a");
  }

  /** Returns the name of the back end. */
  String backend() {
    return "bwrap";
  }

  private Outcome inSession(String session, String source) {
    return inSession(session, source, JsonObject.EMPTY);
  }

  private Outcome inSession(String session, String source, JsonObject config) {
    return run(
        new Program(Language.PYTHON, source, session), config.with("backend", Json.of(backend())));
  }

  /** Returns the files that this machine keeps of a session. */
  private Map<String, Path> kept(String session) throws IOException {
    Path folder = owner().resolve(session);
    Map<String, Path> kept = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> kept.put(folder.relativize(path).toString(), path));
    }
    return kept;
  }

  private Path owner() throws IOException {
    try (Stream<Path> owners = Files.list(home().resolve("sessions"))) {
      return owners.findFirst().orElseThrow();
    }
  }

  /** Returns all files that there are but those of every program, and what is in them. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> found = new TreeMap<>();
    Path cache = home().resolve("cache");
    try (Stream<Path> all = Files.walk(home())) {
      Stream<Path> files = all.filter(path -> !path.startsWith(cache));
      for (Path path : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        found.put(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
      }
    }
    return found;
  }
}
