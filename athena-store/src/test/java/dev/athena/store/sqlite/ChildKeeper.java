package dev.athena.store.sqlite;

import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own that changes a home as a whole until it is killed, or has done it. */
final class ChildKeeper {
  static final String STEP = "step";
  static final String DONE = "done";

  /** In the place of what is to be erased: look through what was stored in the open. */
  static final String RESCAN = "rescan";

  private ChildKeeper() {}

  /**
   * Arguments: the home, a file with the keys, and what is to be erased, or {@link #RESCAN}; if
   * none, it seals anew.
   */
  public static void main(String[] arguments) throws IOException {
    InMemoryKeyring keys = InMemoryKeyring.read(Files.readString(Path.of(arguments[1])));
    try (PrivateHome home = new PrivateHome(Path.of(arguments[0]), keys)) {
      if (arguments.length > 2 && arguments[2].equals(RESCAN)) {
        say(STEP);
        while (home.rescanning.step() > 0) {
          say(STEP);
        }
      } else if (arguments.length > 2) {
        home.erase("nobody@nowhere.example.org", true); // the detector is made by now
        say(STEP);
        home.erase(arguments[2], false);
      } else {
        say(STEP);
        while (home.sealAnew(3) > 0) {
          say(STEP);
        }
      }
    }
    say(DONE);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
