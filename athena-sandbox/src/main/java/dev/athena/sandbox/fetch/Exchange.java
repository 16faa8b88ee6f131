package dev.athena.sandbox.fetch;

import dev.athena.execution.Departure;
import dev.athena.execution.FetchBody;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchRequest;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.FetchUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** One request on its way, which another thread can give up. */
final class Exchange implements Callable<FetchResponse> {
  private static final ContentType PLAIN =
      ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  /** What is true of the body only while it is packed. */
  private static final Set<String> OF_THE_PACKED =
      Set.of("content-encoding", "content-length", "content-md5");

  private final CloseableHttpClient client;
  private final Departure departure;
  private final FetchLimits limits;
  private final HttpHost host;
  private final HttpUriRequestBase message;

  Exchange(CloseableHttpClient client, Departure departure, FetchLimits limits) {
    this.client = client;
    this.departure = departure;
    this.limits = limits;
    FetchUrl url = departure.request().url();
    this.host = new HttpHost(url.scheme(), url.host(), url.port());
    this.message = message();
  }

  /** The body of an answer is past its limit. */
  static final class TooLarge extends IOException {
    TooLarge(int bytesMax) {
      super("more than " + bytesMax + " bytes");
    }
  }

  /** Sends the request and reads the answer; called once. */
  @Override
  public FetchResponse call() throws IOException {
    try (ClassicHttpResponse response = client.executeOpen(host, message, null)) {
      try {
        boolean packed = isPacked(response);
        FetchBody body = new FetchBody(body(response.getEntity(), packed));
        return new FetchResponse(response.getCode(), headers(response, packed), body);
      } catch (IOException | RuntimeException e) {
        giveUp(); // or closing the answer would read the rest of it
        throw e;
      }
    }
  }

  /** Ends the exchange wherever it is; its connection is closed. */
  void giveUp() {
    message.cancel();
  }

  private HttpUriRequestBase message() {
    FetchRequest request = departure.request();
    HttpUriRequestBase made = new HttpUriRequestBase(request.method(), URI.create(host.toURI()));
    made.setAuthority(new URIAuthority(host));
    made.setPath(departure.target());
    departure.headers().forEach(made::addHeader);
    made.addHeader("Accept-Encoding", "gzip");
    String body = departure.body();
    if (body != null) {
      ContentType type = request.headers().has("Content-Type") ? null : PLAIN;
      made.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), type));
    }
    made.setConfig(Clients.request(limits.time()));
    return made;
  }

  private byte[] body(@Nullable HttpEntity entity, boolean packed) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    int max = limits.answerBytesMax();
    if (!packed && entity.getContentLength() > max) {
      throw new TooLarge(max);
    }
    InputStream raw = entity.getContent();
    byte[] body = packed ? unpacked(raw, max + 1) : raw.readNBytes(max + 1);
    if (body.length > max) {
      throw new TooLarge(max);
    }
    if (raw.read() >= 0) {
      giveUp(); // more than what was packed: nobody wants it, and the connection is of no use
    }
    return body;
  }

  private static byte[] unpacked(InputStream raw, int bytesMax) throws IOException {
    try (GzipStream unpacked = new GzipStream(raw)) {
      return unpacked.readNBytes(bytesMax);
    }
  }

  private static boolean isPacked(ClassicHttpResponse response) {
    Header[] codings = response.getHeaders("Content-Encoding");
    return codings.length == 1 && GZIP.contains(lower(codings[0].getValue().strip()));
  }

  private static Map<String, String> headers(ClassicHttpResponse response, boolean unpacked) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      String name = lower(header.getName());
      if (!unpacked || !OF_THE_PACKED.contains(name)) {
        String joint = name.equals("set-cookie") ? "\n" : ", ";
        headers.merge(name, header.getValue(), (first, second) -> first + joint + second);
      }
    }
    return headers;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
