package dev.athena.app.privacy;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.audit.AuditExport;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.privacy.Privacy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code athena privacy audit}: lists the audit, checks it, and exports it. */
final class AuditView {
  private static final int LISTED = 50;

  private final ShellContext context;
  private final Session session;
  private final boolean json;

  AuditView(ShellContext context, Session session, boolean json) {
    this.context = context;
    this.session = session;
    this.json = json;
  }

  int list(@Nullable Integer limit) {
    // What this process noted comes first, so that it is among what is listed.
    session.engine().audit().look(false);
    JsonObject page =
        (JsonObject)
            session.call(
                "list_privacy_audit",
                JsonObject.builder().put("limit", limit == null ? LISTED : limit).build());
    if (json) {
      print(page);
      return ExitCode.DONE;
    }
    for (Json record : page.array("records").orElse(JsonArray.EMPTY).values()) {
      context.terminal().line(line((JsonObject) record));
    }
    return ExitCode.DONE;
  }

  /** Checks the log in the store, or an export of it. */
  int verify(@Nullable String file) {
    Privacy privacy = session.engine().privacy();
    return show(
        file == null
            ? privacy.verifyAudit()
            : WrongUse.ifRefused(() -> verify(privacy, path(file))));
  }

  private static Verdict verify(Privacy privacy, Path file) {
    try (BufferedReader reader = PrivateExport.reader(file)) {
      return privacy.verifyExport(reader.lines());
    } catch (IOException e) {
      throw new InvalidArgument(
          "%s cannot be read: %s".formatted(file, e.getMessage()), "name a file that can be", e);
    }
  }

  /** Signs the log and writes it to a file. */
  int export(@Nullable String file) {
    if (file == null) {
      throw new WrongUse("name a file: athena privacy audit export <file>");
    }
    session.engine().audit().look(true);
    if (session.engine().audit().upkeep().sign().isEmpty()) {
      context.terminal().note("the log is empty or was changed, and is not signed; verify tells");
    }
    Path target = path(file);
    AuditExport.Written[] written = {new AuditExport.Written(0, 0)};
    WrongUse.ifRefused(() ->
        PrivateExport.write(target, out -> written[0] = write(session.engine().privacy(), out)));
    if (json) {
      print(
          JsonObject.builder()
              .put("file", target.toString())
              .put("records", written[0].records())
              .put("last", written[0].last())
              .build());
    } else {
      context
          .terminal()
          .note(
              "%,d records written; keep the file where nobody who can change this home can"
                  .formatted(written[0].records()));
    }
    return ExitCode.DONE;
  }

  private static AuditExport.Written write(Privacy privacy, Writer out) {
    return privacy.exportAudit(text -> PrivateExport.line(out, text));
  }

  private Path path(String file) {
    return context.start().workingFolder().resolve(file);
  }

  private int show(Verdict verdict) {
    if (json) {
      print(
          JsonObject.builder()
              .put("records", verdict.records())
              .put("dropped", verdict.dropped())
              .put("signed", verdict.signed())
              .put("whole", verdict.isWhole())
              .put("faults", Json.ofTexts(verdict.faults()))
              .build());
    } else if (verdict.isWhole()) {
      context
          .terminal()
          .line(
              "%,d records, each as it was written; signed up to number %d; %,d were too old"
                  .formatted(verdict.records(), verdict.signed(), verdict.dropped()));
    } else {
      verdict.faults().forEach(context.terminal()::line);
    }
    return verdict.isWhole() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String line(JsonObject one) {
    return "%d  %s  %s  %s %s  %s  %s"
        .formatted(
            one.whole("number").orElse(0L),
            one.text("at").orElse(""),
            one.text("principal").orElse(""),
            one.text("action").orElse(""),
            one.text("outcome").orElse(""),
            one.text("target").orElse(""),
            JsonCodec.write(one.object("details").orElse(JsonObject.EMPTY)));
  }

  private void print(Json tree) {
    context.terminal().line(JsonCodec.writePretty(tree));
  }
}
