package dev.athena.app.keys;

import dev.athena.crypto.Keychain;
import dev.athena.crypto.Purpose;
import java.nio.file.Path;

/** A process that makes the keys of some tenants, and prints a line for each. */
final class MakesKeys {
  private MakesKeys() {}

  /** Takes a home, and the first and the last number of a tenant. */
  public static void main(String[] arguments) {
    Keychain keychain = new TestKeys(Path.of(arguments[0])).open();
    for (int at = Integer.parseInt(arguments[1]); at <= Integer.parseInt(arguments[2]); at++) {
      int key = keychain.sealer("tenant " + at, Purpose.CONTENT).newestKeyId();
      System.out.println(at + " " + key);
    }
  }
}
