package dev.athena.execution;

/** Is told of every request that a program wanted sent. Called by several threads. */
@FunctionalInterface
public interface FetchAudit {
  /** Tells of a request, after its end; each redirect that is followed is one of its own. */
  void fetched(FetchEvent event);
}
