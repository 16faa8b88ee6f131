package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request that a program wants sent. */
public record FetchRequest(
    String method, FetchUrl url, FetchHeaders headers, @Nullable String body) {
  public FetchRequest {
    if (!method.matches("[A-Z]{1,20}")) {
      throw new InvalidArgument(
          "method is \"" + ShownText.plain(method, 20) + "\"", "send GET, or another method");
    }
    if (body != null && (method.equals("GET") || method.equals("HEAD"))) {
      throw new InvalidArgument(method + " has no body", "leave it out, or use POST or PUT");
    }
  }

  /** Returns how large the body is, in bytes of UTF-8. */
  public int bodyBytes() {
    return body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns how much of what is sent was chosen by the program: path, headers and body. */
  long bytes() {
    return (long) url.target().length() + headers.length() + bodyBytes();
  }
}
