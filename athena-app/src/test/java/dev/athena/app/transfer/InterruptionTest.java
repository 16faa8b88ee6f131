package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.Session;
import dev.athena.app.transfer.source.Intake;
import dev.athena.app.transfer.source.Source;
import dev.athena.json.JsonObject;
import dev.athena.operation.Archive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  private static final int ITEMS = 2 * Importer.BATCH_MAX + 7;

  @TempDir private Path temporary;

  @Test
  void anInterruptedImportIsFinishedByRunningItAgain() {
    List<String> whole = imported("whole");

    for (int until : List.of(0, Importer.BATCH_MAX - 1, Importer.BATCH_MAX, ITEMS - 1)) {
      String home = "home" + until;
      assertThatThrownBy(() -> run(home, new Numbers(until))).isInstanceOf(Stopped.class);

      ImportReport report = run(home, new Numbers(ITEMS));

      long durable = (long) until / Importer.BATCH_MAX * Importer.BATCH_MAX;
      assertThat(report.duplicates()).isEqualTo(durable);
      assertThat(report.added()).isEqualTo(ITEMS - durable);
      assertThat(contents(home)).isEqualTo(whole);
    }
  }

  private List<String> imported(String home) {
    run(home, new Numbers(ITEMS));
    return contents(home);
  }

  private ImportReport run(String home, Source source) {
    try (Session session = open(home)) {
      Importer.Destination destination = new Importer.Destination(session.caller(), false);
      return new Importer(session.engine(), destination).run(source, _ -> {});
    }
  }

  private List<String> contents(String home) {
    List<String> contents = new ArrayList<>();
    try (Session session = open(home)) {
      Archive archive = session.engine().archive(session.caller());
      archive.export(line -> contents.add(line.text("content").orElseThrow()));
    }
    return contents;
  }

  private Session open(String home) {
    return Session.open(new RecordedShell(temporary.resolve(home)).context());
  }

  /** The process ends. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Numbered facts; reading stops after some of them. */
  private record Numbers(int until) implements Source {
    @Override
    public String unit() {
      return "facts";
    }

    @Override
    public long steps() {
      return ITEMS;
    }

    @Override
    public void read(Intake intake) {
      for (int i = 0; i < ITEMS; i++) {
        if (i == until) {
          throw new Stopped();
        }
        JsonObject fact =
            JsonObject.builder().put("kind", "semantic").put("content", "Fact " + i).build();
        intake.take(Intake.Item.of("numbers:" + i, fact));
      }
    }
  }
}
