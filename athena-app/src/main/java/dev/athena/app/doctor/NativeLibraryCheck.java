package dev.athena.app.doctor;

import java.lang.reflect.InvocationTargetException;

/** Whether a library's machine code can be loaded on this machine. */
public final class NativeLibraryCheck implements Check {
  private final String library;
  private final String loader;
  private final String method;

  /**
   * Returns a check that loads {@code library}.
   *
   * @param loader the class that loads it, by name, because not every build has it
   * @param method its static method without parameters that does so
   */
  public NativeLibraryCheck(String library, String loader, String method) {
    this.library = library;
    this.loader = loader;
    this.method = method;
  }

  @Override
  public String subject() {
    return library;
  }

  @Override
  public Finding look() {
    try {
      Class.forName(loader).getMethod(method).invoke(null);
      return Finding.good("loaded");
    } catch (InvocationTargetException e) {
      return failed(e.getTargetException());
    } catch (ReflectiveOperationException | LinkageError e) {
      return failed(e);
    }
  }

  private static Finding failed(Throwable cause) {
    return Finding.missing(
        "cannot be loaded: " + cause,
        "use 64-bit Linux, macOS or Windows, and let java.io.tmpdir be a folder from which"
            + " programs may be run");
  }
}
