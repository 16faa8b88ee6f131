package dev.athena.app.code;

import dev.athena.app.config.PresetFolder;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.app.terminal.Card;
import dev.athena.app.terminal.Style;
import dev.athena.execution.Backend;
import dev.athena.execution.Preset;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena sandbox}. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "Test the sandbox, see and make presets, and see what programs attempted.")
public final class SandboxCommand {
  private static final String JSON = "Print JSON.";

  /** The most executions that are listed. */
  private static final int LISTED_MAX = 200;

  private final ShellContext context;

  public SandboxCommand(ShellContext context) {
    this.context = context;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Try to get out of the sandbox, and say which walls stand.")
  int test(
      @Option(
              names = "--backend",
              paramLabel = "<backend>",
              description = "bwrap (the default) or srt.")
          @Nullable String backend,
      @Option(names = "--json", description = JSON) boolean json) {
    Backend tested = backend(backend == null ? "bwrap" : backend);
    try (Session session = Session.open(context)) {
      Map<String, Boolean> walls = session.engine().code().sandbox().test(tested);
      if (json) {
        JsonObject.Builder all = JsonObject.builder();
        walls.forEach(all::put);
        context.terminal().line(JsonCodec.writePretty(all.build()));
      } else {
        walls.forEach(this::showWall);
      }
      return walls.containsValue(false) ? ExitCode.FAILED : ExitCode.DONE;
    } catch (SandboxUnavailable e) {
      context.terminal().failure(e.problem(), e.hint());
      return ExitCode.FAILED;
    }
  }

  @Command(
      name = "presets",
      mixinStandardHelpOptions = true,
      description = "List the presets, or show all options of one.")
  int presets(
      @Parameters(arity = "0..1", paramLabel = "<preset>", description = "Its name.")
          @Nullable String name,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      Json answer =
          name == null
              ? session.call("list_sandbox_presets", JsonObject.EMPTY)
              : session.call(
                  "get_sandbox_config", JsonObject.builder().put("preset", name).build());
      if (json || name != null) {
        context.terminal().line(JsonCodec.writePretty(answer));
      } else {
        showPresets(((JsonArray) answer).values());
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "save",
      mixinStandardHelpOptions = true,
      description = {
        "Keep a preset: a JSON file with description and config.",
        "",
        "Options that config does not name have the values they have by default."
      })
  int save(
      @Parameters(paramLabel = "<name>", description = "Its name.") String name,
      @Parameters(paramLabel = "<file>", description = "The file.") String file) {
    Path path = context.start().workingFolder().resolve(file);
    try {
      JsonObject json = JsonCodec.readObject(Files.readString(path));
      Preset preset = WrongUse.ifRefused(() -> PresetFolder.preset(name, json));
      WrongUse.ifRefused(() -> {
        folder().save(preset);
        return true;
      });
    } catch (IOException e) {
      throw new WrongUse(file + " cannot be read: " + e.getMessage());
    }
    context.terminal().note("preset " + name + " is kept; run code with --preset " + name);
    return ExitCode.DONE;
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a preset that was made here.")
  int remove(@Parameters(paramLabel = "<name>", description = "Its name.") String name) {
    if (!folder().remove(name)) {
      throw new WrongUse("no preset made here is called " + name);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "violations",
      mixinStandardHelpOptions = true,
      description = "Show what programs attempted that their sandbox does not allow.")
  int violations(
      @Option(
              names = "--time-range",
              paramLabel = "<range>",
              description = "Such as 24h or last_week; 7d if not given.")
          @Nullable String range,
      @Option(names = "--list", description = "List them one by one.") boolean list,
      @Option(names = "--html", description = "Print one HTML page.") boolean html,
      @Option(names = "--json", description = JSON) boolean json) {
    JsonObject.Builder arguments =
        JsonObject.builder().put("time_range", range == null ? "7d" : range);
    try (Session session = Session.open(context)) {
      if (list) {
        JsonObject page = (JsonObject) session.call("list_violations", arguments.build());
        show(page, json, records()::violations);
        return ExitCode.DONE;
      }
      return report(session, "violation_report", arguments, format(html, json));
    }
  }

  @Command(
      name = "executions",
      mixinStandardHelpOptions = true,
      description = "Report the programs that were run, by whom, with what and how they ended.")
  int executions(
      @Option(
              names = "--time-range",
              paramLabel = "<range>",
              description = "Such as 24h or last_week; 7d if not given.")
          @Nullable String range,
      @Option(names = "--list", description = "List them one by one, the newest first.")
          boolean list,
      @Option(names = "--html", description = "Print one HTML page.") boolean html,
      @Option(names = "--json", description = JSON) boolean json) {
    JsonObject.Builder arguments =
        JsonObject.builder().put("time_range", range == null ? "7d" : range);
    try (Session session = Session.open(context)) {
      if (list) {
        JsonObject asked = arguments.put("limit", LISTED_MAX).build();
        show((JsonObject) session.call("list_executions", asked), json, records()::list);
        return ExitCode.DONE;
      }
      return report(session, "execution_report", arguments, format(html, json));
    }
  }

  @Command(
      name = "execution",
      mixinStandardHelpOptions = true,
      description = "Show one program that was run, with its source.")
  int execution(
      @Parameters(paramLabel = "<id>", description = "Its id, as exe_…") String id,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      JsonObject asked = JsonObject.builder().put("id", id).build();
      show((JsonObject) session.call("get_execution", asked), json, records()::show);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "redact",
      mixinStandardHelpOptions = true,
      description = "Forget the source of a program that was run; all else stays on record.")
  int redact(@Parameters(paramLabel = "<id>", description = "Its id, as exe_…") String id) {
    try (Session session = Session.open(context)) {
      session.call("redact_execution", JsonObject.builder().put("id", id).build());
      context.terminal().note("the source of " + id + " is forgotten");
      return ExitCode.DONE;
    }
  }

  private RecordView records() {
    return new RecordView(context.terminal());
  }

  private void show(JsonObject answer, boolean json, Consumer<JsonObject> shown) {
    if (json) {
      context.terminal().line(JsonCodec.writePretty(answer));
    } else {
      shown.accept(answer);
    }
  }

  private int report(
      Session session, String operation, JsonObject.Builder arguments, String format) {
    JsonObject answer =
        (JsonObject) session.call(operation, arguments.put("format", format).build());
    context
        .terminal()
        .line(
            answer
                .text("text")
                .orElseGet(
                    () -> JsonCodec.writePretty(answer.find("json").orElse(JsonObject.EMPTY))));
    return ExitCode.DONE;
  }

  private void showWall(String wall, boolean stands) {
    String mark =
        stands
            ? context.terminal().styled(Style.GOOD, "stands ")
            : context.terminal().styled(Style.BAD, "MISSING");
    context.terminal().line(mark + "  " + wall);
  }

  private void showPresets(List<Json> presets) {
    for (Json one : presets) {
      JsonObject preset = (JsonObject) one;
      context
          .terminal()
          .card(
              Card.of(preset.text("name").orElse(""))
                  .with("for", preset.text("description").orElse(""))
                  .with("walls", preset.text("backend").orElse(""))
                  .with("memory", preset.text("memory").orElse(""))
                  .with(
                      "takes",
                      "up to %s s, %s MiB, %s processes"
                          .formatted(
                              shown(preset, "timeout_seconds"),
                              shown(preset, "memory_mb"),
                              shown(preset, "processes")))
                  .with("reaches", shown(preset, "domains")));
    }
    context.terminal().note("what no preset can pass is fixed in " + folder().ceilingFile());
  }

  private static String shown(JsonObject preset, String member) {
    return preset.find(member).map(JsonCodec::write).orElse("");
  }

  private static String format(boolean html, boolean json) {
    if (html && json) {
      throw new WrongUse("--html and --json cannot be given together");
    }
    return html ? "html" : json ? "json" : "text";
  }

  private static Backend backend(String name) {
    return switch (name) {
      case "bwrap" -> Backend.BWRAP;
      case "srt" -> Backend.SRT;
      default -> throw new WrongUse("there is no back end " + name + "; there are bwrap and srt");
    };
  }

  private PresetFolder folder() {
    return new PresetFolder(context.home().sandbox());
  }
}
