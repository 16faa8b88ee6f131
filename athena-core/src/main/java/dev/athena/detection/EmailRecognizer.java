package dev.athena.detection;

import java.util.Locale;

/**
 * Finds addresses of electronic mail: a local part and a host under a real top-level domain, within
 * the lengths of RFC 5321.
 *
 * <p>The user and password in an address of the web, the user of a remote folder such as {@code
 * git@host:path}, and a package with its version are none.
 */
final class EmailRecognizer implements Recognizer {
  static final int LOCAL_MAX = 64;
  static final int ADDRESS_MAX = 254;

  private static final int LABEL_MAX = 63;
  private static final String ENCODED = "%40";
  private static final String LOCAL_SIGNS = ".+-_~%";
  private static final int ADDRESS_OF_WEB = 200;

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      consider(scan, at, at + 1);
    }
    for (int at = text.indexOf(ENCODED); at >= 0; at = text.indexOf(ENCODED, at + 1)) {
      consider(scan, at, at + ENCODED.length());
    }
  }

  /** Looks at the address around a sign from {@code at} to before {@code host}. */
  private static void consider(Scan scan, int at, int host) {
    String text = scan.text();
    int start = localStart(text, at);
    int end = hostEnd(text, host);
    if (start < at
        && end > host
        && at - start <= LOCAL_MAX
        && end - start <= ADDRESS_MAX
        && !text.substring(start, at).contains("..")
        && !isUserOfWeb(text, start)
        && !isUserOfFolder(text, start, end)) {
      scan.add("email", SensitiveType.EMAIL, start, end);
    }
  }

  private static int localStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start <= LOCAL_MAX && isLocal(text.charAt(start - 1))) {
      start--;
    }
    start = afterEscape(text, start, at);
    while (start < at && !Character.isLetterOrDigit(text.charAt(start)) && !isLead(text, start)) {
      start++;
    }
    return text.charAt(at - (start < at ? 1 : 0)) == '.' ? at : beforeApostrophe(text, start);
  }

  private static boolean isLocal(char one) {
    return one < 0x80
        ? Edges.isWord(one) || LOCAL_SIGNS.indexOf(one) >= 0
        : Character.isLetterOrDigit(one);
  }

  private static boolean isLead(String text, int start) {
    return text.charAt(start) == '_';
  }

  /** What follows a backslash is a sign of its own: a line's end, or a character by its number. */
  private static int afterEscape(String text, int start, int at) {
    if (start == 0 || text.charAt(start - 1) != '\\') {
      return start;
    }
    char kind = text.charAt(start);
    return Math.min(at, kind == 'u' ? start + 5 : "nrt".indexOf(kind) >= 0 ? start + 1 : start);
  }

  /** Takes in the beginning of names such as O'Brien. */
  private static int beforeApostrophe(String text, int start) {
    boolean name =
        start >= 2
            && text.charAt(start - 1) == '\''
            && "oOdD".indexOf(text.charAt(start - 2)) >= 0
            && (start == 2 || !Edges.isWord(text.charAt(start - 3)));
    return name ? start - 2 : start;
  }

  /** Returns where the host ends, or its start if it is none. */
  private static int hostEnd(String text, int host) {
    int end = host;
    while (end < text.length() && end - host < ADDRESS_MAX && isHost(text.charAt(end))) {
      end++;
    }
    while (end > host && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
      end--;
    }
    String[] labels = text.substring(host, end).split("\\.", -1);
    if (labels.length < 2 || !TopLevelDomains.has(labels[labels.length - 1])) {
      return host;
    }
    for (String label : labels) {
      boolean hyphen = label.startsWith("-") || label.endsWith("-");
      if (label.isEmpty() || label.length() > LABEL_MAX || hyphen) {
        return host;
      }
    }
    return end;
  }

  private static boolean isHost(char one) {
    return one == '.' || one == '-' || Character.isLetterOrDigit(one);
  }

  /** Returns whether it stands where an address of the web has a user: before the first slash. */
  private static boolean isUserOfWeb(String text, int start) {
    int from = start;
    while (from > 0 && start - from < ADDRESS_OF_WEB && !ends(text.charAt(from - 1))) {
      from--;
      if (text.charAt(from) == '/') {
        return from >= 2 && text.charAt(from - 1) == '/' && text.charAt(from - 2) == ':';
      }
    }
    return false;
  }

  private static boolean ends(char one) {
    return one <= ' ' || "\"'<>()?#&=,;".indexOf(one) >= 0;
  }

  private static boolean isUserOfFolder(String text, int start, int end) {
    if (text.substring(start, end).toLowerCase(Locale.ROOT).startsWith("git@")) {
      return true;
    }
    if (end + 1 >= text.length() || text.charAt(end) != ':') {
      return false;
    }
    char next = text.charAt(end + 1);
    int path = end + 1;
    while (path < text.length() && isLocal(text.charAt(path)) && path - end < LABEL_MAX) {
      path++;
    }
    boolean folder = path < text.length() && text.charAt(path) == '/';
    return next == '~' || (folder && (next == '/' || Edges.isWord(next) || next == '.'));
  }
}
