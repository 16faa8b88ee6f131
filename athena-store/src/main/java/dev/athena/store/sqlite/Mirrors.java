package dev.athena.store.sqlite;

import dev.athena.principal.Namespace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The mirrors of the namespaces that are searched, brought up to date before each search.
 *
 * <p>Every process follows the table {@code change}, so what one writes is in the next search of
 * all.
 */
final class Mirrors {
  /** How many namespaces are held in main memory; when there are more, all start afresh. */
  static final int NAMESPACES_MAX = 200;

  private final Map<Namespace, Followed> byNamespace = new ConcurrentHashMap<>();

  /** Runs {@code work} on the mirror as it is in the present state of the transaction. */
  <T> T search(Namespace namespace, Sql sql, Seals seals, Function<Mirror, T> work) {
    if (byNamespace.size() >= NAMESPACES_MAX && !byNamespace.containsKey(namespace)) {
      byNamespace.clear(); // those in use are held by their searches, and are made anew after
    }
    Followed followed = byNamespace.computeIfAbsent(namespace, Followed::new);
    followed.catchUp(sql, seals);
    followed.lock.readLock().lock();
    try {
      return work.apply(followed.mirror);
    } finally {
      followed.lock.readLock().unlock();
    }
  }

  /** One mirror and how far it has followed the changes. */
  private static final class Followed {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Namespace namespace;
    private Mirror mirror = new Mirror();
    private long followedTo = -1;

    Followed(Namespace namespace) {
      this.namespace = namespace;
    }

    void catchUp(Sql sql, Seals seals) {
      long newest = ChangeLog.newest(sql);
      if (reached(newest)) {
        return;
      }
      lock.writeLock().lock();
      try {
        if (followedTo < newest) {
          follow(sql, seals);
          followedTo = newest;
        }
      } finally {
        lock.writeLock().unlock();
      }
    }

    private boolean reached(long newest) {
      lock.readLock().lock();
      try {
        return followedTo >= newest;
      } finally {
        lock.readLock().unlock();
      }
    }

    private void follow(Sql sql, Seals seals) {
      if (followedTo < 0 || !ChangeLog.reachesBackTo(sql, followedTo) || mirror.isMostlyDead()) {
        load(sql, seals);
        return;
      }
      sql.each(
          "select c.seq, "
              + SearchRow.COLUMNS.replaceAll("(?<=^|, |\n)(?=[a-z])", "r.")
              + """
               from change c left join search_row r
                on r.seq = c.seq and r.tenant = ? and r.project = ?
              where c.n > ? order by c.n
              """,
          row -> {
            row.getLong(2);
            if (row.wasNull()) {
              mirror.remove(row.getLong(1));
            } else {
              mirror.put(SearchRow.read(row, 2, namespace, seals));
            }
          },
          namespace.tenant(),
          namespace.project(),
          followedTo);
    }

    private void load(Sql sql, Seals seals) {
      Mirror fresh = new Mirror();
      fresh.reserve(
          (int)
              sql.number(
                  "select count(*) from search_row where tenant = ? and project = ?",
                  namespace.tenant(),
                  namespace.project()));
      sql.each(
          "select "
              + SearchRow.COLUMNS
              + " from search_row where tenant = ? and project = ? order by seq",
          row -> fresh.put(SearchRow.read(row, 1, namespace, seals)),
          namespace.tenant(),
          namespace.project());
      mirror = fresh;
    }
  }
}
