package dev.athena.execution;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that programs may reach.
 *
 * <p>Hosts are compared label by label, as they are spelled: {@code example.org} is neither {@code
 * evilexample.org} nor {@code example.org.evil.com}, and an address that is spelled in another way
 * than in the list is another host.
 */
public final class AllowList {
  /** How many entries a message names. */
  private static final int SHOWN_MAX = 20;

  private static final List<Integer> USUAL_PORTS = List.of(443, 80);

  /** A last label that makes the whole an address of IP version 4: 1, 0x7f, 017. */
  private static final Pattern NUMERIC_END =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

  private final List<String> domains;
  private final List<Entry> entries;

  private AllowList(List<String> domains) {
    this.domains = domains;
    this.entries = domains.stream().map(Entry::of).toList();
  }

  /**
   * One host, or all hosts below it.
   *
   * @param name the host, or what follows the star
   * @param ports those that may be reached
   */
  private record Entry(String name, boolean below, List<Integer> ports) {
    static Entry of(String domain) {
      int colon = domain.lastIndexOf(':');
      List<Integer> ports =
          colon < 0 ? USUAL_PORTS : List.of(Integer.parseInt(domain.substring(colon + 1)));
      String host = colon < 0 ? domain : domain.substring(0, colon);
      return host.startsWith("*.")
          ? new Entry(host.substring(1), true, ports)
          : new Entry(host, false, ports);
    }

    boolean allows(String host, int port) {
      return ports.contains(port) && (below ? isBelow(host) : host.equals(name));
    }

    private boolean isBelow(String host) {
      return host.length() > name.length()
          && host.endsWith(name)
          && !NUMERIC_END.matcher(host).matches();
    }
  }

  /** Returns the list that {@code network} holds. */
  public static AllowList of(SandboxNetwork network) {
    return new AllowList(network.domains());
  }

  /** Returns whether a host, in lower case, may be reached at a port. */
  public boolean allows(String host, int port) {
    return entries.stream().anyMatch(entry -> entry.allows(host, port));
  }

  /** Returns the hosts in words, for a message. */
  String inWords() {
    if (domains.isEmpty()) {
      return "no host";
    }
    String shown = domains.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
    int more = domains.size() - SHOWN_MAX;
    return more > 0 ? shown + " and %d more".formatted(more) : shown;
  }
}
