package dev.athena.server.tools;

import dev.athena.principal.Caller;
import dev.athena.server.mcp.Exchange;

/** Says for whom, and for which project, a request is carried out. */
@FunctionalInterface
public interface Callers {
  /** The header of HTTP that names the project of a request. */
  String PROJECT = "Athena-Project";

  /**
   * Returns the caller of a request.
   *
   * @throws dev.athena.error.AthenaException if the request names none that can be
   */
  Caller of(Exchange exchange);

  /** Returns {@code caller} for every request, as where one process serves one client. */
  static Callers always(Caller caller) {
    return _ -> caller;
  }

  /**
   * Returns {@code caller}, in the project that the header {@value #PROJECT} names where there is
   * one.
   */
  static Callers byProject(Caller caller) {
    return exchange -> exchange.header(PROJECT).map(caller::in).orElse(caller);
  }
}
