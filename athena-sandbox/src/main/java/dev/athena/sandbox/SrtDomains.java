package dev.athena.sandbox;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.List;

/**
 * Hosts as srt's proxies are told of them.
 *
 * <p>Only names of the internet are taken. An address would be let through as it is, a private one
 * too; and everything called localhost stands for all services of this machine.
 */
final class SrtDomains {
  private static final String ANY_BELOW = "*.";
  private static final List<Integer> PORTS = List.of(443, 80);

  private SrtDomains() {}

  /**
   * Refuses what may not be reached through proxies of this machine.
   *
   * @throws InvalidArgument if there is such an entry; it says which
   */
  static void check(List<String> domains) {
    domains.forEach(SrtDomains::check);
  }

  /** Returns the entries with their ports, which srt would otherwise take for all. */
  static List<String> withPorts(List<String> domains) {
    List<String> entries = new ArrayList<>();
    for (String domain : domains) {
      if (domain.indexOf(':') >= 0) {
        entries.add(domain);
      } else {
        PORTS.forEach(port -> entries.add(domain + ":" + port));
      }
    }
    return entries;
  }

  private static void check(String domain) {
    int colon = domain.indexOf(':');
    String name = colon < 0 ? domain : domain.substring(0, colon);
    boolean wild = name.startsWith(ANY_BELOW);
    List<String> labels =
        List.of((wild ? name.substring(ANY_BELOW.length()) : name).split("\\.", -1));
    if (labels.size() < 2) {
      throw refused(domain, "is no full name", "send names such as example.org or *.example.org");
    }
    if (labels.getLast().matches("[0-9]+|0x[0-9a-f]*")) {
      throw refused(domain, "is an address", "send the name of the host");
    }
    if (labels.getLast().equals("localhost")) {
      throw refused(domain, "is this machine", "use the operations of the memory instead");
    }
    if (colon >= 0 && !domain.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
      throw refused(domain, "has no such port", "send a port from 1 to 65535");
    }
  }

  private static InvalidArgument refused(String domain, String why, String hint) {
    return new InvalidArgument(
        "network.domains has \"%s\", which %s; the back end srt does not let it through"
            .formatted(domain, why),
        hint);
  }
}
