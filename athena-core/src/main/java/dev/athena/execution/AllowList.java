package dev.athena.execution;

import dev.athena.privacy.HostPattern;
import java.util.List;
import java.util.stream.Collectors;

/** The hosts that programs may reach. */
public final class AllowList {
  /** How many entries a message names. */
  private static final int SHOWN_MAX = 20;

  private final List<String> domains;
  private final List<HostPattern> entries;

  private AllowList(List<String> domains) {
    this.domains = domains;
    this.entries = domains.stream().flatMap(one -> HostPattern.of(one).stream()).toList();
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
