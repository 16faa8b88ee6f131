package dev.athena.app.memory;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena recall}. */
@Command(
    name = "recall",
    mixinStandardHelpOptions = true,
    description = {
      "Find what answers a question.",
      "",
      "  athena recall Which JDK does the build need?",
      "  athena recall --since 7d failed tests",
      "",
      "--since, --session and --type look at episodes, --tag and --as-of at facts.",
      "`athena recall semantic|episodic|procedural --help` show what agents can ask."
    })
public final class RecallCommand implements Callable<Integer> {
  private final ShellContext context;

  private List<String> question = List.of();

  @Option(names = "--limit", description = "The most memories to show.")
  private @Nullable Integer limit;

  @Option(names = "--kind", description = "semantic, episodic or procedural; repeatable.")
  private List<String> kinds = List.of();

  @Option(
      names = {"--since", "--time-range"},
      paramLabel = "<range>",
      description = "24h, 7d, today, last_week, …, a time, or {\"from\": …, \"to\": …}.")
  private @Nullable String since;

  @Option(names = "--session", description = "Only episodes of this session.")
  private @Nullable String session;

  @Option(names = "--type", description = "Only episodes of this type.")
  private @Nullable String type;

  @Option(names = "--tag", description = "Only facts with this tag; repeatable.")
  private List<String> tags = List.of();

  @Option(names = "--as-of", paramLabel = "<time>", description = "Facts as they held then.")
  private @Nullable String asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public RecallCommand(ShellContext context) {
    this.context = context;
  }

  @Parameters(paramLabel = "<question>", arity = "0..*", description = "What you want to know.")
  void setQuestion(List<String> words) {
    this.question = words;
  }

  @Override
  public Integer call() {
    String operation = operation();
    JsonObject arguments = arguments(operation);
    try (Session opened = Session.open(context)) {
      new PendingVectors(context, opened).fillQuickly();
      Json answer = opened.call(operation, arguments);
      new AnswerView(context, opened).show(operation, answer, json);
    }
    return ExitCode.DONE;
  }

  /** Returns the operation that knows the options given. */
  private String operation() {
    kinds.forEach(KindOption::read);
    boolean ofEpisodes = since != null || session != null || type != null;
    boolean ofFacts = !tags.isEmpty() || asOf != null;
    if (ofEpisodes && ofFacts) {
      throw new WrongUse(
          "--since, --session and --type are of episodes, --tag and --as-of of facts");
    }
    refuseKindsBut("episodic", ofEpisodes);
    refuseKindsBut("semantic", ofFacts);
    if (question.isEmpty() && !ofEpisodes && !kinds.equals(List.of("episodic"))) {
      throw new WrongUse("ask something, or name episodes by --since, --session or --type");
    }
    return ofFacts
        ? "recall_semantic"
        : ofEpisodes || question.isEmpty() ? "recall_episodic" : "recall";
  }

  private void refuseKindsBut(String kind, boolean wanted) {
    if (wanted && !kinds.isEmpty() && !kinds.equals(List.of(kind))) {
      throw new WrongUse("with these options --kind can only be " + kind);
    }
  }

  private JsonObject arguments(String operation) {
    JsonObject.Builder arguments = JsonObject.builder();
    if (!question.isEmpty()) {
      arguments.put("query", String.join(" ", question));
    }
    if (limit != null) {
      arguments.put("limit", limit.longValue());
    }
    if (operation.equals("recall") && !kinds.isEmpty()) {
      arguments.put("layers", Json.ofTexts(kinds));
    }
    if (!tags.isEmpty()) {
      arguments.put("tags", Json.ofTexts(tags));
    }
    arguments.putIfPresent("as_of", asOf);
    arguments.putIfPresent("session_id", session).putIfPresent("event_type", type);
    if (since != null) {
      arguments.put("time_range", timeRange(since));
    }
    return arguments.build();
  }

  /** A day or a time stands for all that came after it. */
  private static Json timeRange(String typed) {
    if (typed.startsWith("{")) {
      return Typed.json("--since", JsonObject.EMPTY, List.of(typed));
    }
    return typed.matches("\\d{4}-.*")
        ? JsonObject.builder().put("from", typed).build()
        : Json.of(typed);
  }
}
