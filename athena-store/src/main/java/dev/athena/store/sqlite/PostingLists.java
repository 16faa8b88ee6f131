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
    sql.each(
        "select rowid from term_index where term_index match ?",
        row -> seen.accept(row.getLong(1)),
        term);
  }

  /** Shows the newest memories that hold a term. */
  void newestOf(String term, int limit, LongConsumer seen) {
    sql.each(
        "select rowid from term_index where term_index match ? order by rowid desc limit ?",
        row -> seen.accept(row.getLong(1)),
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

  private static String all(List<String> terms) {
    return terms.stream().collect(Collectors.joining(" AND "));
  }
}
