package dev.athena.execution;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a host answered to one request.
 *
 * @param headers by name in lower case; several of one name are joined by a comma, those that set
 *     cookies by a line break
 */
public record FetchResponse(int status, Map<String, String> headers, FetchBody body) {
  public FetchResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Returns the header called {@code name}, in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the body as text; empty if it is none. */
  public Optional<String> text() {
    return body.text(headers.get("content-type"));
  }
}
