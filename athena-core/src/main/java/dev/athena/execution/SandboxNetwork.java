package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.privacy.HostPattern;
import java.util.List;

/**
 * Which hosts a program may reach: by {@code http.fetch}, or by any means where the back end has
 * proxies.
 */
public record SandboxNetwork(
    @Doc(
            value =
                "Hosts it may reach, up to 100: example.org, *.example.org for those below it,"
                    + " example.org:8443; 443 and 80 where no port is given.",
            ifAbsent = "[]")
        List<String> domains,
    @Doc(value = "Methods of http.fetch it may use.", ifAbsent = "[\"GET\", \"HEAD\"]")
        List<String> methods,
    @Doc(value = "How large an answer it may fetch, 1 to 65536 KiB.", ifAbsent = "2048")
        int responseKb,
    @Doc(value = "How much one http.fetch may send, 0 to 65536 KiB.", ifAbsent = "64")
        int requestKb,
    @Doc(value = "How long one http.fetch may take, 0.1 to 120 seconds.", ifAbsent = "15")
        double fetchSeconds) {
  /** The most hosts. */
  public static final int DOMAINS_MAX = 100;

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  public SandboxNetwork {
    domains = domains.stream().map(String::strip).map(SandboxNetwork::domain).toList();
    methods = List.copyOf(methods);
    if (domains.size() > DOMAINS_MAX) {
      throw new InvalidArgument(
          "network.domains has " + domains.size() + " entries", "send up to " + DOMAINS_MAX);
    }
    for (String method : methods) {
      if (!METHODS.contains(method)) {
        throw new InvalidArgument(
            "network.methods has \"" + method + "\"", "send some of " + String.join(", ", METHODS));
      }
    }
    ConfigRange.check("network.response_kb", responseKb, 1, 65_536);
    ConfigRange.check("network.request_kb", requestKb, 0, 65_536);
    ConfigRange.check("network.fetch_seconds", fetchSeconds, 0.1, 120);
  }

  private static String domain(String given) {
    return HostPattern.of(given)
        .map(HostPattern::text)
        .orElseThrow(() ->
            new InvalidArgument(
                "network.domains has \"" + given + "\"",
                "send host names such as example.org, *.example.org or example.org:8443, without"
                    + " a scheme or a path"));
  }
}
