package dev.athena.app.privacy;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.app.engine.FilesOnDisk;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.privacy.Corrections.Corrected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the commands do that are about one person. */
final class SubjectView {
  private final ShellContext context;
  private final Session session;
  private final boolean json;

  SubjectView(ShellContext context, Session session, boolean json) {
    this.context = context;
    this.session = session;
    this.json = json;
  }

  /** Writes all that is kept of somebody into a file, and remembers that there is one. */
  int export(List<String> values, String file, @Nullable String reason) {
    String why = reason == null ? "" : reason;
    JsonObject found =
        WrongUse.ifRefused(() ->
            session.engine().subjectExport().export(session.caller(), values, reason != null, why));
    Path written =
        WrongUse.ifRefused(() ->
            PrivateExport.write(
                context.start().workingFolder().resolve(file),
                out -> PrivateExport.line(out, JsonCodec.writePretty(found))));
    session
        .engine()
        .privacy()
        .exports()
        .made(session.caller(), written.toString(), sha256(written), values);
    JsonObject memories = found.object("memories").orElse(JsonObject.EMPTY);
    int count =
        memories.members().values().stream().mapToInt(each -> ((JsonArray) each).size()).sum();
    if (json) {
      print(
          JsonObject.builder()
              .put("file", written.toString())
              .put("memories", count)
              .put("executions", found.array("executions").orElse(JsonArray.EMPTY).size())
              .put("values", found.array("values").orElse(JsonArray.EMPTY).size())
              .build());
    } else {
      context
          .terminal()
          .note("%,d memories written to %s, which only you can read".formatted(count, written));
    }
    return ExitCode.DONE;
  }

  /** Shows what would be erased, asks, erases, and shows what was found afterwards. */
  int erase(String value, boolean yes, boolean dryRun) {
    JsonObject plan = erase(value, true);
    if (dryRun && json) {
      print(plan);
    }
    if (!json) {
      show(plan, "would be");
    }
    if (dryRun) {
      return ExitCode.DONE;
    }
    if (!yes && !context.terminal().confirmed("Erase it for good?", context.streams().in())) {
      context.terminal().note("nothing was erased; with --yes it is done without asking");
      return ExitCode.FAILED;
    }
    JsonObject done = erase(value, false);
    JsonObject left = done.object("left").orElse(JsonObject.EMPTY);
    if (json) {
      print(JsonObject.builder().put("erased", done).put("left", left).build());
    } else {
      show(done, "were");
      context.terminal().note("looked for it again, and found: " + JsonCodec.write(left));
      context
          .terminal()
          .note("backups of the vault from before open until `athena keys rotate vault`");
      done.object("proof").ifPresent(proof -> context.terminal().line(JsonCodec.write(proof)));
    }
    return ExitCode.DONE;
  }

  /** Puts one value in the place of another. */
  int correct(String wrong, String right) {
    Corrected corrected =
        WrongUse.ifRefused(
            () -> session.engine().privacy().corrections().correct(session.caller(), wrong, right));
    if (json) {
      print(
          JsonObject.builder()
              .put(
                  "pseudonyms",
                  Json.ofTexts(corrected.pseudonyms().stream().map(Object::toString).toList()))
              .put("apart", corrected.apart())
              .build());
      return ExitCode.DONE;
    }
    corrected
        .pseudonyms()
        .forEach(one -> context.terminal().line(one + " stands for the right value now"));
    if (corrected.apart() > 0) {
      context
          .terminal()
          .note("the right value had a pseudonym of its own, by which questions go on to find it");
    }
    return ExitCode.DONE;
  }

  private JsonObject erase(String value, boolean dryRun) {
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
    context
        .terminal()
        .line(
            "%d values behind pseudonyms, memories (%s) and the sources of %d programs %s erased"
                .formatted(
                    erased.array("pseudonyms").orElse(JsonArray.EMPTY).size(),
                    memories,
                    erased.whole("executions").orElse(0L),
                    were));
    erased
        .whole("executions_removed")
        .filter(count -> count > 0)
        .ifPresent(
            count -> context.terminal().line("%d executions %s removed".formatted(count, were)));
    erased
        .whole("session_files")
        .filter(count -> count > 0)
        .ifPresent(count ->
            context.terminal().line("%d files of sessions %s removed".formatted(count, were)));
    for (Json each : erased.array("exports").orElse(JsonArray.EMPTY).values()) {
      JsonObject file = (JsonObject) each;
      context
          .terminal()
          .line(
              "the export of %s, %s: %s"
                  .formatted(
                      file.text("written_at").orElse(""),
                      file.text("path").orElse(""),
                      file.text("state").orElse("").replace('_', ' ')));
    }
  }

  private static String sha256(Path file) {
    try {
      return FilesOnDisk.sha256(file);
    } catch (IOException e) {
      throw new WrongUse(file + " cannot be read again: " + e.getMessage());
    }
  }

  private void print(Json tree) {
    context.terminal().line(JsonCodec.writePretty(tree));
  }
}
