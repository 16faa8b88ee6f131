package dev.athena.execution;

/** An entry of a list of hosts: a host or, with {@code *.}, all below it, and perhaps a port. */
record DomainRule(String host, int port) {
  /** No port is given, which means those of the web. */
  private static final int WEB = -1;

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  DomainRule(String entry) {
    this(hostOf(entry), portOf(entry));
  }

  /** Returns whether this lets through all that {@code other} does. */
  boolean covers(DomainRule other) {
    boolean ports =
        port == other.port || (port == WEB && (other.port == HTTP || other.port == HTTPS));
    if (!ports) {
      return false;
    }
    return host.equals(other.host)
        || (host.startsWith("*.") && other.host.endsWith(host.substring(1)));
  }

  private static String hostOf(String entry) {
    int colon = entry.lastIndexOf(':');
    return colon < 0 ? entry : entry.substring(0, colon);
  }

  private static int portOf(String entry) {
    int colon = entry.lastIndexOf(':');
    return colon < 0 ? WEB : Integer.parseInt(entry.substring(colon + 1));
  }
}
