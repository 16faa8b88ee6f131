package dev.athena.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host, or all hosts below it, as lists of hosts name them: {@code example.org}, {@code
 * *.example.org}, {@code example.org:8443}.
 *
 * <p>Hosts are compared label by label, as they are spelled: {@code example.org} is neither {@code
 * evilexample.org} nor {@code example.org.evil.com}, and an address that is spelled in another way
 * is another host.
 *
 * @param text as it was written, in lower case
 * @param name the host, or what follows the star
 * @param isBelow whether it names the hosts below, and not the host itself
 * @param ports those that are meant
 */
public record HostPattern(String text, String name, boolean isBelow, List<Integer> ports) {
  /** The longest one, in characters. */
  public static final int LENGTH_MAX = 260;

  private static final List<Integer> USUAL_PORTS = List.of(443, 80);
  private static final int PORT_MAX = 65_535;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*"
              + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?");

  /** A last label that makes the whole an address of IP version 4: 1, 0x7f, 017. */
  private static final Pattern NUMERIC_END =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)", Pattern.CASE_INSENSITIVE);

  public HostPattern {
    ports = List.copyOf(ports);
  }

  /** Returns the one that {@code written} is; empty if it is none. */
  public static Optional<HostPattern> of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    if (text.length() > LENGTH_MAX || !WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    List<Integer> ports =
        colon < 0 ? USUAL_PORTS : List.of(Integer.parseInt(text.substring(colon + 1)));
    if (ports.getFirst() > PORT_MAX) {
      return Optional.empty();
    }
    String host = colon < 0 ? text : text.substring(0, colon);
    boolean below = host.startsWith("*.");
    return Optional.of(new HostPattern(text, below ? host.substring(1) : host, below, ports));
  }

  /** Returns how a list names one host at one port. */
  static String naming(String host, int port) {
    return USUAL_PORTS.contains(port) ? host : host + ":" + port;
  }

  /** Returns whether a host, in lower case, is meant at a port. */
  public boolean allows(String host, int port) {
    return ports.contains(port) && (isBelow ? isBelow(host) : host.equals(name));
  }

  private boolean isBelow(String host) {
    return host.length() > name.length()
        && host.endsWith(name)
        && !NUMERIC_END.matcher(host).matches();
  }
}
