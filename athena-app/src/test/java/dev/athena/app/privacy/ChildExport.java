package dev.athena.app.privacy;

import dev.athena.app.RecordedShell;
import java.nio.file.Path;

/** A process of its own that runs one command line, and says how that ended. */
final class ChildExport {
  private ChildExport() {}

  /** Arguments: the home, in which it also works, and the command line. */
  public static void main(String[] arguments) {
    RecordedShell shell = new RecordedShell(Path.of(arguments[0]));
    String[] line = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, line, 0, line.length);
    System.out.println(shell.run(line));
    System.out.println(shell.err());
  }
}
