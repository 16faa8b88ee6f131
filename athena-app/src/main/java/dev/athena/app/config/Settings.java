package dev.athena.app.config;

import dev.athena.error.InvalidArgument;
import dev.athena.models.LocalEmbedder;
import java.util.List;
import java.util.stream.Stream;

/** All that can be set. */
public final class Settings {
  /** The project that memories belong to where none is named. */
  public static final Setting PROJECT =
      new Setting(
          "project",
          new SettingKind.Text(1, 200),
          "the git root of the working folder, else `default`",
          "The project that memories belong to where a command names none.",
          false);

  /** The model that turns text into vectors. */
  public static final Setting EMBEDDING_MODEL =
      new Setting(
          "embedding.model",
          new SettingKind.Text(1, 200),
          "the model that comes with Athena",
          "The model that turns text into vectors.",
          false);

  /** How many threads the embedding model may use. */
  public static final Setting EMBEDDING_THREADS =
      new Setting(
          "embedding.threads",
          new SettingKind.Whole(1, LocalEmbedder.Options.RUNS_MAX),
          "2, or 1 where there is one processor",
          "How many threads the embedding model may use.",
          false);

  /** The port of {@code athena serve}. */
  public static final Setting HTTP_PORT =
      new Setting(
          "http.port",
          new SettingKind.Whole(1, 65_535),
          "8642",
          "The port that `athena serve` listens on.",
          false);

  /** The token that callers of {@code athena serve} must send. */
  public static final Setting HTTP_TOKEN =
      new Setting(
          "http.token",
          new SettingKind.Text(16, 200),
          "no token; only this machine can connect",
          "The bearer token that callers of `athena serve` must send.",
          true);

  /** How much is written to the log file. */
  public static final Setting LOG_LEVEL =
      new Setting(
          "log.level",
          new SettingKind.Choice(List.of("error", "warning", "info", "debug")),
          "info",
          "How much is written to the log file.",
          false);

  /** How many sandboxes for Python are kept ready. */
  public static final Setting SANDBOX_PYTHON =
      new Setting(
          "sandbox.ready.python",
          new SettingKind.Whole(0, 32),
          "2",
          "How many sandboxes for Python are kept ready.",
          false);

  /** How many sandboxes for JavaScript are kept ready. */
  public static final Setting SANDBOX_JAVASCRIPT =
      new Setting(
          "sandbox.ready.javascript",
          new SettingKind.Whole(0, 32),
          "1",
          "How many sandboxes for JavaScript are kept ready once one was asked for.",
          false);

  /** What is run when a program looks as if it carried data out. */
  public static final Setting SANDBOX_ALERT =
      new Setting(
          "sandbox.alert_command",
          new SettingKind.Text(1, 1_000),
          "none",
          "A shell command that gets an alert as JSON when code looks as if it carried data out.",
          false);

  /** How long sessions of the sandbox are kept. */
  public static final Setting SESSION_DAYS =
      new Setting(
          "sandbox.session_days",
          new SettingKind.Whole(1, 3_650),
          "7",
          "How many days the working folder of a session is kept that nobody uses.",
          false);

  /** How long the sources of programs are kept. */
  public static final Setting SOURCE_DAYS =
      new Setting(
          "executions.source_days",
          new SettingKind.Whole(1, 3_650),
          "30",
          "How many days the source of a program stays on record.",
          false);

  /** How long executions are on record. */
  public static final Setting RECORD_DAYS =
      new Setting(
          "executions.record_days",
          new SettingKind.Whole(1, 36_500),
          "365",
          "How many days an execution and its violations stay on record.",
          false);

  /** Whether what is written is redacted. */
  public static final Setting PRIVACY =
      new Setting(
          "privacy",
          new SettingKind.Choice(List.of("on", "off")),
          "on",
          "Whether secrets and personal data are replaced by pseudonyms before they are stored.",
          false);

  /** How long records of the audit are kept. */
  public static final Setting AUDIT_DAYS =
      new Setting(
          "audit.retention_days",
          new SettingKind.Whole(30, 36_500),
          "for good",
          "How many days records of the audit are kept at least; HIPAA asks for six years (2192).",
          false);

  private static final List<Setting> ALL =
      Stream.concat(
              Stream.of(
                  PROJECT,
                  EMBEDDING_MODEL,
                  EMBEDDING_THREADS,
                  HTTP_PORT,
                  HTTP_TOKEN,
                  LOG_LEVEL,
                  SANDBOX_PYTHON,
                  SANDBOX_JAVASCRIPT,
                  SANDBOX_ALERT,
                  SESSION_DAYS,
                  SOURCE_DAYS,
                  RECORD_DAYS,
                  PRIVACY,
                  AUDIT_DAYS),
              KeySettings.all().stream())
          .toList();

  private Settings() {}

  /** Returns all settings in the order in which they are shown. */
  public static List<Setting> all() {
    return ALL;
  }

  /**
   * Returns the setting called {@code name}.
   *
   * @throws InvalidArgument if there is none; the hint has the nearest name
   */
  public static Setting named(String name) {
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static InvalidArgument unknown(String name) {
    List<String> names = ALL.stream().map(Setting::name).toList();
    String known = "the settings are " + String.join(", ", names);
    return new InvalidArgument(
        "there is no setting called `" + name + "`",
        NearestName.of(name, names)
            .map(nearest -> "did you mean `" + nearest + "`? " + known)
            .orElse(known));
  }
}
