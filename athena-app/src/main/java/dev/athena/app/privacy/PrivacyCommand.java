package dev.athena.app.privacy;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.detection.SensitiveType;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.privacy.Permitting;
import dev.athena.privacy.RevealPermission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena privacy}. */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = "See what is private, who may see it and who did, and erase what is kept.")
public final class PrivacyCommand {
  private static final String JSON = "Print JSON.";
  private static final int REPORT_DAYS_MAX = 3_660;

  /** Whom something is about. */
  static final class Whom {
    @Parameters(
        arity = "0..1",
        paramLabel = "<value>",
        description = "A name, an address or another value.")
    private @Nullable String value;

    @Option(names = "--subject", paramLabel = "<value>", description = "The same.")
    private @Nullable String subject;

    String value() {
      String named = value == null ? subject : value;
      if (named == null || (value != null && subject != null)) {
        throw new WrongUse("name one value, such as: athena privacy erase ann@example.org");
      }
      return named;
    }
  }

  private final ShellContext context;

  public PrivacyCommand(ShellContext context) {
    this.context = context;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Show whether writing is redacted, and how many values have pseudonyms.")
  int status(@Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      JsonObject status = (JsonObject) session.call("check_tokenization_status", JsonObject.EMPTY);
      if (json) {
        print(status);
        return ExitCode.DONE;
      }
      boolean on = status.find("enabled").equals(Optional.of(Json.of(true)));
      line(
          on
              ? "what is written is redacted: secrets and personal data become pseudonyms"
              : "what is written is NOT redacted");
      line(status.whole("tokens").orElse(0L) + " values stand behind pseudonyms");
      status
          .object("types")
          .orElse(JsonObject.EMPTY)
          .members()
          .forEach((type, count) -> line("  " + type + ": " + JsonCodec.write(count)));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "permit",
      mixinStandardHelpOptions = true,
      description = {
        "Give somebody the right to see what stands behind pseudonyms.",
        "",
        "  athena privacy permit local --types email,phone --purpose review --days 7"
      })
  int permit(
      @Parameters(paramLabel = "<principal>", description = "Who may see it.") String principal,
      @Option(
              names = "--types",
              paramLabel = "<types>",
              required = true,
              split = ",",
              description = "Which types, with commas between.")
          List<String> types,
      @Option(
              names = "--purpose",
              paramLabel = "<word>",
              description = "What for; who asks must name the same (review if not given).")
          @Nullable String purpose,
      @Option(
              names = "--days",
              paramLabel = "<n>",
              description = "For how many days (1 if not given).")
          @Nullable Integer days) {
    try (Session session = Session.open(context)) {
      RevealPermission given =
          WrongUse.ifRefused(() ->
              session
                  .engine()
                  .privacy()
                  .permitting()
                  .permit(
                      session.caller(),
                      new Permitting.Wanted(
                          principal,
                          types(types),
                          purpose == null ? "review" : purpose,
                          Duration.ofDays(days == null ? 1 : days))));
      line(given.id() + " until " + given.expiresAt());
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "permissions",
      mixinStandardHelpOptions = true,
      description = "List who may see what, and until when.")
  int permissions(@Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      List<RevealPermission> all =
          session.engine().privacy().permitting().all(session.caller().namespace().tenant());
      if (json) {
        print(new JsonArray(all.stream().map(PrivacyCommand::json).toList()));
      } else if (all.isEmpty()) {
        context.terminal().note("nobody may see what stands behind pseudonyms");
      } else {
        all.forEach(one ->
            line(
                "%s  %s may see %s for \"%s\" until %s"
                    .formatted(
                        one.id(), one.principal(), names(one), one.purpose(), one.expiresAt())));
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Take a permission away.")
  int revoke(@Parameters(paramLabel = "<id>", description = "As permissions shows it.") String id) {
    try (Session session = Session.open(context)) {
      if (!session.engine().privacy().permitting().revoke(session.caller(), id)) {
        throw new WrongUse("there is no permission " + id + "; see `athena privacy permissions`");
      }
      context.terminal().note(id + " is taken away");
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "reveal",
      mixinStandardHelpOptions = true,
      description = "Show an episode with what stands behind its pseudonyms; needs a permission.")
  int reveal(
      @Parameters(paramLabel = "<id>", description = "The episode.") String id,
      @Option(
              names = "--reason",
              paramLabel = "<text>",
              required = true,
              description = "Why it has to be seen; kept in the audit.")
          String reason,
      @Option(names = "--purpose", paramLabel = "<word>", description = "That of the permission.")
          @Nullable String purpose) {
    try (Session session = Session.open(context)) {
      print(
          session.call(
              "get_event_untokenized",
              JsonObject.builder()
                  .put("id", id)
                  .put("reason", reason)
                  .putIfPresent("purpose", purpose)
                  .build()));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "audit",
      mixinStandardHelpOptions = true,
      description = {
        "Show who saw, changed or removed what is private; check or export the log.",
        "",
        "  athena privacy audit",
        "  athena privacy audit verify",
        "  athena privacy audit export audit.jsonl",
        "  athena privacy audit verify audit.jsonl",
        "",
        "An export is signed. Kept elsewhere, it finds whatever is done to the log later."
      })
  int audit(
      @Parameters(
              index = "0",
              arity = "0..1",
              paramLabel = "verify|export",
              description = "Check the log, or write it to a file.")
          @Nullable String what,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "<file>",
              description = "What to export to, or an export to check.")
          @Nullable String file,
      @Option(names = "--limit", paramLabel = "<n>", description = "Show so many (50).")
          @Nullable Integer limit,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      AuditView view = new AuditView(context, session, json);
      return switch (what) {
        case null -> view.list(limit);
        case "verify" -> view.verify(file);
        case "export" -> view.export(file);
        default ->
            throw new WrongUse("audit does not know \"" + what + "\"; it knows verify, export");
      };
    }
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Erase all that is kept of somebody, in all projects.",
        "",
        "Shows first what would be erased, and asks. Afterwards it is looked for again, and what",
        "was removed and what was found then is signed."
      })
  int erase(
      @Mixin Whom whom,
      @Option(names = "--yes", description = "Do not ask.") boolean yes,
      @Option(names = "--dry-run", description = "Only show what would be erased.") boolean dryRun,
      @Option(names = "--json", description = JSON) boolean json) {
    String value = whom.value();
    try (Session session = Session.open(context)) {
      return new SubjectView(context, session, json).erase(value, yes, dryRun);
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Write all that is kept of somebody into one JSON file, for that person.",
        "",
        "  athena privacy export --subject ann@example.org --subject '+44 20 7946 0958' ann.json",
        "",
        "What stands behind the pseudonyms of these values is shown. Values of others stay hidden,",
        "unless --others gives a reason and there is a permission for the purpose access.",
        "Credentials are never shown. An erasure of the same value deletes the file."
      })
  int export(
      @Option(
              names = "--subject",
              paramLabel = "<value>",
              required = true,
              description = "What names the person; may be given again for further values.")
          List<String> subjects,
      @Parameters(paramLabel = "<file>", description = "Where to.") String file,
      @Option(
              names = "--others",
              paramLabel = "<reason>",
              description = "Show values of others too; the reason is kept in the audit.")
          @Nullable String reason,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      return new SubjectView(context, session, json).export(subjects, file, reason);
    }
  }

  @Command(
      name = "correct",
      mixinStandardHelpOptions = true,
      description = {
        "Correct a value: its pseudonym stands for the right one from then on.",
        "",
        "  athena privacy correct --from ann@exmaple.org --to ann@example.org"
      })
  int correct(
      @Option(
              names = "--from",
              paramLabel = "<value>",
              required = true,
              description = "The wrong value.")
          String wrong,
      @Option(
              names = "--to",
              paramLabel = "<value>",
              required = true,
              description = "The right one.")
          String right,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      return new SubjectView(context, session, json).correct(wrong, right);
    }
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description = {
        "Show, duty by duty, what this home shows of GDPR, CCPA, HIPAA and SOC 2.",
        "",
        "Opens all that is sealed and checks the whole audit. It tells what is measured, and by",
        "which command anybody can see it; whether a duty is done is for people to judge."
      })
  int report(
      @Option(
              names = "--format",
              paramLabel = "<format>",
              defaultValue = "text",
              description = "text (the default), json or html.")
          String format,
      @Option(
              names = "--days",
              paramLabel = "<n>",
              defaultValue = "30",
              description = "Count what happened in so many days (30).")
          int days) {
    if (days < 1 || days > REPORT_DAYS_MAX) {
      throw new WrongUse("--days is %d; give 1 to %,d".formatted(days, REPORT_DAYS_MAX));
    }
    new ReportView(context).show(Facts.of(context, Duration.ofDays(days)), format);
    return ExitCode.DONE;
  }

  private static Set<SensitiveType> types(List<String> names) {
    Set<SensitiveType> types = EnumSet.noneOf(SensitiveType.class);
    for (String name : names) {
      types.add(
          Arrays.stream(SensitiveType.values())
              .filter(type -> WireName.of(type).equals(name.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new WrongUse(
                      "there is no type \"%s\"; there are %s"
                          .formatted(
                              name,
                              Arrays.stream(SensitiveType.values())
                                  .map(WireName::of)
                                  .collect(Collectors.joining(", "))))));
    }
    return types;
  }

  private static String names(RevealPermission permission) {
    return permission.types().stream().map(WireName::of).sorted().collect(Collectors.joining(", "));
  }

  private static Json json(RevealPermission permission) {
    return JsonObject.builder()
        .put("id", permission.id())
        .put("principal", permission.principal())
        .put("types", names(permission))
        .put("purpose", permission.purpose())
        .put("given_at", permission.givenAt().toString())
        .put("expires_at", permission.expiresAt().toString())
        .build();
  }

  private void line(String text) {
    context.terminal().line(text);
  }

  private void print(Json json) {
    context.terminal().line(JsonCodec.writePretty(json));
  }
}
