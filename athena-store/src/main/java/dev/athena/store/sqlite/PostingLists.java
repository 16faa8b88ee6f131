package dev.athena.store.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The full-text index: which memories hold a term, by {@code seq}.
 *
 * <p>An instance serves one transaction.
 */
final class PostingLists {
  /** The length of the longest list that is read to count it. */
  static final int SHORT = 1_000;

  private static final String OF_TERM = "select rowid from term_index where term_index match ?";

  /** What stands between the names of one term. */
  private static final Pattern BETWEEN = Pattern.compile("[ ()OR]+");

  private final Sql sql;
  private final ReadLists read;
  private final long change;

  /** Creates what neither knows what others have read nor tells them. */
  PostingLists(Sql sql) {
    this(sql, new ReadLists(), 0);
  }

  /**
   * Creates what shares {@code read} with other transactions.
   *
   * @param change the newest change that this transaction sees
   */
  PostingLists(Sql sql, ReadLists read, long change) {
    this.sql = sql;
    this.read = read;
    this.change = change;
  }

  void add(long seq, TermVector terms, TermNames names) {
    sql.update("insert into term_index (rowid, terms) values (?, ?)", seq, terms.spelled(names));
  }

  /** Takes a memory out; {@code terms} and their names must be just those it was added with. */
  void remove(long seq, TermVector terms, TermNames names) {
    sql.update(
        "insert into term_index (term_index, rowid, terms) values ('delete', ?, ?)",
        seq,
        terms.spelled(names));
  }

  /** Returns how one asks for a term, whichever of {@code names} it has in a memory. */
  static String anyOf(List<TermNames> names, long key) {
    return names.size() == 1
        ? names.getFirst().of(key)
        : names.stream().map(name -> name.of(key)).collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Returns in how many memories a term occurs; of a rare one the list is read for it. */
  long frequency(String term) {
    Optional<long[]> known = read.find(change, term);
    if (known.isPresent()) {
      return known.get().length;
    }
    long[] first = numbers(OF_TERM + " limit ?", term, SHORT + 1);
    if (first.length <= SHORT) {
      read.keep(change, term, first);
      return first.length;
    }
    long sum = 0;
    for (String name : BETWEEN.splitAsStream(term).filter(each -> !each.isEmpty()).toList()) {
      sum +=
          sql.first("select doc from term_frequency where term = ?", row -> row.getLong(1), name)
              .orElse(0L);
    }
    return sum;
  }

  /** Shows the memories that hold a term, the oldest first. */
  void of(String term, LongConsumer seen) {
    each(list(term, () -> numbers(OF_TERM, term)), seen);
  }

  /** Shows the newest memories that hold a term. */
  void newestOf(String term, int limit, LongConsumer seen) {
    String newest = OF_TERM + " order by rowid desc limit ?";
    each(list(term + " newest " + limit, () -> numbers(newest, term, limit)), seen);
  }

  /** Shows the memories that hold all of {@code terms}, the oldest first. */
  void ofAll(List<String> terms, LongConsumer seen) {
    of(all(terms), seen);
  }

  /** Shows the newest memories that hold all of {@code terms}. */
  void newestOfAll(List<String> terms, int limit, LongConsumer seen) {
    newestOf(all(terms), limit, seen);
  }

  private long[] list(String name, Supplier<long[]> reading) {
    return read.find(change, name)
        .orElseGet(() -> {
          long[] list = reading.get();
          read.keep(change, name, list);
          return list;
        });
  }

  private static void each(long[] seqs, LongConsumer seen) {
    for (long seq : seqs) {
      seen.accept(seq);
    }
  }

  /** To fetch a row costs several times what the posting in it does, so all come as one text. */
  private long[] numbers(String query, Object... arguments) {
    byte[] text =
        sql.first(
                "select coalesce(group_concat(rowid), '') from (" + query + ")",
                row -> row.getBytes(1),
                arguments)
            .orElse(new byte[0]);
    return numbers(text);
  }

  /** Reads numbers with commas between. */
  private static long[] numbers(byte[] text) {
    int count = text.length == 0 ? 0 : 1;
    for (byte letter : text) {
      count += letter == ',' ? 1 : 0;
    }
    long[] numbers = new long[count];
    int at = 0;
    for (byte letter : text) {
      if (letter == ',') {
        at++;
      } else {
        numbers[at] = numbers[at] * 10 + (letter - '0');
      }
    }
    return numbers;
  }

  private static String all(List<String> terms) {
    return terms.stream().collect(Collectors.joining(" AND "));
  }
}
