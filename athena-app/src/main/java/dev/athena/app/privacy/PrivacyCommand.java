package dev.athena.app.privacy;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.operation.Rescanning;
import dev.athena.privacy.Progress;
import dev.athena.privacy.RevealPermission;
import java.util.List;
import java.util.Optional;
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
      line(scanned(status));
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
      Rescanning rescanning = session.engine().rescanning();
      Consumer<Progress> told =
          at -> context.terminal().note("%,d looked through".formatted(at.scanned()));
      Progress done = dryRun ? rescanning.dryRun(tenant, told) : rescanning.run(tenant, told);
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
        "Show who saw, changed or removed what is private; or check that nobody changed the log.",
        "",
        "  athena privacy audit",
        "  athena privacy audit verify"
      })
  int audit(
      @Parameters(arity = "0..1", paramLabel = "verify", description = "Check the whole log.")
          @Nullable String what,
      @Option(names = "--limit", paramLabel = "<n>", description = "Show so many (50).")
          @Nullable Integer limit,
      @Option(names = "--json", description = JSON) boolean json) {
    if (what != null && !what.equals("verify")) {
      throw new WrongUse("audit does not know \"" + what + "\"; it knows verify");
    }
    try (Session session = Session.open(context)) {
      return what == null
          ? list(session, limit == null ? 50 : limit, json)
          : verify(session.engine().privacy().verifyAudit(), json);
    }
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description = {
        "Erase all that is kept of somebody, in all projects.",
        "",
        "Shows first what would be erased, and asks."
      })
  int erase(
      @Parameters(paramLabel = "<value>", description = "A name, an address or another value.")
          String value,
      @Option(names = "--yes", description = "Do not ask.") boolean yes,
      @Option(names = "--dry-run", description = "Only show what would be erased.") boolean dryRun,
      @Option(names = "--json", description = JSON) boolean json) {
    try (Session session = Session.open(context)) {
      JsonObject plan = erase(session, value, true);
      if (!json) {
        show(plan, "would be");
      }
      if (dryRun) {
        if (json) {
          print(plan);
        }
        return ExitCode.DONE;
      }
      if (!yes && !context.terminal().confirmed("Erase it for good?", context.streams().in())) {
        context.terminal().note("nothing was erased; with --yes it is done without asking");
        return ExitCode.FAILED;
      }
      JsonObject done = erase(session, value, false);
      JsonObject left = erase(session, value, true);
      if (json) {
        print(JsonObject.builder().put("erased", done).put("left", left).build());
      } else {
        show(done, "were");
        context.terminal().note("looked for it again:");
        show(left, "are left to be");
      }
      return ExitCode.DONE;
    }
  }

  private static JsonObject erase(Session session, String value, boolean dryRun) {
    return (JsonObject)
        session.call(
            "erase_subject",
            JsonObject.builder().put("value", value).put("dry_run", dryRun).build());
  }

  private void show(JsonObject erased, String were) {
    String memories =
        erased.object("memories").orElse(JsonObject.EMPTY).members().entrySet().stream()
            .map(one -> JsonCodec.write(one.getValue()) + " " + one.getKey())
            .collect(Collectors.joining(", "));
    line(
        "%d values behind pseudonyms, memories (%s) and the sources of %d programs %s erased"
            .formatted(
                erased.array("pseudonyms").orElse(JsonArray.EMPTY).size(),
                memories,
                erased.whole("executions").orElse(0L),
                were));
  }

  private int list(Session session, int limit, boolean json) {
    JsonObject page =
        (JsonObject)
            session.call("list_privacy_audit", JsonObject.builder().put("limit", limit).build());
    if (json) {
      print(page);
      return ExitCode.DONE;
    }
    for (Json record : page.array("records").orElse(JsonArray.EMPTY).values()) {
      JsonObject one = (JsonObject) record;
      line(
          "%d  %s  %s  %s %s  %s  %s"
              .formatted(
                  one.whole("number").orElse(0L),
                  one.text("at").orElse(""),
                  one.text("principal").orElse(""),
                  one.text("action").orElse(""),
                  one.text("outcome").orElse(""),
                  one.text("target").orElse(""),
                  JsonCodec.write(one.object("details").orElse(JsonObject.EMPTY))));
    }
    return ExitCode.DONE;
  }

  private int verify(Verdict verdict, boolean json) {
    if (json) {
      print(
          JsonObject.builder()
              .put("records", verdict.records())
              .put("whole", verdict.isWhole())
              .put("faults", Json.ofTexts(verdict.faults()))
              .build());
    } else if (verdict.isWhole()) {
      line("%,d records, each as it was written".formatted(verdict.records()));
    } else {
      verdict.faults().forEach(this::line);
    }
    return verdict.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String scanned(JsonObject status) {
    return status
        .text("scanned_at")
        .map(at -> "all that is stored was looked through by " + at)
        .orElseGet(() ->
            "what is stored is looked through to "
                + JsonCodec.write(status.find("scanned").orElse(Json.of(0)))
                + " of 1; `athena privacy rescan` does the rest");
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
