package dev.athena.app;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.Setting;
import dev.athena.app.config.Settings;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.VersionText;
import dev.athena.app.context.WrongUse;
import dev.athena.app.terminal.Card;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena config}. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Show and change settings.")
final class ConfigCommand {
  private static final String HIDDEN = "Set, not shown";

  private final ShellContext context;

  ConfigCommand(ShellContext context) {
    this.context = context;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Show all settings, what they are for and what they are set to.")
  int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
    Map<Setting, Json> values = context.config().all();
    if (json) {
      JsonObject.Builder members = JsonObject.builder();
      values.forEach((setting, value) ->
          members.put(setting.name(), setting.secret() ? Json.of(HIDDEN) : value));
      context.terminal().line(JsonCodec.writePretty(members.build()));
      return ExitCode.DONE;
    }
    Card card = Card.of(context.config().path().toString());
    for (Setting setting : Settings.all()) {
      card.with(setting.name(), shown(setting, values.get(setting)) + ". " + setting.purpose());
    }
    context.terminal().card(card);
    return ExitCode.DONE;
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = "Print what a setting is set to; fails if it is not set.")
  int get(
      @Parameters(paramLabel = "<setting>", description = "Such as http.port.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Setting setting = setting(name);
    Optional<Json> value = context.config().find(setting);
    if (value.isEmpty()) {
      context.terminal().note(name + " is not set: " + setting.unset());
      return ExitCode.FAILED;
    }
    context.terminal().line(json ? JsonCodec.write(value.get()) : plain(value.get()));
    return ExitCode.DONE;
  }

  @Command(name = "set", mixinStandardHelpOptions = true, description = "Change a setting.")
  int set(
      @Parameters(paramLabel = "<setting>", description = "Such as http.port.") String name,
      @Parameters(paramLabel = "<value>", description = "What to set it to.") String value) {
    Setting setting = setting(name);
    context.config().set(setting, WrongUse.ifRefused(() -> setting.read(value)));
    return ExitCode.DONE;
  }

  @Command(
      name = "unset",
      mixinStandardHelpOptions = true,
      description = "Take a setting back to what holds without it.")
  int unset(@Parameters(paramLabel = "<setting>", description = "Such as http.port.") String name) {
    ConfigFile config = context.config();
    if (!config.unset(name)) {
      setting(name);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "path",
      mixinStandardHelpOptions = true,
      description = "Print where the settings are kept.")
  int path() {
    context.terminal().line(context.config().path().toString());
    return ExitCode.DONE;
  }

  private static Setting setting(String name) {
    return WrongUse.ifRefused(() -> Settings.named(name));
  }

  private static String shown(Setting setting, @Nullable Json value) {
    if (value == null) {
      return "Not set: " + setting.unset();
    }
    return setting.secret() ? HIDDEN : "Set to " + plain(value);
  }

  private static String plain(Json value) {
    return value instanceof Json.Text(String text) ? text : JsonCodec.write(value);
  }
}
