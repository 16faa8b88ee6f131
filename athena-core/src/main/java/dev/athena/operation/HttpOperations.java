package dev.athena.operation;

import dev.athena.execution.FetchHeaders;
import dev.athena.execution.FetchRequest;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.FetchUrl;
import dev.athena.execution.Fetches;
import dev.athena.execution.Fetches.Fetched;
import dev.athena.json.JsonObject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Carries out {@link HttpApi} for the programs of one sandbox. */
public final class HttpOperations implements HttpApi {
  private final Fetches fetches;

  public HttpOperations(Fetches fetches) {
    this.fetches = fetches;
  }

  @Override
  public HttpAnswer fetch(
      String url,
      String method,
      JsonObject headers,
      @Nullable String body,
      @Nullable Double timeoutSeconds) {
    FetchRequest request =
        new FetchRequest(
            method.toUpperCase(Locale.ROOT), FetchUrl.of(url), FetchHeaders.of(headers), body);
    return answer(fetches.fetch(request, timeoutSeconds));
  }

  private static HttpAnswer answer(Fetched fetched) {
    FetchResponse response = fetched.response();
    JsonObject.Builder headers = JsonObject.builder();
    response.headers().forEach(headers::put);
    String text = response.text().orElse(null);
    return new HttpAnswer(
        response.status(),
        fetched.url(),
        headers.build(),
        text,
        text == null ? response.body().base64() : null,
        response.body().size());
  }
}
