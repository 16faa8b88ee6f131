package dev.athena.operation;

import dev.athena.execution.ProgramFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The API as the files that programs in a sandbox find below {@code /athena}.
 *
 * <p>There is a folder for each category and in it two files for each operation, one in Python and
 * one in JavaScript. They are what a program imports and what its author reads, so nothing can be
 * said there that does not hold. The files beside them are the same whatever operations there are,
 * but for their names.
 */
public final class ProgramFiles {
  static final String FOLDER = "api/";

  /** The doors for callers that have no language; programs have what lies behind them. */
  private static final String TOOLS = "tools";

  private ProgramFiles() {}

  /** Returns whether programs never see an operation. */
  static boolean isTool(OperationSpec spec) {
    return spec.category().equals(TOOLS);
  }

  /** Returns whether a program may use an operation. */
  static boolean mayBeUsed(OperationSpec spec) {
    return !isTool(spec) && spec.grant().isForPrograms();
  }

  /** Returns the files for all operations that programs may use. */
  public static List<ProgramFile> of(OperationRegistry registry) {
    return of(registry, ProgramFiles::mayBeUsed);
  }

  /**
   * Returns the files for the operations that programs may use; tools are never among them.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static List<ProgramFile> of(
      OperationRegistry registry, Predicate<OperationSpec> mayBeUsed) {
    List<ProgramCategory> categories = new ArrayList<>();
    for (String name : registry.categories()) {
      List<OperationSpec> operations =
          registry.list(name, null).stream()
              .filter(spec -> !isTool(spec))
              .filter(mayBeUsed)
              .toList();
      if (!operations.isEmpty()) {
        categories.add(new ProgramCategory(name, registry.categorySummary(name), operations));
      }
    }
    if (categories.isEmpty()) {
      throw new IllegalArgumentException("programs may use no operation, so there is no API");
    }
    List<ProgramFile> files = new ArrayList<>();
    files.add(new ProgramFile(FOLDER + "README.md", ProgramReadme.of(categories)));
    files.addAll(PythonStubs.of(categories));
    files.addAll(JavaScriptStubs.of(categories));
    return files;
  }
}
