package dev.athena.execution;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The headers that a program sends, as it spells them.
 *
 * <p>What would change how a message is framed, which connection carries it, or whom it asks, is
 * refused: that is Athena's to say.
 */
public final class FetchHeaders {
  /** No headers. */
  public static final FetchHeaders NONE = new FetchHeaders(empty());

  /** The most headers. */
  public static final int HEADERS_MAX = 50;

  /** The most characters of all names and values together. */
  public static final int LENGTH_MAX = 16_000;

  private static final int SHOWN_MAX = 100;

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t -~]*+");

  private static final Set<String> REFUSED =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** Schemes that sign in a whole connection, which requests of others may use afterwards. */
  private static final List<String> OF_CONNECTIONS = List.of("ntlm", "negotiate", "kerberos");

  private final Map<String, String> values;

  private FetchHeaders(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Returns the headers that {@code json} holds, by name.
   *
   * @throws InvalidArgument if one of them may not be sent
   */
  public static FetchHeaders of(JsonObject json) {
    if (json.members().size() > HEADERS_MAX) {
      throw new InvalidArgument(
          "headers has %d members".formatted(json.members().size()), "send up to " + HEADERS_MAX);
    }
    Map<String, String> values = empty();
    json.members().forEach((name, value) -> add(values, name, value));
    FetchHeaders headers = new FetchHeaders(values);
    if (headers.length() > LENGTH_MAX) {
      throw new InvalidArgument(
          "headers has %,d characters".formatted(headers.length()),
          "send up to %,d; data belongs in the body".formatted(LENGTH_MAX));
    }
    return headers;
  }

  /** Returns names and values. */
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Returns whether there is a header called {@code name}, in whatever case. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Returns these headers without those called {@code names}. */
  FetchHeaders without(Set<String> names) {
    Map<String, String> rest = empty();
    rest.putAll(values);
    names.forEach(rest::remove);
    return new FetchHeaders(rest);
  }

  /** Returns how many characters they have. */
  int length() {
    return values.entrySet().stream().mapToInt(FetchHeaders::length).sum();
  }

  private static Map<String, String> empty() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  private static int length(Map.Entry<String, String> header) {
    return header.getKey().length() + header.getValue().length();
  }

  private static void add(Map<String, String> values, String name, Json json) {
    String shown = ShownText.plain(name, SHOWN_MAX);
    if (!NAME.matcher(name).matches()) {
      throw new InvalidArgument(
          "headers has the name \"" + shown + "\"", "send letters, digits and -, such as Accept");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (REFUSED.contains(lower) || lower.startsWith("proxy-")) {
      throw new InvalidArgument("headers sets " + shown, "leave it out; Athena sets it itself");
    }
    if (!(json instanceof Json.Text(String value)) || !VALUE.matcher(value).matches()) {
      throw new InvalidArgument(
          "headers." + shown + " is no text on one line in ASCII",
          "send a string without line breaks");
    }
    if (lower.equals("authorization") && signsInAConnection(value)) {
      throw new InvalidArgument(
          "headers.Authorization signs in a whole connection",
          "programs share connections; use a scheme that signs in a request, such as Bearer");
    }
    if (values.put(name, value.strip()) != null) {
      throw new InvalidArgument("headers has " + shown + " twice", "send it once");
    }
  }

  private static boolean signsInAConnection(String value) {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    return OF_CONNECTIONS.stream().anyMatch(lower::startsWith);
  }
}
