package dev.athena.sandbox.fetch;

import dev.athena.error.InternalFailure;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.Departure;
import dev.athena.execution.FetchFailed;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.FetchUrl;
import dev.athena.execution.Fetcher;
import dev.athena.execution.SandboxUnavailable;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to hosts whose addresses are public.
 *
 * <p>Nothing is made before the first request. Connections are kept for a while, so that the next
 * request to the same host costs little; no two requests share anything else.
 */
public final class HttpFetcher implements Fetcher {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final Pattern PLACE = Pattern.compile("[a-z0-9.-]{1,253}:[0-9]{1,5}");

  private final Supplier<CloseableHttpClient> clients;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("athena-fetch-", 0).factory());
  private @Nullable CloseableHttpClient client;
  private boolean closed;

  HttpFetcher(Supplier<CloseableHttpClient> clients) {
    this.clients = clients;
  }

  /**
   * Returns a fetcher.
   *
   * @param privateHosts hosts with ports, such as {@code build.example:8443}, which may have
   *     addresses that are not public; whoever runs Athena names them, never a program
   * @throws InvalidArgument if one of them is not a host with a port
   */
  public static HttpFetcher create(List<String> privateHosts) {
    CheckedNames names = new CheckedNames(InetAddress::getAllByName, places(privateHosts));
    return new HttpFetcher(
        () -> Clients.create(new Clients.Settings(names, Clients.tls(), CONNECT_TIME)));
  }

  @Override
  public FetchResponse fetch(Departure departure, FetchLimits limits) {
    FetchUrl url = departure.request().url();
    Exchange exchange = new Exchange(client(), departure, limits);
    Future<FetchResponse> answer = threads.submit(exchange);
    try {
      return answer.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw Faults.of(Objects.requireNonNullElse(e.getCause(), e), url, limits);
    } catch (TimeoutException e) {
      exchange.giveUp();
      throw FetchFailed.late(url, limits.time(), e);
    } catch (InterruptedException e) {
      exchange.giveUp();
      Thread.currentThread().interrupt();
      throw new InternalFailure("the fetch was interrupted", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
    }
    threads.shutdownNow();
  }

  private synchronized CloseableHttpClient client() {
    if (closed) {
      throw new SandboxUnavailable("Athena is ending", "start it again", null);
    }
    if (client == null) {
      client = clients.get();
    }
    return client;
  }

  static Set<String> places(List<String> privateHosts) {
    Set<String> places = new HashSet<>();
    for (String given : privateHosts) {
      String place = given.strip().toLowerCase(Locale.ROOT);
      if (!PLACE.matcher(place).matches()) {
        throw new InvalidArgument(
            "the private host \"" + given + "\" is not a host with a port",
            "write it such as build.example:8443");
      }
      places.add(place);
    }
    return places;
  }
}
