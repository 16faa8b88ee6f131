package dev.athena.server.mcp;

import java.util.List;

/** The tools a server offers. */
public interface Tools {
  /** Returns the tools to show this client, in an order that does not change by itself. */
  List<Tool> list(Exchange exchange);

  /** Returns whether {@code name} can be called; more may be callable than is listed. */
  boolean knows(String name);

  /**
   * Calls a tool that {@link #knows} has.
   *
   * <p>A tool that fails throws: what {@link dev.athena.error.AthenaException} says is sent to the
   * client as a failed result, anything else is reported to the {@link FailureListener} and the
   * client learns only that it is internal.
   */
  ToolAnswer call(ToolCall call, Exchange exchange);
}
