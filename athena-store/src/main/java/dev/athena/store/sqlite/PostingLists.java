package dev.athena.store.sqlite;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The full-text index: which memories hold a term, by {@code seq}. */
final class PostingLists {
  private final Sql sql;

  PostingLists(Sql sql) {
    this.sql = sql;
  }

  void add(long seq, TermVector terms) {
    sql.update("insert into term_index (rowid, terms) values (?, ?)", seq, terms.spelled());
  }

  /** Takes a memory out; {@code terms} must be just those it was added with. */
  void remove(long seq, TermVector terms) {
    sql.update(
        "insert into term_index (term_index, rowid, terms) values ('delete', ?, ?)",
        seq,
        terms.spelled());
  }

  /** Returns in how many memories a term occurs. */
  long frequency(String term) {
    return sql.first("select doc from term_frequency where term = ?", row -> row.getLong(1), term)
        .orElse(0L);
  }

  /** Shows the memories that hold a term, the oldest first. */
  void of(String term, LongConsumer seen) {
    each("select rowid from term_index where term_index match ?", seen, term);
  }

  /** Shows the newest memories that hold a term. */
  void newestOf(String term, int limit, LongConsumer seen) {
    each(
        "select rowid from term_index where term_index match ? order by rowid desc limit ?",
        seen,
        term,
        limit);
  }

  /** Shows the memories that hold all of {@code terms}, the oldest first. */
  void ofAll(List<String> terms, LongConsumer seen) {
    of(all(terms), seen);
  }

  /** Shows the newest memories that hold all of {@code terms}. */
  void newestOfAll(List<String> terms, int limit, LongConsumer seen) {
    newestOf(all(terms), limit, seen);
  }

  /** To fetch a row costs several times what the posting in it does, so all come as one text. */
  private void each(String query, LongConsumer seen, Object... arguments) {
    byte[] text =
        sql.first(
                "select coalesce(group_concat(rowid), '') from (" + query + ")",
                row -> row.getBytes(1),
                arguments)
            .orElse(new byte[0]);
    long number = 0;
    for (byte letter : text) {
      if (letter == ',') {
        seen.accept(number);
        number = 0;
      } else {
        number = number * 10 + (letter - '0');
      }
    }
    if (text.length > 0) {
      seen.accept(number);
    }
  }

  private static String all(List<String> terms) {
    return terms.stream().collect(Collectors.joining(" AND "));
  }
}
