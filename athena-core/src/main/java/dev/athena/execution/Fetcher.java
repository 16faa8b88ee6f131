package dev.athena.execution;

/**
 * Sends requests to hosts, and nothing by itself: it follows no redirect, keeps no cookie, knows no
 * credential and no proxy of this machine.
 *
 * <p>Safe for use by many threads. Whether a host is in a program's list was decided before; that
 * its addresses are public is decided here, about the very addresses that are then connected to.
 */
public interface Fetcher extends AutoCloseable {
  /**
   * Sends a request and returns the whole answer, whatever its status.
   *
   * @throws FetchRefused if the host has an address that is not public
   * @throws FetchFailed if there is no answer within the limits
   */
  FetchResponse fetch(Departure departure, FetchLimits limits);

  /** Ends what is under way, and all connections. */
  @Override
  void close();
}
