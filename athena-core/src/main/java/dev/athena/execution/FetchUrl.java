package dev.athena.execution;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart, of http or https.
 *
 * <p>It is read strictly, so that nobody who reads it later sees another host in it: a user, a
 * backslash, a space, or a host that is no name and no address make it invalid.
 */
public final class FetchUrl {
  /** The longest URL, in characters. */
  public static final int LENGTH_MAX = 8_000;

  private static final int HOST_LENGTH_MAX = 253;
  private static final int PORT_MAX = 65_535;
  private static final int SHOWN_MAX = 200;

  private static final Pattern NAME =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern VERSION_6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

  /** What may stand in a path or a query besides letters, digits and %. */
  private static final String SIGNS = "!$&'()*+,-./:;=?@[]^_{|}~";

  private final String scheme;
  private final String host;
  private final int port;
  private final String target;

  private FetchUrl(String scheme, String host, int port, String target) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.target = target;
  }

  /**
   * Returns the parts of {@code url}; what follows a # is left out, as it is never sent.
   *
   * @throws InvalidArgument if it cannot be read in exactly one way
   */
  public static FetchUrl of(String url) {
    if (Characters.count(url) > LENGTH_MAX) {
      throw new InvalidArgument(
          "url has %,d characters".formatted(Characters.count(url)),
          "send up to %,d; data belongs in the body".formatted(LENGTH_MAX));
    }
    int colon = url.indexOf("://");
    String scheme = url.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw invalid(url, "begin with https:// or http://", null);
    }
    int start = colon + 3;
    int end = start;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(start, end);
    int portColon = portColon(authority);
    String host = host(portColon < 0 ? authority : authority.substring(0, portColon), url);
    int port = portColon < 0 ? usualPort(scheme) : port(authority.substring(portColon + 1), url);
    return new FetchUrl(scheme, host, port, target(url, end));
  }

  /** Returns http or https. */
  public String scheme() {
    return scheme;
  }

  /** Returns the host in lower case and in ASCII; an address of version 6 stands in brackets. */
  public String host() {
    return host;
  }

  /** Returns the port, whether it was given or not. */
  public int port() {
    return port;
  }

  /** Returns the path and the query, as they are sent. */
  public String target() {
    return target;
  }

  /** Returns whether both are the same host, port and scheme. */
  boolean hasOriginOf(FetchUrl other) {
    return origin().equals(other.origin());
  }

  /** Returns whether it is fetched over an encrypted connection. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Returns the host with its port. */
  public String place() {
    return host + ":" + port;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FetchUrl url && toString().equals(url.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return origin() + target;
  }

  /** Returns all that stands before the path. */
  String origin() {
    return scheme + "://" + (port == usualPort(scheme) ? host : place());
  }

  private static int usualPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Returns where the port begins; colons in brackets belong to an address. */
  private static int portColon(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon < authority.lastIndexOf(']') ? -1 : colon;
  }

  private static String host(String spelled, String url) {
    if (spelled.indexOf('@') >= 0) {
      throw invalid(url, "leave out the user before the @; send an Authorization header", null);
    }
    String host = spelled.startsWith("[") ? spelled.toLowerCase(Locale.ROOT) : ascii(spelled, url);
    boolean readable =
        host.length() <= HOST_LENGTH_MAX
            && (NAME.matcher(host).matches() || VERSION_6.matcher(host).matches());
    if (!readable) {
      throw invalid(url, "send a host name such as example.org, without a dot at its end", null);
    }
    return host;
  }

  private static String ascii(String name, String url) {
    try {
      return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw invalid(url, "send a host name such as example.org", e);
    }
  }

  private static int port(String digits, String url) {
    if (!digits.matches("[0-9]{1,5}")
        || Integer.parseInt(digits) < 1
        || Integer.parseInt(digits) > PORT_MAX) {
      throw invalid(url, "send a port of 1 to 65535, or none", null);
    }
    return Integer.parseInt(digits);
  }

  private static String target(String url, int start) {
    int hash = url.indexOf('#', start);
    String target = url.substring(start, hash < 0 ? url.length() : hash);
    for (int i = 0; i < target.length(); i++) {
      if (!mayStand(target, i)) {
        throw invalid(url, "percent-encode what is no letter, digit or usual sign", null);
      }
    }
    return target.startsWith("/") ? target : "/" + target;
  }

  private static boolean mayStand(String target, int at) {
    char c = target.charAt(at);
    if (c == '%') {
      return at + 2 < target.length() && isHex(target, at + 1) && isHex(target, at + 2);
    }
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || SIGNS.indexOf(c) >= 0;
  }

  private static boolean isHex(String target, int at) {
    return "0123456789abcdefABCDEF".indexOf(target.charAt(at)) >= 0;
  }

  private static InvalidArgument invalid(String url, String hint, @Nullable Throwable cause) {
    return new InvalidArgument(
        "\"" + ShownText.plain(url, SHOWN_MAX) + "\" is no URL to fetch", hint, cause);
  }
}
