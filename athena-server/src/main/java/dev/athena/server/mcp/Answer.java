package dev.athena.server.mcp;

import dev.athena.json.Json;

/**
 * A response, or an array of them, and what a transport with a status of its own has to show for
 * it.
 */
public record Answer(Json response, Status status) {
  /** How a response looks from outside. */
  public enum Status {
    /** Served, or failed within the rules of the method. */
    OK,
    /** Not a request that this revision allows. */
    BAD_REQUEST,
    /** No such method. */
    NOT_FOUND
  }
}
