package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.FetchEvent.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fetches of the programs in one sandbox.
 *
 * <p>Every request, also one that a host redirects to, is checked before it is sent, and told to
 * the audit whatever became of it. Safe for use by many threads.
 */
public final class Fetches {
  /** How often one fetch follows a redirect. */
  public static final int REDIRECTS_MAX = 5;

  private static final int KIB = 1_024;

  private final SandboxNetwork network;
  private final AllowList allowed;
  private final Fetcher fetcher;
  private final FetchAudit audit;
  private final InstantSource clock;

  public Fetches(SandboxNetwork network, Fetcher fetcher, FetchAudit audit, InstantSource clock) {
    this.network = network;
    this.allowed = AllowList.of(network);
    this.fetcher = fetcher;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last answer of a fetch, and the URL that gave it. */
  public record Fetched(FetchUrl url, FetchResponse response) {}

  /**
   * Fetches, following redirects.
   *
   * @param seconds how long all of it may take, or null for as long as the sandbox allows
   * @throws FetchRefused if the sandbox does not allow one of the requests
   * @throws FetchFailed if one of the requests has no answer
   */
  public Fetched fetch(FetchRequest first, @Nullable Double seconds) {
    Duration time = time(seconds);
    Instant end = clock.instant().plus(time);
    FetchRequest request = first;
    for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      Duration left = Duration.between(clock.instant(), end);
      if (!left.isPositive()) {
        throw FetchFailed.late(request.url(), time, null);
      }
      FetchResponse response = send(request, left.compareTo(time) < 0 ? left : time);
      Optional<FetchRequest> next = Redirects.next(request, response);
      if (next.isEmpty()) {
        return new Fetched(request.url(), response);
      }
      request = next.get();
    }
    throw FetchFailed.unusable(
        first.url(), "redirects more than %d times".formatted(REDIRECTS_MAX), null);
  }

  private Duration time(@Nullable Double seconds) {
    double given = seconds == null ? network.fetchSeconds() : seconds;
    ConfigRange.check("timeout_seconds", given, 0.1, network.fetchSeconds());
    return Duration.ofMillis(Math.round(given * 1_000));
  }

  private FetchResponse send(FetchRequest request, Duration time) {
    Instant start = clock.instant();
    try {
      check(request);
      FetchResponse response =
          fetcher.fetch(request, new FetchLimits(time, network.responseKb() * KIB));
      tell(request, start, new End(Verdict.ANSWERED, response, null));
      return response;
    } catch (RuntimeException e) {
      tell(request, start, End.of(e));
      throw e;
    }
  }

  private void check(FetchRequest request) {
    FetchUrl url = request.url();
    if (!allowed.allows(url.host(), url.port())) {
      throw FetchRefused.host(url, allowed);
    }
    if (!network.methods().contains(request.method())) {
      throw FetchRefused.method(request, network);
    }
    if (request.bodyBytes() > network.requestKb() * KIB) {
      throw new InvalidArgument(
          "body has %,d bytes".formatted(request.bodyBytes()),
          "send up to %,d; the limit is network.request_kb of the sandbox"
              .formatted(network.requestKb() * KIB));
    }
  }

  /** How a request ended: with an answer, or with a problem. */
  private record End(Verdict verdict, @Nullable FetchResponse response, @Nullable String problem) {
    static End of(RuntimeException e) {
      boolean refused = e instanceof FetchRefused || e instanceof InvalidArgument;
      return new End(
          refused ? Verdict.REFUSED : Verdict.FAILED,
          null,
          e instanceof AthenaException told ? told.problem() : "Athena failed");
    }
  }

  private void tell(FetchRequest request, Instant start, End end) {
    FetchResponse response = end.response();
    audit.fetched(
        new FetchEvent(
            end.verdict(),
            request.method(),
            request.url().host(),
            request.url().port(),
            request.bytes(),
            response == null ? 0 : response.body().size(),
            response == null ? null : response.status(),
            end.problem(),
            start,
            Duration.between(start, clock.instant()).toNanos() / 1e6));
  }
}
