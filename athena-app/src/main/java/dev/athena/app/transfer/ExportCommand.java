package dev.athena.app.transfer;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.engine.FilesOnDisk;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonCodec;
import dev.athena.memory.ProjectStore;
import dev.athena.principal.Namespace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write all memories, one JSON object a line.",
      "",
      "`athena import jsonl` takes them back the same: ids, times, history and all."
    })
public final class ExportCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final ShellContext context;

  @Option(names = "--all-projects", description = "Write the memories of all projects.")
  private boolean allProjects;

  @Option(names = "--quiet", description = "Do not say how many were written.")
  private boolean quiet;

  private @Nullable String file;

  public ExportCommand(ShellContext context) {
    this.context = context;
  }

  @Parameters(
      paramLabel = "<file>",
      arity = "0..1",
      description = "Where to; - or nothing is standard output.")
  void setFile(String file) {
    this.file = file;
  }

  @Override
  public Integer call() {
    String target = file;
    long written;
    try (Session session = Session.open(context)) {
      if (target == null || target.equals(STANDARD_OUTPUT)) {
        written = write(session, context.streams().out());
      } else {
        Path path = context.start().workingFolder().resolve(target).toAbsolutePath().normalize();
        written = writeFile(session, path);
        remember(session, path);
      }
    }
    if (!quiet) {
      context.terminal().note("%,d memories written".formatted(written));
    }
    return ExitCode.DONE;
  }

  /** An erasure tells of files that were exported before; and so does the audit. */
  private static void remember(Session session, Path path) {
    try {
      session
          .engine()
          .privacy()
          .exports()
          .made(session.caller(), path.toString(), FilesOnDisk.sha256(path), List.of());
    } catch (IOException e) {
      throw new InvalidArgument(
          "%s cannot be read again: %s".formatted(path, e.getMessage()),
          "see who else writes to it",
          e);
    }
  }

  /** Replaces the file in one step, when all is written. */
  private long writeFile(Session session, Path path) {
    Path folder = path.toAbsolutePath().normalize().resolveSibling("");
    try {
      Path draft = Files.createTempFile(folder, "athena-export", ".jsonl");
      try {
        long written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
          written = write(session, out);
        }
        Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
        return written;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      String reason =
          e.getCause() instanceof IOException wrapped ? wrapped.getMessage() : e.getMessage();
      throw new InvalidArgument(
          "cannot write " + path + ": " + reason,
          "name a file that can be written, on a disk with room",
          e);
    }
  }

  private long write(Session session, OutputStream out) {
    long[] written = {0};
    for (String project : projects(session)) {
      session
          .engine()
          .archive(session.caller().in(project))
          .export(memory -> {
            writeLine(out, JsonCodec.write(memory));
            written[0]++;
          });
    }
    return written[0];
  }

  private List<String> projects(Session session) {
    Namespace present = session.caller().namespace();
    return allProjects
        ? session
            .engine()
            .storage()
            .read(tx -> tx.store(ProjectStore.class).projects(present.tenant()))
        : List.of(present.project());
  }

  private static void writeLine(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
