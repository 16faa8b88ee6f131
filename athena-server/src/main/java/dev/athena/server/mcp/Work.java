package dev.athena.server.mcp;

import java.util.Optional;

/** What a session has taken in and a transport lets run: a request, or several at once. */
public sealed interface Work permits Call, Batch {
  /** Does the work, once, in this thread; empty if nothing is to be said. */
  Optional<Answer> answer();

  /** Tells the handlers that the client no longer wants the answer. */
  void cancel();
}
