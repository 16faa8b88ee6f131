package dev.athena.app.transfer.source;

/** Something that memories can be read from. */
public interface Source extends AutoCloseable {
  /** Returns what its steps are, such as {@code commits}. */
  String unit();

  /** Returns how many steps reading takes, or 0 if that is not known. */
  long steps();

  /** Hands over all that is there, always in the same order, and says what was left out. */
  void read(Intake intake);

  @Override
  default void close() {}
}
