package dev.athena.app.transfer.source;

import dev.athena.json.JsonObject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes what a source reads. */
public interface Intake {
  /** Takes an item. */
  void take(Item item);

  /** Hears that something was left out: where it stood, and why in a few words. */
  void leaveOut(String place, String reason);

  /** Hears that reading has come {@code steps} further. */
  void advance(long steps);

  /**
   * One memory to be.
   *
   * @param place where it stood, such as {@code notes.jsonl:12}
   * @param memory an item of {@code remember_many}, or a line of an export
   * @param folder the folder it happened in, or null if that is not known
   */
  record Item(String place, JsonObject memory, @Nullable Path folder) {
    /** Returns an item of which no folder is known. */
    public static Item of(String place, JsonObject memory) {
      return new Item(place, memory, null);
    }
  }
}
