package dev.athena.privacy;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** How characters are written where a text stands; what is put into it is written so too. */
public enum Spelling {
  /** As they are. */
  PLAIN,
  /** As they are, on one line and in ASCII, as headers are. */
  LINE,
  /** Percent-encoded, as in an address or a form. */
  PERCENT,
  /** As in a string of JSON. */
  JSON,
  /** As in XML and HTML. */
  MARKUP;

  private static final Pattern ON_A_LINE = Pattern.compile("[\\t -~]*+");
  private static final String AS_THEY_ARE = "-._~";

  /** Returns whether a value can stand in such a text. */
  boolean takes(String value) {
    return this != LINE || ON_A_LINE.matcher(value).matches();
  }

  /** Returns how a value is written. */
  String write(String value) {
    return switch (this) {
      case PLAIN, LINE -> value;
      case PERCENT -> percent(value);
      case JSON -> {
        String quoted = JsonCodec.write(Json.of(value));
        yield quoted.substring(1, quoted.length() - 1);
      }
      case MARKUP ->
          value
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;")
              .replace("'", "&#39;");
    };
  }

  private static String percent(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      boolean letter = c < 128 && Character.isLetterOrDigit(c);
      if (letter || AS_THEY_ARE.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().toHexDigits(one).toUpperCase(Locale.ROOT));
      }
    }
    return encoded.toString();
  }
}
