package dev.athena.sandbox.fetch;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.execution.FetchFailed;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchRefused;
import dev.athena.execution.FetchUrl;
import dev.athena.sandbox.fetch.CheckedNames.NotPublic;
import dev.athena.sandbox.fetch.Exchange.TooLarge;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says what went wrong on the way in words for the program; the cause is for the log. */
final class Faults {
  private Faults() {}

  static AthenaException of(Throwable cause, FetchUrl url, FetchLimits limits) {
    return switch (cause) {
      case AthenaException known -> known;
      case NotPublic e -> FetchRefused.notPublic(url, e);
      case TooLarge _ -> FetchFailed.tooLarge(url, limits.answerBytesMax());
      case UnknownHostException e ->
          FetchFailed.unreachable(url, "has no address: the name is not known", e);
      case ConnectTimeoutException e ->
          FetchFailed.unreachable(url, "does not answer when a connection is made", e);
      case SocketTimeoutException e -> FetchFailed.late(url, limits.time(), e);
      case ConnectException e ->
          FetchFailed.unreachable(url, "accepts no connection: nobody listens there", e);
      case NoRouteToHostException e ->
          FetchFailed.unreachable(url, "accepts no connection: no way leads there", e);
      case SSLException e ->
          FetchFailed.unusable(
              url, "cannot be trusted: its certificate or its encryption is not valid", e);
      case ZipException e -> FetchFailed.unusable(url, "sent a packed answer that is broken", e);
      case NoHttpResponseException e -> brokenOff(url, e);
      case ConnectionClosedException e -> brokenOff(url, e);
      case SocketException e -> brokenOff(url, e);
      case IOException e -> FetchFailed.unusable(url, "gave no valid answer in HTTP", e);
      default -> new InternalFailure("the fetch failed inside Athena", cause);
    };
  }

  private static FetchFailed brokenOff(FetchUrl url, IOException cause) {
    return FetchFailed.unusable(url, "broke off the connection before its answer was whole", cause);
  }
}
