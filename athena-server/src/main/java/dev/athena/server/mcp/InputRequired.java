package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that asks for more before the work can be done.
 *
 * <p>The same request comes again with the answers ({@link Exchange#input}) and the state ({@link
 * Exchange#state}). The state travels through the client: it can be read there, but not altered,
 * used for another request or by another caller, or kept for long. It can be sent twice, so what
 * must happen once needs its own guard.
 */
public record InputRequired(Map<String, InputRequest> requests, JsonObject state)
    implements ToolAnswer, PromptAnswer {
  public InputRequired {
    if (requests.isEmpty()) {
      throw new IllegalArgumentException("nothing is asked for");
    }
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
  }
}
