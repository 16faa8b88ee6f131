package dev.athena.app;

import dev.athena.app.doctor.BuildCheck;
import dev.athena.app.doctor.Check;
import dev.athena.app.doctor.DiskCheck;
import dev.athena.app.doctor.FolderCheck;
import dev.athena.app.doctor.JavaCheck;
import dev.athena.app.doctor.NativeLibraryCheck;
import java.util.List;
import java.util.function.Supplier;

/** The list of commands: adding one is one line here. */
public final class Commands {
  /**
   * A command in the list.
   *
   * @param group where the help shows it
   * @param name what is typed
   * @param purpose what it does, for the help of {@code athena} itself
   * @param command makes an object with picocli's {@code Command} annotation, only when it is run
   */
  public record Listed(CommandGroup group, String name, String purpose, Supplier<Object> command) {}

  private Commands() {}

  /** Returns all commands but the root. */
  public static List<Listed> all(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.CARE,
            "doctor",
            "Say what is there, what is missing and how to get it.",
            () -> new DoctorCommand(context, checks(context.home()))),
        new Listed(
            CommandGroup.CARE,
            "config",
            "Show and change settings.",
            () -> new ConfigCommand(context)),
        new Listed(
            CommandGroup.CARE,
            "completion",
            "Print a script that completes commands in bash and zsh.",
            () -> new CompletionCommand(context)));
  }

  /** Returns what {@code athena doctor} looks at, in order. */
  private static List<Check> checks(AthenaHome home) {
    return List.of(
        new JavaCheck(Runtime.version()),
        new FolderCheck(home.folder()),
        new DiskCheck(home.folder()),
        new NativeLibraryCheck("SQLite", "org.sqlite.SQLiteJDBCLoader", "initialize"),
        new NativeLibraryCheck("ONNX Runtime", "ai.onnxruntime.OrtEnvironment", "getEnvironment"),
        new BuildCheck(System.getProperty("athena.aot", "")));
  }
}
