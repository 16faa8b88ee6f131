package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what to ask next where a host sends elsewhere. */
final class Redirects {
  private static final int SHOWN_MAX = 200;
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  /** What another host must not get. */
  private static final Set<String> CREDENTIALS = Set.of("authorization", "cookie");

  /** What speaks of a body that is not sent again. */
  private static final Set<String> OF_THE_BODY =
      Set.of("content-type", "content-encoding", "content-language", "content-location");

  private Redirects() {}

  /**
   * Returns the request that follows {@code request}; empty if {@code response} is an answer.
   *
   * @throws FetchRefused if it would leave an encrypted connection
   * @throws FetchFailed if it leads nowhere
   */
  static Optional<FetchRequest> next(FetchRequest request, FetchResponse response) {
    return switch (response.status()) {
      case 301, 302, 303, 307, 308 ->
          response
              .header("location")
              .map(location -> next(request, response.status(), location.strip()));
      default -> Optional.empty();
    };
  }

  private static FetchRequest next(FetchRequest request, int status, String location) {
    FetchUrl from = request.url();
    FetchUrl to = target(from, location);
    if (from.isSecure() && !to.isSecure()) {
      throw FetchRefused.downgrade(from, to);
    }
    FetchHeaders headers = request.headers();
    if (!from.hasOriginOf(to)) {
      headers = headers.without(CREDENTIALS);
    }
    return becomesGet(request.method(), status)
        ? new FetchRequest("GET", to, headers.without(OF_THE_BODY), null)
        : new FetchRequest(request.method(), to, headers, request.body());
  }

  private static boolean becomesGet(String method, int status) {
    return switch (status) {
      case 301, 302 -> method.equals("POST");
      case 303 -> !method.equals("HEAD") && !method.equals("GET");
      default -> false;
    };
  }

  private static FetchUrl target(FetchUrl from, String location) {
    try {
      return FetchUrl.of(absolute(from, location));
    } catch (InvalidArgument e) {
      throw FetchFailed.unusable(
          from, "redirects to \"" + ShownText.plain(location, SHOWN_MAX) + "\"", e);
    }
  }

  /** Returns {@code location} as a whole URL; it may leave out what it shares with {@code from}. */
  private static String absolute(FetchUrl from, String location) {
    if (ABSOLUTE.matcher(location).matches()) {
      return location;
    }
    if (location.startsWith("//")) {
      return from.scheme() + ":" + location;
    }
    int query = from.target().indexOf('?');
    String path = query < 0 ? from.target() : from.target().substring(0, query);
    if (location.isEmpty() || location.startsWith("#")) {
      return from.toString();
    }
    if (location.startsWith("?")) {
      return from.origin() + path + location;
    }
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return from.origin() + withoutDots(location.startsWith("/") ? location : folder + location);
  }

  /** Carries out the segments . and .. of a path, which may have a query. */
  private static String withoutDots(String target) {
    int end = target.length();
    for (int i = 0; i < end; i++) {
      if (target.charAt(i) == '?' || target.charAt(i) == '#') {
        end = i;
      }
    }
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = target.substring(1, end).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {}
        case ".." -> kept.pollLast();
        default -> kept.addLast(segments[i]);
      }
      if (last && (segments[i].equals(".") || segments[i].equals(".."))) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept) + target.substring(end);
  }
}
