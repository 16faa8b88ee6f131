package dev.athena.store.sqlite;

import dev.athena.error.AthenaException;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Compares the full-text index with the terms that are kept with each memory.
 *
 * <p>The index lists memories by term, the other side terms by memory; so both are added up, each
 * pair of a term and a memory as a number that only this comparison could tell.
 */
final class VerifyingPostings {
  /** How many problems are told of. */
  private static final int PROBLEMS_MAX = 10;

  private final Sql sql;
  private final Seals seals;
  private final long[] secrets;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, TermNames> names = new HashMap<>();

  VerifyingPostings(Sql sql, Seals seals, RandomGenerator chance) {
    this.sql = sql;
    this.seals = seals;
    this.secrets = chance.longs(4).toArray();
  }

  /** Returns what is wrong; nothing if both sides say the same. */
  List<String> problems() {
    Sum kept = kept();
    Sum indexed = new Sum();
    sql.each(
        "select term, doc from term_posting", row -> indexed.add(row.getString(1), row.getLong(2)));
    if (problems.isEmpty() && !kept.isSame(indexed)) {
      note("the full-text index does not hold the terms of the memories");
    }
    if (sql.number(
            "select count(*) from term_index_config where (k = 'secure-delete' and v = 1)"
                + " or (k = 'version' and v in (4, 5))")
        != sql.number("select count(*) from term_index_config")) {
      note("the full-text index is set up in another way");
    }
    return problems;
  }

  private Sum kept() {
    Sum kept = new Sum();
    sql.each(
        "select seq, tenant, project, id, terms, epoch from term_vector",
        row -> {
          Namespace namespace = new Namespace(row.getString(2), row.getString(3));
          MemoryId id = new MemoryId(row.getString(4));
          MemoryParts parts = new MemoryParts(namespace, row.getLong(1), id);
          try {
            byte[] packed = seals.bytes(parts.terms(), row.getLong(6), row.getBytes(5));
            add(kept, parts, TermVector.unpack(packed), row.getLong(6));
          } catch (AthenaException e) {
            note("terms of %s: %s".formatted(id.value(), e.getMessage()));
          }
        });
    return kept;
  }

  private void add(Sum kept, MemoryParts parts, TermVector terms, long epoch) {
    String tenant = parts.namespace().tenant();
    TermNames spelling =
        names.computeIfAbsent(epoch + " " + tenant, _ -> seals.names(tenant, epoch));
    for (long name : terms.names(spelling)) {
      kept.add(TermKey.spell(name), parts.seq());
    }
  }

  private void note(String problem) {
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(problem);
    }
  }

  /** The sum over pairs, in any order. */
  private final class Sum {
    private long first;
    private long second;

    void add(String term, long seq) {
      long name = 0;
      for (int i = 0; i < term.length(); i++) {
        name = 37 * name + term.charAt(i);
      }
      first += mixed(mixed(name ^ secrets[0]) + seq ^ secrets[1]);
      second += mixed(mixed(name ^ secrets[2]) + seq ^ secrets[3]);
    }

    boolean isSame(Sum other) {
      return first == other.first && second == other.second;
    }
  }

  /** Stafford's thirteenth variant of the finalizer of MurmurHash3. */
  private static long mixed(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
