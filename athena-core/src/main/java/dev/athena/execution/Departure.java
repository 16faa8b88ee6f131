package dev.athena.execution;

import dev.athena.privacy.Opened;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it leaves, with values in the places of their pseudonyms. It prints, as its {@link
 * #request}, with the pseudonyms.
 */
public final class Departure {
  private final FetchRequest request;
  private final Opened target;
  private final Map<String, Opened> headers;
  private final @Nullable Opened body;

  Departure(
      FetchRequest request, Opened target, Map<String, Opened> headers, @Nullable Opened body) {
    this.request = request;
    this.target = target;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
  }

  /** Returns a request that leaves as it is written. */
  public static Departure of(FetchRequest request) {
    Map<String, Opened> headers = new LinkedHashMap<>();
    request.headers().values().forEach((name, value) -> headers.put(name, Opened.same(value)));
    String body = request.body();
    return new Departure(
        request,
        Opened.same(request.url().target()),
        headers,
        body == null ? null : Opened.same(body));
  }

  /** Returns the request with pseudonyms, for all that is told of it. */
  public FetchRequest request() {
    return request;
  }

  /** Returns the path and the query to send. */
  public String target() {
    return target.value();
  }

  /** Returns the headers to send. */
  public Map<String, String> headers() {
    Map<String, String> values = new LinkedHashMap<>();
    headers.forEach((name, value) -> values.put(name, value.value()));
    return values;
  }

  /** Returns the body to send. */
  public @Nullable String body() {
    return body == null ? null : body.value();
  }

  /** Returns whether values leave with it. */
  boolean isPrivate() {
    return target.isPrivate()
        || headers.values().stream().anyMatch(Opened::isPrivate)
        || (body != null && body.isPrivate());
  }

  @Override
  public String toString() {
    return request.method() + " " + request.url();
  }
}
