package dev.athena.server.mcp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads in which requests are answered, as many as there are requests under way. */
public final class RequestThreads {
  private RequestThreads() {}

  /**
   * Returns an executor with a thread for each task, which others use when it is done.
   *
   * <p>None is virtual: what answers a request waits in native code, for a program in a sandbox or
   * for a file, and would hold the thread that carries others. The transports limit how many
   * requests are under way.
   */
  public static ExecutorService create() {
    return Executors.newCachedThreadPool(
        Thread.ofPlatform().daemon().name("mcp-request-", 0).factory());
  }
}
