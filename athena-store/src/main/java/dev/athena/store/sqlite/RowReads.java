package dev.athena.store.sqlite;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads many rows by {@code seq} in few statements. */
final class RowReads {
  private static final int CHUNK = 64;
  private static final String MARKS = String.join(",", Collections.nCopies(CHUNK, "?"));

  private RowReads() {}

  /** Shows the rows of {@code select … where seq in (…)} for all of {@code seqs}, in any order. */
  static void each(Sql sql, String select, List<Long> seqs, Sql.RowVisitor visitor) {
    for (int from = 0; from < seqs.size(); from += CHUNK) {
      List<Long> chunk = seqs.subList(from, Math.min(seqs.size(), from + CHUNK));
      @Nullable Object[] arguments = new @Nullable Object[CHUNK];
      Arrays.setAll(arguments, i -> i < chunk.size() ? chunk.get(i) : null);
      sql.each(select + " where seq in (" + MARKS + ")", visitor, arguments);
    }
  }
}
