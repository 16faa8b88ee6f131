package dev.athena.privacy;

import dev.athena.principal.Caller;

/**
 * A transfer of what stands behind pseudonyms to a host.
 *
 * @param caller for whom it goes
 * @param purpose that of the permission it needs
 * @param host in lower case
 * @param target the id of what sends it, such as an execution, for the audit
 * @param isRedirected whether another host said that it is to go there
 */
public record Crossing(
    Caller caller, String purpose, String host, int port, String target, boolean isRedirected) {
  /** The purpose of what programs fetch. */
  public static final String FETCH = "fetch";

  /** Returns whose values they are. */
  String tenant() {
    return caller.namespace().tenant();
  }

  /** Returns the host as permissions name it. */
  String place() {
    return HostPattern.naming(host, port);
  }
}
