package dev.athena.store.sqlite;

import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own that seals a home anew until it is killed, or nothing is left. */
final class ChildSealing {
  static final String STEP = "step";
  static final String DONE = "done";

  private ChildSealing() {}

  /** Arguments: the home, a file with the keys. */
  public static void main(String[] arguments) throws IOException {
    InMemoryKeyring keys = InMemoryKeyring.read(Files.readString(Path.of(arguments[1])));
    try (SqliteStorage storage = SqliteStorage.open(Path.of(arguments[0]), keys)) {
      while (storage.sealAnew(3) > 0) {
        System.out.println(STEP);
        System.out.flush();
      }
    }
    System.out.println(DONE);
    System.out.flush();
  }
}
