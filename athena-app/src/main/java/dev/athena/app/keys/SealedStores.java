package dev.athena.app.keys;

import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.SealedValues;
import dev.athena.json.JsonObject;
import java.util.List;

/** All stores of a home with anything sealed or hashed in them, open. */
public interface SealedStores extends AutoCloseable {
  /** There are none. */
  SealedStores NONE =
      new SealedStores() {
        @Override
        public List<SealedValues> all() {
          return List.of();
        }

        @Override
        public Checked check() {
          return new Checked(0, List.of());
        }

        @Override
        public void note(String event, AuditOutcome outcome, JsonObject details) {
          // Where no store is there is no audit.
        }

        @Override
        public void close() {}
      };

  /** Returns them. */
  List<SealedValues> all();

  /** Opens everything that is sealed. */
  Checked check();

  /**
   * Tells the audit of something that was done with the keys, and of keys that changed. If it
   * cannot be told, that is logged.
   */
  void note(String event, AuditOutcome outcome, JsonObject details);

  @Override
  void close();

  /**
   * What came of opening everything.
   *
   * @param opened how many values opened
   * @param plain how many rows are not sealed yet
   * @param broken where those are that did not open, the first of them if they are many
   */
  record Checked(long opened, long plain, List<String> broken) {
    public Checked {
      broken = List.copyOf(broken);
    }

    /** Creates it for where all is sealed. */
    public Checked(long opened, List<String> broken) {
      this(opened, 0, broken);
    }
  }
}
