package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InternalFailure;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.FetchEvent.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fetches of the programs in one sandbox.
 *
 * <p>Every request, also one that a host redirects to, is checked before it is sent, and told to
 * the audit whatever became of it, with pseudonyms for what it holds. Safe for use by many threads.
 */
public final class Fetches {
  /** How often one fetch follows a redirect. */
  public static final int REDIRECTS_MAX = 5;

  private static final int KIB = 1_024;

  /** How a request ends that was not sent. */
  private static final Set<ErrorCode> NOT_SENT =
      Set.of(ErrorCode.PERMISSION_DENIED, ErrorCode.INVALID_ARGUMENT, ErrorCode.RATE_LIMITED);

  private final SandboxNetwork network;
  private final AllowList allowed;
  private final World world;

  /** What fetches are made with. */
  public record World(Fetcher fetcher, FetchAudit audit, Border border, InstantSource clock) {}

  public Fetches(SandboxNetwork network, World world) {
    this.network = network;
    this.allowed = AllowList.of(network);
    this.world = world;
  }

  /** The last answer of a fetch, and the URL that gave it, without anything private. */
  public record Fetched(String url, FetchResponse response) {}

  /**
   * A request to be sent.
   *
   * @param isRedirected whether another host said that it is to go there
   */
  private record Step(FetchRequest request, boolean isRedirected) {}

  /**
   * Fetches, following redirects.
   *
   * @param seconds how long all of it may take, or null for as long as the sandbox allows
   * @throws FetchRefused if the sandbox does not allow one of the requests
   * @throws FetchFailed if one of the requests has no answer
   */
  public Fetched fetch(FetchRequest first, @Nullable Double seconds) {
    Duration time = time(seconds);
    Instant end = world.clock().instant().plus(time);
    Step step = new Step(first, false);
    for (int redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
      FetchRequest request = step.request();
      Duration left = Duration.between(world.clock().instant(), end);
      if (!left.isPositive()) {
        throw FetchFailed.late(request.url(), time, null);
      }
      FetchResponse response = send(step, left.compareTo(time) < 0 ? left : time);
      Optional<FetchRequest> next = Redirects.next(request, response);
      if (next.isEmpty()) {
        return entered(request.url(), response);
      }
      boolean elsewhere = !next.get().url().host().equals(request.url().host());
      step = new Step(next.get(), elsewhere);
    }
    throw FetchFailed.unusable(
        first.url(), "redirects more than %d times".formatted(REDIRECTS_MAX), null);
  }

  private Duration time(@Nullable Double seconds) {
    double given = seconds == null ? network.fetchSeconds() : seconds;
    ConfigRange.check("timeout_seconds", given, 0.1, network.fetchSeconds());
    return Duration.ofMillis(Math.round(given * 1_000));
  }

  private Fetched entered(FetchUrl url, FetchResponse response) {
    FetchResponse entered = world.border().enter(response);
    checkSize(url, entered);
    return new Fetched(world.border().enter(url), entered);
  }

  /** Pseudonyms may be longer than what they stand for. */
  private void checkSize(FetchUrl url, FetchResponse response) {
    int bytesMax = network.responseKb() * KIB;
    if (response.body().size() > bytesMax) {
      throw FetchFailed.tooLarge(url, bytesMax);
    }
  }

  private FetchResponse send(Step step, Duration time) {
    FetchRequest request = step.request();
    Instant start = world.clock().instant();
    try {
      check(request, request.bodyBytes());
      Departure departure = world.border().leave(request, step.isRedirected());
      check(request, Border.bodyBytes(departure));
      FetchLimits limits = new FetchLimits(time, network.responseKb() * KIB);
      FetchResponse response = world.border().back(departure, fetched(departure, limits));
      tell(request, start, new End(Verdict.ANSWERED, response, null));
      return response;
    } catch (RuntimeException e) {
      tell(request, start, End.of(e));
      throw e;
    }
  }

  /** What a library says of a failure may hold what was sent. */
  private FetchResponse fetched(Departure departure, FetchLimits limits) {
    try {
      return world.fetcher().fetch(departure, limits);
    } catch (FetchFailed e) {
      throw departure.isPrivate() ? e.alone() : e;
    } catch (InternalFailure e) {
      throw departure.isPrivate() ? new InternalFailure(e.problem(), null) : e;
    }
  }

  private void check(FetchRequest request, int bodyBytes) {
    FetchUrl url = request.url();
    if (!allowed.allows(url.host(), url.port())) {
      throw FetchRefused.host(url, allowed);
    }
    if (!network.methods().contains(request.method())) {
      throw FetchRefused.method(request, network);
    }
    if (bodyBytes > network.requestKb() * KIB) {
      throw new InvalidArgument(
          "body has %,d bytes".formatted(bodyBytes),
          "send up to %,d; the limit is network.request_kb of the sandbox"
              .formatted(network.requestKb() * KIB));
    }
  }

  /** How a request ended: with an answer, or with a problem. */
  private record End(Verdict verdict, @Nullable FetchResponse response, @Nullable String problem) {
    static End of(RuntimeException e) {
      boolean refused = e instanceof AthenaException known && NOT_SENT.contains(known.code());
      return new End(
          refused ? Verdict.REFUSED : Verdict.FAILED,
          null,
          e instanceof AthenaException told ? told.problem() : "Athena failed");
    }
  }

  private void tell(FetchRequest request, Instant start, End end) {
    FetchResponse response = end.response();
    world
        .audit()
        .fetched(
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
                Duration.between(start, world.clock().instant()).toNanos() / 1e6));
  }
}
