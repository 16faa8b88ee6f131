package dev.athena.app.code;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.execution.Program;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena exec}. */
@Command(
    name = "exec",
    mixinStandardHelpOptions = true,
    description = {
      "Run Python or JavaScript in a sandbox, with the memory at hand.",
      "",
      "  athena exec report.py",
      "  echo 'from athena import memory; memory.recall(\"deploy\")' | athena exec -",
      "",
      "What the program prints goes to standard output, and so does the value of its last"
          + " expression. Fails if the program does."
    })
public final class ExecCommand implements Callable<Integer> {
  private final ShellContext context;

  @Parameters(paramLabel = "<file>", description = "The program; - reads it from standard input.")
  private @Nullable String file;

  @Option(
      names = "--language",
      paramLabel = "<language>",
      description = "python or javascript; seen from the name or the code if not given.")
  private @Nullable String language;

  @Option(
      names = "--preset",
      paramLabel = "<preset>",
      description = "What it may do and take; balanced if not given.")
  private @Nullable String preset;

  @Option(
      names = "--timeout",
      paramLabel = "<seconds>",
      description = "How long it may run; 30 if not given.")
  private @Nullable Double timeout;

  @Option(
      names = "--config",
      paramLabel = "<json>",
      description = "Options of the sandbox to change, as JSON.")
  private @Nullable String config;

  @Option(
      names = "--session",
      paramLabel = "<name>",
      description = "Names a working folder that programs share.")
  private @Nullable String session;

  @Option(names = "--json", description = "Print all there is to say, as JSON.")
  private boolean json;

  public ExecCommand(ShellContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    boolean custom = config != null;
    if (custom && timeout != null) {
      throw new WrongUse("--timeout and --config cannot be given together; put it into --config");
    }
    JsonObject arguments = custom ? customArguments() : arguments();
    String operation = custom ? "execute_code_with_custom_config" : "execute_code";
    try (Session opened = Session.open(context)) {
      JsonObject answer =
          (JsonObject) opened.call(operation, arguments, new ProgressLines(context));
      if (json) {
        context.terminal().line(JsonCodec.writePretty(answer));
      } else {
        new ExecutionView(context.terminal()).show(answer);
      }
      boolean ok = answer.text("status").orElse("").equals("ok");
      return ok ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private JsonObject arguments() {
    JsonObject.Builder arguments = common();
    arguments.putIfPresent("preset", preset);
    if (timeout != null) {
      arguments.put("timeout_seconds", timeout);
    }
    return arguments.build();
  }

  private JsonObject customArguments() {
    try {
      JsonObject options = JsonCodec.readObject(config == null ? "{}" : config);
      return common()
          .put("config", preset == null ? options : options.with("preset", Json.of(preset)))
          .build();
    } catch (MalformedJson e) {
      throw new WrongUse("--config is no JSON: " + e.problem());
    }
  }

  private JsonObject.Builder common() {
    return JsonObject.builder()
        .put("code", source())
        .putIfPresent("language", language == null ? byName().orElse(null) : language)
        .putIfPresent("session", session);
  }

  private Optional<String> byName() {
    String file = file();
    if (file.endsWith(".py")) {
      return Optional.of("python");
    }
    return file.endsWith(".js") || file.endsWith(".mjs")
        ? Optional.of("javascript")
        : Optional.empty();
  }

  private String file() {
    return file == null ? "-" : file;
  }

  private String source() {
    String file = file();
    try (InputStream in = file.equals("-") ? context.streams().in() : open()) {
      byte[] read = in.readNBytes(Program.SOURCE_BYTES_MAX + 1);
      if (read.length > Program.SOURCE_BYTES_MAX) {
        throw new WrongUse(
            "%s is larger than %,d bytes; put data into files of a session"
                .formatted(file, Program.SOURCE_BYTES_MAX));
      }
      return new String(read, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WrongUse(file + " cannot be read: " + e.getMessage());
    }
  }

  private InputStream open() throws IOException {
    String file = file();
    Path path = context.start().workingFolder().resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new WrongUse("there is no file " + file);
    }
    return Files.newInputStream(path);
  }
}
