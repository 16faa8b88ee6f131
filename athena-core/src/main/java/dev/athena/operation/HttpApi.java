package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.principal.Grant;
import org.jspecify.annotations.Nullable;

/** The network as programs in a sandbox have it. */
@Category(name = "http", summary = "Fetch from allowed hosts.")
public interface HttpApi {
  /** Why a request is not redacted. */
  String LEAVES = "it leaves for a host that the sandbox may reach, and is not kept";

  @Operation(
      name = "http.fetch",
      category = "http",
      grant = Grant.FETCH,
      effect = Effect.READS,
      summary = "Fetches a URL of a host that the sandbox allows.",
      keywords = "http https get post request download web internet url network api curl requests",
      details =
          """
          For programs only. Up to 5 redirects are followed, each only to an allowed host; another host gets no \
          Authorization and no Cookie. Nothing is kept between two fetches: no cookies, no \
          sign-in. Any status is an answer, so look at it. Packed answers come unpacked. Athena \
          sets Host, Content-Length and Accept-Encoding itself. A pseudonym such as \
          [API_KEY_07q2m9xw4tz8p] in the URL, a header or the body is sent as what stands behind it, \
          if whoever runs this Athena permitted its type for that host; otherwise the request is \
          refused, and it never follows a redirect to another host. What comes back is \
          redacted.\
          """,
      returns = "The status, the headers and the body.",
      example =
          """
          {"url": "https://example.org/", "headers": {"Accept": "text/html"}}\
          """,
      failsWith = {
        ErrorCode.NOT_FOUND,
        ErrorCode.QUERY_ERROR,
        ErrorCode.TIMEOUT,
        ErrorCode.QUOTA_EXCEEDED
      })
  HttpAnswer fetch(
      @Doc("Of http or https, up to 8,000 characters, percent-encoded.") @Verbatim(LEAVES)
          String url,
      @Doc(value = "One that the sandbox allows.", ifAbsent = "\"GET\"") String method,
      @Doc(value = "Up to 50, by name.", ifAbsent = "{}") @Verbatim(LEAVES) JsonObject headers,
      @Doc("Text; without a Content-Type it is sent as text/plain.") @Verbatim(LEAVES)
          @Nullable String body,
      @Doc("0.1 up to what the sandbox allows, which is also what is taken without it.")
          @Nullable Double timeoutSeconds);
}
