package dev.athena.app.doctor;

import dev.athena.error.AthenaException;
import dev.athena.store.sqlite.StoreInspection;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Whether the memories can be read. */
public final class StoreCheck implements Check {
  private static final double MEBIBYTE = 1L << 20;

  private final Path folder;

  public StoreCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public String subject() {
    return "store";
  }

  @Override
  public Finding look() {
    try {
      Optional<StoreInspection> found = StoreInspection.of(folder);
      return found
          .map(StoreCheck::judge)
          .orElseGet(() -> Finding.good("empty (made on first use)"));
    } catch (AthenaException e) {
      return Finding.missing(folder + " cannot be read: " + e.problem(), e.hint());
    }
  }

  static Finding judge(StoreInspection store) {
    if (!store.damage().isEmpty()) {
      return Finding.missing(
          "damaged: " + store.damage().getFirst(),
          "copy the folder away, then `athena export` what can still be read");
    }
    if (store.schema() > store.schemaKnown()) {
      return Finding.missing(
          "written by a newer Athena (schema " + store.schema() + ")", "update this Athena");
    }
    if (store.schema() < store.schemaKnown()) {
      return Finding.good("of an older Athena; it is brought up to date on first use");
    }
    StoreInspection.Counts counts = store.counts();
    return Finding.good(
        String.format(
            Locale.ROOT,
            "%,d memories (%,d episodic, %,d semantic, %,d procedural) in %,d project(s), %.1f MiB,"
                + " %,d vectors pending, schema %d",
            counts.all(),
            counts.episodic(),
            counts.semantic(),
            counts.procedural(),
            counts.projects(),
            store.bytes() / MEBIBYTE,
            store.pending(),
            store.schema()));
  }
}
