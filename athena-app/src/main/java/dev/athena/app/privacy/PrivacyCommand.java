package dev.athena.app.privacy;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.app.terminal.Terminal;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.operation.Rescanning;
import dev.athena.privacy.Progress;
import dev.athena.privacy.RevealPermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
      line(scanned(session, on));
      status
          .object("types")
          .orElse(JsonObject.EMPTY)
          .members()
          .forEach((type, count) -> line("  " + type + ": " + JsonCodec.write(count)));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "rescan",
      mixinStandardHelpOptions = true,
      description = {
        "Look through what was stored before, and redact what is private now.",
        "",
        "What was interrupted goes on where it was. It is also done in the background of mcp and"
            + " serve."
      })
  int rescan(
      @Option(names = "--dry-run", description = "Only count what would be changed.")
          boolean dryRun,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      String tenant = session.caller().namespace().tenant();
      if (!session.engine().privacy().settings(tenant).isOn()) {
        throw new WrongUse("privacy is off; switch it on first");
      }
      Progress done = lookThrough(session, tenant, dryRun);
      if (json) {
        print(
            JsonObject.builder()
                .put("scanned", done.scanned())
                .put("changed", done.changed())
                .put("left", done.left())
                .put("dry_run", dryRun)
                .build());
      } else {
        line(
            ("%,d memories and executions were looked through; %,d %s private, %,d could not be"
                    + " rewritten")
                .formatted(
                    done.scanned(),
                    done.changed(),
                    dryRun ? "hold something" : "held something",
                    done.left()));
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "permit",
      mixinStandardHelpOptions = true,
      description = {
        "Give somebody the right to see what stands behind pseudonyms, or to have it sent.",
        "",
        "  athena privacy permit local --types email,phone --purpose review --days 7",
        "  athena privacy permit local --types api_key --host api.example.org"
      })
  int permit(
      @Parameters(paramLabel = "<principal>", description = "Who may see or send it.")
          String principal,
      @Mixin PermitOptions wanted) {
    try (Session session = Session.open(context)) {
      RevealPermission given =
          WrongUse.ifRefused(() ->
              session
                  .engine()
                  .privacy()
                  .permitting()
                  .permit(session.caller(), wanted.asked(principal)));
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
        context.terminal().note("nobody may see or send what stands behind pseudonyms");
      } else {
        all.forEach(one -> line(sentence(one)));
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

  /** What was looked through before it was interrupted is shown as done. */
  private Progress lookThrough(Session session, String tenant, boolean dryRun) {
    Rescanning rescanning = session.engine().rescanning();
    Terminal terminal = context.terminal();
    AtomicLong shown = new AtomicLong();
    try (ProgressBar bar =
        terminal.progress("Looking through", rescanning.stored(tenant), context.nanos())) {
      Consumer<Progress> told = at -> bar.advance(at.scanned() - shown.getAndSet(at.scanned()));
      return dryRun ? rescanning.dryRun(tenant, told) : session.engine().rescan(tenant, told);
    }
  }

  private static String scanned(Session session, boolean on) {
    String tenant = session.caller().namespace().tenant();
    Progress progress = session.engine().privacy().rescans().progress(tenant);
    return new LookedThrough(on, progress, session.engine().rescanning().stored(tenant)).sentence();
  }

  private static String names(RevealPermission permission) {
    return permission.types().stream().map(WireName::of).sorted().collect(Collectors.joining(", "));
  }

  private static String sentence(RevealPermission permission) {
    String may =
        permission.hosts().isEmpty()
            ? "see " + names(permission)
            : "send %s to %s".formatted(names(permission), String.join(", ", permission.hosts()));
    return "%s  %s may %s for \"%s\" until %s"
        .formatted(
            permission.id(),
            permission.principal(),
            may,
            permission.purpose(),
            permission.expiresAt());
  }

  private static Json json(RevealPermission permission) {
    return JsonObject.builder()
        .put("id", permission.id())
        .put("principal", permission.principal())
        .put("types", names(permission))
        .put("purpose", permission.purpose())
        .put("hosts", Json.ofTexts(permission.hosts()))
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
