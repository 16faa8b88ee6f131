package dev.athena.privacy;

/** A text as whoever gets it reads it, and where its characters stand as it is written. */
final class ReadText {
  /** Stands for what is no character of ASCII; no pseudonym holds it. */
  private static final char OTHER = '\ufffd';

  private static final int HEX = 16;

  private final StringBuilder read = new StringBuilder();
  private final int[] starts;

  private ReadText(int lengthMax) {
    starts = new int[lengthMax + 1];
  }

  /** Reads a text. */
  static ReadText of(String written, Spelling spelling) {
    ReadText text = new ReadText(written.length());
    int at = 0;
    while (at < written.length()) {
      int next =
          switch (spelling) {
            case PERCENT -> text.percent(written, at);
            case JSON -> text.escape(written, at);
            case PLAIN, LINE, MARKUP -> at;
          };
      at = next > at ? next : text.add(written.charAt(at), at, at + 1);
    }
    text.starts[text.read.length()] = written.length();
    return text;
  }

  /** Returns the text as it is read. */
  String text() {
    return read.toString();
  }

  /** Returns where a character begins as it is written; at the end, where the text ends. */
  int start(int character) {
    return starts[character];
  }

  private int add(char character, int start, int end) {
    starts[read.length()] = start;
    read.append(character);
    return end;
  }

  private int percent(String written, int at) {
    return written.charAt(at) == '%' ? coded(written, at, at + 1, 2) : at;
  }

  private int escape(String written, int at) {
    if (written.charAt(at) != '\\' || at + 1 == written.length()) {
      return at;
    }
    char kind = written.charAt(at + 1);
    return switch (kind) {
      case 'u' -> coded(written, at, at + 2, 4);
      case '"', '\\', '/' -> add(kind, at, at + 2);
      default -> add(' ', at, at + 2);
    };
  }

  /** Reads the number of a character; returns where it ends, or {@code at} if there is none. */
  private int coded(String written, int at, int digits, int count) {
    int end = digits + count;
    if (end > written.length()) {
      return at;
    }
    int code = 0;
    for (int i = digits; i < end; i++) {
      int digit = Character.digit(written.charAt(i), HEX);
      if (digit < 0) {
        return at;
      }
      code = code * HEX + digit;
    }
    return add(code < 128 ? (char) code : OTHER, at, end);
  }
}
