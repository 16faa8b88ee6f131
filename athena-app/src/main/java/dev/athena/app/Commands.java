package dev.athena.app;

import dev.athena.app.code.ExecCommand;
import dev.athena.app.code.SandboxCommand;
import dev.athena.app.config.KeySettings;
import dev.athena.app.context.AthenaHome;
import dev.athena.app.context.Projects;
import dev.athena.app.context.ShellContext;
import dev.athena.app.demo.DemoCommand;
import dev.athena.app.doctor.AuditCheck;
import dev.athena.app.doctor.BuildCheck;
import dev.athena.app.doctor.Check;
import dev.athena.app.doctor.DiskCheck;
import dev.athena.app.doctor.FolderCheck;
import dev.athena.app.doctor.JavaCheck;
import dev.athena.app.doctor.KeysCheck;
import dev.athena.app.doctor.ModelCheck;
import dev.athena.app.doctor.NativeLibraryCheck;
import dev.athena.app.doctor.ProjectCheck;
import dev.athena.app.doctor.SandboxCheck;
import dev.athena.app.doctor.StoreCheck;
import dev.athena.app.engine.AuditGlance;
import dev.athena.app.engine.Engine;
import dev.athena.app.keys.Keys;
import dev.athena.app.keys.command.KeysCommand;
import dev.athena.app.memory.ForgetCommand;
import dev.athena.app.memory.OperationCommands;
import dev.athena.app.memory.RecallCommand;
import dev.athena.app.memory.RememberCommand;
import dev.athena.app.privacy.PrivacyCommand;
import dev.athena.app.server.McpCommand;
import dev.athena.app.server.ServeCommand;
import dev.athena.app.transfer.ExportCommand;
import dev.athena.app.transfer.ImportCommand;
import dev.athena.execution.Backend;
import dev.athena.models.LocalEmbedder;
import java.time.Duration;
import java.util.ArrayList;
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

  private static final String GET = "Read one memory in full, with its history.";
  private static final String UPDATE = "Change a memory and keep how it was.";

  private Commands() {}

  /** Returns all commands but the root. */
  public static List<Listed> all(ShellContext context) {
    List<Listed> all = new ArrayList<>();
    all.addAll(agents(context));
    all.addAll(memory(context));
    all.addAll(code(context));
    all.addAll(privacy(context));
    all.addAll(care(context));
    all.addAll(operations(context));
    return all;
  }

  private static List<Listed> agents(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.AGENTS,
            "mcp",
            "Serve one MCP client over standard input and output.",
            () -> new McpCommand(context)),
        new Listed(
            CommandGroup.AGENTS,
            "serve",
            "Serve MCP clients over HTTP.",
            () -> new ServeCommand(context)),
        new Listed(
            CommandGroup.AGENTS,
            "demo",
            "See Athena answer from its own history and documents.",
            () -> new DemoCommand(context)));
  }

  private static List<Listed> memory(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.MEMORY,
            "remember",
            "Remember something.",
            () -> new RememberCommand(context)),
        new Listed(
            CommandGroup.MEMORY,
            "recall",
            "Find what answers a question.",
            () -> new RecallCommand(context)),
        new Listed(
            CommandGroup.MEMORY,
            "get",
            GET,
            () -> OperationCommands.of(context, "get_memory", GET)),
        new Listed(
            CommandGroup.MEMORY,
            "update",
            UPDATE,
            () -> OperationCommands.of(context, "update_memory", UPDATE)),
        new Listed(
            CommandGroup.MEMORY,
            "forget",
            "Remove a memory, or all that mention a subject, for good.",
            () -> new ForgetCommand(context)),
        new Listed(
            CommandGroup.MEMORY,
            "import",
            "Take in memories: git, claude, jsonl, mcp-memory, documents.",
            () -> new ImportCommand(context)),
        new Listed(
            CommandGroup.MEMORY,
            "export",
            "Write all memories, one JSON object a line.",
            () -> new ExportCommand(context)));
  }

  private static List<Listed> code(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.CODE,
            "exec",
            "Run Python or JavaScript in a sandbox, with the memory at hand.",
            () -> new ExecCommand(context)),
        new Listed(
            CommandGroup.CODE,
            "sandbox",
            "Test the sandbox, see and make presets, and see what programs attempted.",
            () -> new SandboxCommand(context)));
  }

  private static List<Listed> privacy(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.PRIVACY,
            "privacy",
            "See what is private, who may see it and who did, and erase what is kept.",
            () -> new PrivacyCommand(context)),
        new Listed(
            CommandGroup.PRIVACY,
            "keys",
            "See, rotate, back up and move the keys that seal what is stored.",
            () ->
                new KeysCommand(
                    context,
                    keychain ->
                        Engine.sealedStores(context.engineOptions(context.home()), keychain))));
  }

  /** Returns the commands that are typed as two words. */
  private static List<Listed> operations(ShellContext context) {
    return OperationCommands.NAMES.stream()
        .map(name ->
            new Listed(
                CommandGroup.OPERATIONS,
                name.replace('_', ' '),
                "",
                () -> OperationCommands.of(context, name)))
        .toList();
  }

  private static List<Listed> care(ShellContext context) {
    return List.of(
        new Listed(
            CommandGroup.CARE,
            "doctor",
            "Say what is there, what is missing and how to get it.",
            () -> new DoctorCommand(context, () -> checks(context))),
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

  private static Check keys(ShellContext context, AthenaHome home) {
    return new KeysCheck(
        () ->
            new KeysCheck.Known(
                Keys.open(context.keyOptions()),
                Duration.ofDays(context.config().whole(KeySettings.REMINDER_DAYS).orElse(365L)),
                () -> glance(context, home).backup()),
        context.start().sources().clock());
  }

  private static AuditGlance glance(ShellContext context, AthenaHome home) {
    return new AuditGlance(home.folder(), Keys.open(context.keyOptions()));
  }

  /** Returns what {@code athena doctor} looks at, in order. */
  private static List<Check> checks(ShellContext context) {
    AthenaHome home = context.home();
    LocalEmbedder.Options model = LocalEmbedder.Options.in(home.folder().resolve("cache"));
    return List.of(
        new JavaCheck(Runtime.version()),
        new FolderCheck(home.folder()),
        new DiskCheck(home.folder()),
        new NativeLibraryCheck("SQLite", "org.sqlite.SQLiteJDBCLoader", "initialize"),
        new StoreCheck(home.folder().resolve("store")),
        keys(context, home),
        new AuditCheck(() -> glance(context, home).verdict()),
        new ModelCheck(() -> LocalEmbedder.open(model)),
        new SandboxCheck(() -> context.engineOptions(home), Backend.BWRAP),
        new SandboxCheck(() -> context.engineOptions(home), Backend.SRT),
        new ProjectCheck(context::project, Projects.gitRoot(context.start().workingFolder())),
        new BuildCheck(System.getProperty("athena.aot", "")));
  }
}
