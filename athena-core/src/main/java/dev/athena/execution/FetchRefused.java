package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The sandbox does not let a program send this request. */
public final class FetchRefused extends AthenaException {
  private FetchRefused(String message, String hint, @Nullable Throwable cause) {
    super(ErrorCode.PERMISSION_DENIED, message, hint, cause);
  }

  /** Returns the refusal of a host that is not in the list. */
  static FetchRefused host(FetchUrl url, AllowList allowed) {
    return new FetchRefused(
        url.place() + " is no host that this program may reach",
        "it may reach "
            + allowed.inWords()
            + "; network.domains of the sandbox's configuration names them",
        null);
  }

  /** Returns the refusal of a method that is not in the list. */
  static FetchRefused method(FetchRequest request, SandboxNetwork network) {
    String methods = String.join(", ", network.methods());
    return new FetchRefused(
        "this program may not send %s to %s".formatted(request.method(), request.url().host()),
        "it may use "
            + (methods.isEmpty() ? "none" : methods)
            + "; network.methods of the sandbox's configuration names them",
        null);
  }

  /** Returns the refusal of a redirect from an encrypted connection to one that is not. */
  static FetchRefused downgrade(FetchUrl from, FetchUrl to) {
    return new FetchRefused(
        "%s redirects from https to %s://%s".formatted(from.host(), to.scheme(), to.place()),
        "fetch that URL itself if it may be read without encryption",
        null);
  }

  /** Returns the refusal of a host whose name leads into a private network, or to this machine. */
  public static FetchRefused notPublic(FetchUrl url, Throwable cause) {
    return new FetchRefused(
        url.place() + " has an address that is not public",
        "programs reach public addresses only; whoever runs this Athena can list "
            + url.place()
            + " as a private host",
        cause);
  }
}
