package dev.athena.store.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Connections of which one statement fails, at will. */
final class FaultyConnections implements UnaryOperator<Connection> {
  private static final int SQLITE_IOERR = 10;

  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

  /** Makes the {@code n}-th statement from now fail, and only that. */
  void failAt(long n) {
    left.set(n);
  }

  /** Returns whether the statement that was to fail has come. */
  boolean hasFailed() {
    return left.get() <= 0;
  }

  /** Lets all statements through. */
  void stop() {
    left.set(Long.MAX_VALUE);
  }

  @Override
  public Connection apply(Connection real) {
    return wrap(Connection.class, real);
  }

  private <T> T wrap(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().startsWith("execute") && left.decrementAndGet() == 0) {
                throw new SQLException("disk I/O error, on purpose", "", SQLITE_IOERR);
              }
              Object answer = call(real, method, arguments);
              return switch (answer) {
                case PreparedStatement statement -> wrap(PreparedStatement.class, statement);
                case Statement statement -> wrap(Statement.class, statement);
                case null, default -> answer;
              };
            }));
  }

  private static @Nullable Object call(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
