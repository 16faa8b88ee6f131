package dev.athena.app;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Logs;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.Version;
import dev.athena.app.context.WrongUse;
import dev.athena.error.AthenaException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and says how it went. */
public final class Shell {
  private static final Logger LOG = Logger.getLogger(Shell.class.getName());

  private final ShellContext context;
  private final List<Commands.Listed> commands;

  public Shell(ShellContext context, List<Commands.Listed> commands) {
    this.context = context;
    this.commands = List.copyOf(commands);
  }

  /** Runs {@code arguments} and returns the {@link ExitCode}. */
  public int run(String... arguments) {
    List<String> names = commands.stream().map(Commands.Listed::name).toList();
    CommandWords words = CommandWords.of(arguments, names);
    int code = commandLine(words.command()).execute(words.toArray());
    context.terminal().flush();
    return code;
  }

  /** Runs a command that needs no command line and returns the {@link ExitCode}. */
  int run(Callable<Integer> command) {
    int code;
    try {
      code = command.call();
    } catch (Exception e) {
      code = failed(e);
    }
    context.terminal().flush();
    return code;
  }

  private CommandLine commandLine(String command) {
    CommandLine line = new CommandLine(new RootCommand(context.choices()));
    needed(command).forEach(listed -> line.addSubcommand(listed.name(), listed.command().get()));
    line.setHelpSectionKeys(
        line.getHelpSectionKeys().stream()
            .filter(key -> !key.equals(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING))
            .toList());
    line.getHelpSectionMap()
        .put(
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            help -> help.commandSpec().parent() == null ? commandList() : help.commandList());
    line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
    line.setParameterExceptionHandler((wrong, _) -> wrongUse(wrong));
    line.setExecutionExceptionHandler((failure, asked, _) ->
        failure instanceof WrongUse wrong
            ? wrongUse(new ParameterException(asked, message(wrong)))
            : failed(failure));
    line.setExecutionStrategy(this::execute);
    return line;
  }

  /** Returns the commands to make: making all of them costs more time than most of them take. */
  private List<Commands.Listed> needed(String command) {
    if (command.isEmpty()) {
      return List.of();
    }
    List<Commands.Listed> named =
        commands.stream()
            .filter(listed -> listed.name().equals(command) && !command.equals("completion"))
            .toList();
    return named.isEmpty() ? shown() : named;
  }

  private List<Commands.Listed> shown() {
    return commands.stream().filter(listed -> listed.group() != CommandGroup.OPERATIONS).toList();
  }

  private int execute(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult at = parsed;
    while (at.hasSubcommand()) {
      at = at.subcommand();
    }
    CommandLine asked = at.commandSpec().commandLine();
    if (at.isUsageHelpRequested()) {
      context.terminal().line(asked.getUsageMessage().stripTrailing());
      return ExitCode.DONE;
    }
    if (at.isVersionHelpRequested()) {
      context.terminal().line(Version.line());
      return ExitCode.DONE;
    }
    if (!parsed.hasSubcommand() || !isRunnable(at.commandSpec())) {
      context.terminal().note(asked.getUsageMessage().stripTrailing());
      return ExitCode.WRONG_USE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static boolean isRunnable(CommandSpec spec) {
    Object command = spec.userObject();
    return command instanceof Runnable || command instanceof Callable || command instanceof Method;
  }

  private int wrongUse(ParameterException wrong) {
    CommandLine asked = wrong.getCommandLine();
    List<String> meant =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String help = "see `" + asked.getCommandSpec().qualifiedName() + " --help`";
    String nearest = meant.isEmpty() ? "" : "did you mean `" + meant.getFirst() + "`? ";
    context.terminal().failure(problem(wrong), nearest + help);
    return ExitCode.WRONG_USE;
  }

  private int failed(Exception failure) {
    if (failure instanceof AthenaException known) {
      context.terminal().failure(known.problem(), known.hint());
      if (known.getCause() != null) {
        LOG.log(Level.FINE, known.problem(), known);
      }
    } else {
      Logs.start(context.home(), new ConfigFile(context.home().config()));
      LOG.log(Level.SEVERE, "a command failed unexpectedly", failure);
      context
          .terminal()
          .failure(
              "Athena failed: " + failure,
              "the whole story is in " + context.home().logs() + "; please report it");
    }
    return ExitCode.FAILED;
  }

  private static String problem(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !unmatched.getUnmatched().isEmpty()
        ? "`" + unmatched.getUnmatched().getFirst() + "` is not expected here"
        : message(wrong);
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.lines().findFirst().orElse("");
  }

  private String commandList() {
    StringBuilder list = new StringBuilder();
    for (CommandGroup group : CommandGroup.values()) {
      List<Commands.Listed> members =
          shown().stream().filter(listed -> listed.group() == group).toList();
      if (!members.isEmpty()) {
        list.append("%n%s%n".formatted(group.heading()));
        members.forEach(
            listed -> list.append("  %-14s%s%n".formatted(listed.name(), listed.purpose())));
      }
    }
    return list.toString();
  }
}
