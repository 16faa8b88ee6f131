package dev.athena.app.transfer.source;

import java.nio.file.Path;

/** A file with an item of {@code remember_many}, or a line of an export, on each line. */
public final class JsonLinesSource implements Source {
  private final Path file;

  public JsonLinesSource(Path file) {
    this.file = file;
  }

  @Override
  public String unit() {
    return "bytes";
  }

  @Override
  public long steps() {
    return JsonLines.size(file);
  }

  @Override
  public void read(Intake intake) {
    new JsonLines(file, String.valueOf(file.getFileName()), intake)
        .read((place, memory) -> intake.take(Intake.Item.of(place, memory)));
  }
}
