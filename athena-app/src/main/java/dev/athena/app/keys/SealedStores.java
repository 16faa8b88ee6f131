package dev.athena.app.keys;

import dev.athena.crypto.SealedValues;
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
        public void close() {}
      };

  /** Returns them. */
  List<SealedValues> all();

  /** Opens everything that is sealed. */
  Checked check();

  @Override
  void close();

  /**
   * What came of opening everything.
   *
   * @param opened how many values opened
   * @param broken where those are that did not open, the first of them if they are many
   */
  record Checked(long opened, List<String> broken) {
    public Checked {
      broken = List.copyOf(broken);
    }
  }
}
