package dev.athena.app.memory;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena forget}. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Remove a memory, or all that mention a subject, for good.",
      "",
      "  athena forget mem_01kac…",
      "  athena forget --subject \"Ada Lovelace\" --dry-run",
      "",
      "On a terminal it asks before it removes; elsewhere it does not."
    })
public final class ForgetCommand implements Callable<Integer> {
  private static final String OPERATION = "forget";

  private final ShellContext context;

  @Parameters(paramLabel = "<id>", arity = "0..1", description = "The memory to remove.")
  private @Nullable String id;

  @Option(names = "--subject", paramLabel = "<text>", description = "A name or phrase.")
  private @Nullable String subject;

  @Option(names = "--dry-run", description = "Only say what would be removed.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public ForgetCommand(ShellContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if ((id == null) == (subject == null)) {
      throw new WrongUse("name a memory by its id, or a subject by --subject");
    }
    try (Session session = Session.open(context)) {
      if (!dryRun && !yes && context.terminal().canAsk() && !confirmed(session)) {
        context.terminal().note("nothing was removed");
        return ExitCode.FAILED;
      }
      Json answer = session.call(OPERATION, arguments(dryRun));
      new AnswerView(context, session).show(OPERATION, answer, json);
    }
    return ExitCode.DONE;
  }

  private boolean confirmed(Session session) {
    if (!(session.call(OPERATION, arguments(true)) instanceof JsonObject would)) {
      return false;
    }
    if (would.array("removed").orElse(JsonArray.EMPTY).size() == 0) {
      return true;
    }
    String question = "This " + AnswerView.removed(would) + " for good. Go on?";
    return context.terminal().confirmed(question, context.streams().in());
  }

  private JsonObject arguments(boolean dry) {
    return JsonObject.builder()
        .putIfPresent("id", id)
        .putIfPresent("subject", subject)
        .put("dry_run", dry)
        .build();
  }
}
