package dev.athena.app.server;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.server.stdio.StdioTransport;
import dev.athena.server.tools.Callers;
import dev.athena.server.tools.Profile;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athena mcp}. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = {
      "Serve one MCP client over standard input and output.",
      "",
      "  claude mcp add athena -- /path/to/athena mcp"
    })
public final class McpCommand implements Callable<Integer> {
  private static final Logger LOG = Logger.getLogger(McpCommand.class.getName());

  private final ShellContext context;

  @Option(
      names = "--tools",
      paramLabel = "<profile>",
      description = "Which tools are listed: code, standard (the default) or classic.")
  private String tools = Profile.STANDARD.wireName();

  public McpCommand(ShellContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return serve(context, WrongUse.ifRefused(() -> Profile.of(tools)));
  }

  /** Serves until the input ends, and returns what the process ends with. */
  public static int serve(ShellContext context, Profile profile) {
    Callers callers = Callers.always(context.caller());
    try (Serving serving = Serving.of(context, callers, profile)) {
      StdioTransport.serve(
          serving.server(),
          context.streams().in(),
          new FailingOutput(context.streams().out(), serving::begin));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "standard input broke", e);
      return ExitCode.FAILED;
    }
    return ExitCode.DONE;
  }
}
