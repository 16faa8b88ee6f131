package dev.athena.server.mcp;

/** Whoever writes down what went wrong inside. Called from many threads. */
public interface FailureListener {
  /**
   * Notes a failure whose details the client did not get.
   *
   * @param where the method and, for a tool, its name
   */
  void failed(String where, Throwable failure);
}
