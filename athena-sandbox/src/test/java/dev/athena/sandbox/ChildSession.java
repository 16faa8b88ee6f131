package dev.athena.sandbox;

import dev.athena.testkit.InMemoryKeyring;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process of its own that writes the same file of a session again and again, each time with the
 * next letter, and says each when it is written; until it is killed, or the disk is full.
 */
final class ChildSession {
  /** What the file is called. */
  static final String FILE = "notes.txt";

  /** Of several pieces. */
  static final int BYTES = 5 * SealedFile.PIECE_BYTES / 2;

  private static final int TIMES_MAX = 100_000;

  private ChildSession() {}

  /**
   * Arguments: the folder of the session, a file with the keys, and the file's new name if it is
   * renamed at the same time, or its own.
   */
  public static void main(String[] arguments) throws IOException {
    InMemoryKeyring keys = InMemoryKeyring.read(Files.readString(Path.of(arguments[1])));
    SealedFolder session = Sessions.sealed(Path.of(arguments[0]), keys, "local");
    String name = arguments[2];
    try {
      for (int i = 0; i < TIMES_MAX; i++) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(letter(i).repeat(BYTES).getBytes(StandardCharsets.UTF_8));
        session.change(name.equals(FILE) ? List.of() : List.of(FILE), Map.of(name, content));
        say(letter(i));
      }
    } catch (IOException e) {
      say("failed: " + e.getMessage());
    }
  }

  private static String letter(int number) {
    return String.valueOf((char) ('a' + number % 26));
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
