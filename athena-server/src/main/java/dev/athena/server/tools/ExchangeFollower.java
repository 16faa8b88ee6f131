package dev.athena.server.tools;

import dev.athena.execution.Alert;
import dev.athena.json.JsonObject;
import dev.athena.operation.Follower;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.LogLevel;
import org.jspecify.annotations.Nullable;

/** The client of a request, as one who follows the call it makes. */
record ExchangeFollower(Exchange exchange) implements Follower {
  private static final String LOGGER = "sandbox";

  @Override
  public void progress(double done, @Nullable Double total, @Nullable String message) {
    exchange.progress(done, total, message);
  }

  @Override
  public void onCancel(Runnable action) {
    exchange.onCancel(action);
  }

  @Override
  public void alert(Alert alert) {
    exchange.log(
        LogLevel.ALERT,
        LOGGER,
        JsonObject.builder()
            .put("alert", "exfiltration")
            .put("execution_id", alert.execution().value())
            .put("action", alert.violation().action())
            .put("target", alert.violation().target())
            .build());
  }
}
