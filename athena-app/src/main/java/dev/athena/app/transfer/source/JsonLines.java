package dev.athena.app.transfer.source;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import dev.athena.json.WellFormed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/**
 * A file with a JSON object on each line; lines that are none are reported as left out. A character
 * that whoever wrote it cut in half is replaced: nobody can send the rest.
 */
final class JsonLines {
  private final Path file;
  private final String name;
  private final Intake intake;

  JsonLines(Path file, String name, Intake intake) {
    this.file = file;
    this.name = name;
    this.intake = intake;
  }

  /** Returns the bytes of a file. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new InvalidArgument(
          "there is no file " + file, "name a file that is there and can be read", e);
    }
  }

  /** Shows each object with its place; tells the intake of bytes as steps. */
  void read(BiConsumer<String, JsonObject> visitor) {
    new TextLines(TextLines.LINE_BYTES_MAX)
        .read(
            file,
            new TextLines.Visitor() {
              @Override
              public void line(int number, String text) {
                intake.advance(text.length() + 1L);
                object(place(number), text, visitor);
              }

              @Override
              public void tooLong(int number) {
                intake.leaveOut(
                    place(number),
                    "the line has more than %,d bytes".formatted(TextLines.LINE_BYTES_MAX));
              }
            });
  }

  private String place(int number) {
    return name + ":" + number;
  }

  private void object(String place, String text, BiConsumer<String, JsonObject> visitor) {
    JsonObject object;
    try {
      if (!(WellFormed.mended(JsonCodec.read(text)) instanceof JsonObject read)) {
        intake.leaveOut(place, "the line is not a JSON object");
        return;
      }
      object = read;
    } catch (MalformedJson _) {
      intake.leaveOut(place, "the line is not valid JSON");
      return;
    }
    visitor.accept(place, object);
  }
}
