package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A runner without a sandbox, and the frames that it and a test say to each other. */
final class RunnerProcess implements AutoCloseable {
  /** The only member of a frame. */
  record Frame(String kind, JsonObject content) {}

  private final Process process;
  private final DataOutputStream in;
  private final DataInputStream out;
  private final Path errors;

  private RunnerProcess(Process process, Path errors) {
    this.process = process;
    this.in = new DataOutputStream(process.getOutputStream());
    this.out = new DataInputStream(process.getInputStream());
    this.errors = errors;
  }

  /** Starts the JavaScript runner that {@code installed} holds in the folder {@code work}. */
  static RunnerProcess javaScript(InstalledRunner installed, Path work) throws IOException {
    Path errors = Files.createTempFile(installed.folder(), "runner-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(
            "node",
            "--experimental-vm-modules",
            "--no-warnings",
            installed.folder().resolve("runner.cjs").toString());
    builder.environment().clear();
    builder.environment().put("ATHENA_API", installed.folder().resolve("api").toString());
    builder
        .directory(work.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    RunnerProcess runner = new RunnerProcess(builder.start(), errors);
    runner.send("hello", JsonObject.EMPTY);
    return runner;
  }

  /** Sends a frame. */
  void send(String kind, JsonObject content) {
    sendBytes(JsonCodec.writeUtf8(new JsonObject(Map.of(kind, content))));
  }

  /** Sends a frame that holds {@code json}, whatever that is. */
  void sendBytes(byte[] json) {
    try {
      in.writeInt(json.length);
      in.write(json);
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the runner is gone: " + errorOutput(), e);
    }
  }

  /** Says that nothing more will come. */
  void closeInput() throws IOException {
    in.close();
  }

  /** Returns the next frame, or nothing when the runner has ended. */
  Optional<Frame> next() {
    try {
      byte[] json = new byte[out.readInt()];
      out.readFully(json);
      Map<String, Json> members = ((JsonObject) JsonCodec.read(json)).members();
      Map.Entry<String, Json> only = members.entrySet().iterator().next();
      return Optional.of(new Frame(only.getKey(), (JsonObject) only.getValue()));
    } catch (EOFException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the next frame, which must be of {@code kind}. */
  JsonObject next(String kind) {
    Frame frame = next().orElseThrow(() -> new AssertionError("no " + kind + ": " + errorOutput()));
    if (!frame.kind().equals(kind)) {
      throw new AssertionError("not " + kind + ": " + frame);
    }
    return frame.content();
  }

  /** Waits for the end of the process and returns its exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the runner does not end");
    }
    return process.exitValue();
  }

  /** Returns what came out of descriptor 2. */
  String errorOutput() {
    try {
      return Files.readString(errors).replace(ErrorText.END, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    process.onExit().join();
    in.close();
    out.close();
  }
}
