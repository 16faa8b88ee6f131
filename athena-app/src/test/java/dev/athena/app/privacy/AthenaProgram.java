package dev.athena.app.privacy;

import dev.athena.app.Main;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The program as its users have it: started as a process, with folders of its own for everything it
 * might write.
 */
final class AthenaProgram implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Path top;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Process> started = new ArrayList<>();
  private int errors;

  /** Makes its folders below {@code top}. */
  AthenaProgram(Path top) throws IOException {
    this.top = top;
    for (Path folder : List.of(home(), temporary(), working(), output())) {
      Files.createDirectories(folder);
    }
    Files.setAttribute(top, "unix:mode", 0755);
  }

  /** How a command line ended. */
  record Ended(int exit, String out, String err) {}

  Path home() {
    return top.resolve("home");
  }

  Path temporary() {
    return top.resolve("tmp");
  }

  /** Returns the folder it is started in, which is also the user's. */
  Path working() {
    return top.resolve("working");
  }

  /** Returns where lies what servers wrote to standard error. */
  Path output() {
    return top.resolve("output");
  }

  AthenaProgram with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Runs a command line to its end. */
  Ended run(String... arguments) throws IOException {
    Path out = Files.createTempFile(top, "out", ".txt");
    Path err = Files.createTempFile(top, "err", ".txt");
    Process process =
        builder(arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .start();
    started.add(process);
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it does not end: " + String.join(" ", arguments));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Starts a server; what it says besides its answers is kept as a file. */
  Process start(String... arguments) throws IOException {
    Path err = output().resolve("err-" + errors++);
    Process process = builder(arguments).redirectError(err.toFile()).start();
    started.add(process);
    return process;
  }

  /** Starts a server on standard input and output, and a client of it. */
  Client client() throws IOException {
    return new Client(start("mcp"));
  }

  /** Returns where Java tells of a process whatever its folder for temporary files is. */
  List<Path> performanceFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    try (var folders = Files.newDirectoryStream(Path.of("/tmp"), "hsperfdata_*")) {
      for (Path folder : folders) {
        started.forEach(process -> files.add(folder.resolve(String.valueOf(process.pid()))));
      }
    }
    return files.stream().filter(Files::exists).toList();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(working().toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/local/bin");
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("HOME", working().toString());
    builder.environment().put("TMPDIR", temporary().toString());
    builder.environment().put("ATHENA_HOME", home().toString());
    builder.environment().putAll(environment);
    return builder;
  }

  @Override
  public void close() {
    started.forEach(Process::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }

  /** A client of a server of its own. */
  static final class Client {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private final List<String> heard = new ArrayList<>();
    private long last;

    private Client(Process process) {
      this.process = process;
      this.in = process.outputWriter(StandardCharsets.UTF_8);
      this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Begins to talk, as a client of some name. */
    Client initialize(String name) throws IOException {
      JsonObject who = JsonObject.builder().put("name", name).put("version", "1").build();
      request(
          "initialize",
          JsonObject.builder()
              .put("protocolVersion", "2025-11-25")
              .put("capabilities", JsonObject.EMPTY)
              .put("clientInfo", who)
              .build());
      return this;
    }

    /** Calls a tool and returns its structured answer, which must be one. */
    JsonObject call(String tool, JsonObject arguments) throws IOException {
      JsonObject answer = ask(tool, arguments);
      return answer
          .object("result")
          .flatMap(result -> result.object("structuredContent"))
          .orElseThrow(() -> new AssertionError(tool + ": " + JsonCodec.write(answer)));
    }

    /** Calls a tool and returns whatever is answered. */
    JsonObject ask(String tool, JsonObject arguments) throws IOException {
      return request(
          "tools/call",
          JsonObject.builder()
              .put("_meta", JsonObject.builder().put("progressToken", last).build())
              .put("name", tool)
              .put("arguments", arguments)
              .build());
    }

    /** Returns every line that the server said, also those that nobody asked for. */
    List<String> heard() {
      return heard;
    }

    JsonObject request(String method, JsonObject params) throws IOException {
      last++;
      Json id = Json.of(last);
      write(
          JsonCodec.write(
              JsonObject.builder()
                  .put("jsonrpc", "2.0")
                  .put("id", id)
                  .put("method", method)
                  .put("params", params)
                  .build()));
      JsonObject answer = read();
      while (!answer.find("id").equals(Optional.of(id))) {
        answer = read();
      }
      return answer;
    }

    /** Sends a line, whatever it is. */
    void write(String line) throws IOException {
      in.write(line + "\n");
      in.flush();
    }

    JsonObject read() throws IOException {
      String line = out.readLine();
      if (line == null) {
        throw new IOException("the server is gone");
      }
      heard.add(line);
      return JsonCodec.readObject(line);
    }

    /** Ends the server as `kill -9` does. */
    void kill() {
      process.destroyForcibly();
      process.onExit().join();
    }

    /** Ends the server as a client does. */
    void close() throws IOException {
      in.close();
      process.onExit().join();
    }
  }
}
