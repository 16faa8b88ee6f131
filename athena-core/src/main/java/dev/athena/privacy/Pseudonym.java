package dev.athena.privacy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.athena.detection.SensitiveType;
import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in a text in place of something sensitive, such as {@code [PASSWORD_07q2m9xw4tz8p]}.
 *
 * <p>The symbols are those of Crockford's base 32 in lower case: the version of the key it was made
 * with, 55 bits of what was made, and a check (Luhn's, modulo 32) by which one that was mistyped is
 * known. It is understood as people and models copy it: in any case, without brackets, with a
 * hyphen, escaped as in Markdown or in an address.
 *
 * @param symbols 13 of them
 */
public record Pseudonym(SensitiveType type, String symbols) {
  /** How many symbols there are. */
  static final int SYMBOLS = 13;

  /** How many bits are of what stands behind it. */
  static final int BITS = 55;

  /** The greatest version of a key. */
  static final int VERSION_MAX = 31;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int BASE = 32;
  private static final int BITS_EACH = 5;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?i)(?:\\\\?\\[|%%5B|\\b)(%s)[_-]([0-9a-tv-z]{%d})(?:\\\\?\\]|%%5D|\\b)"
              .formatted(
                  Arrays.stream(SensitiveType.values())
                      .map(type -> type.name().replace("_", "[_-]"))
                      .collect(Collectors.joining("|")),
                  SYMBOLS));

  public Pseudonym {
    if (!isWellFormed(type, symbols)) {
      throw new IllegalArgumentException("a pseudonym of " + symbols.length() + " symbols");
    }
  }

  /** A place in a text where a pseudonym stands, brackets and all. */
  public record Place(Pseudonym pseudonym, int start, int end) {}

  /** Makes one of the lowest {@value #BITS} bits of {@code bits}. */
  static Pseudonym of(SensitiveType type, int version, long bits) {
    if (version < 0 || version > VERSION_MAX) {
      throw new IllegalArgumentException("a key of version " + version);
    }
    StringBuilder symbols = new StringBuilder().append(ALPHABET.charAt(version));
    for (int at = BITS - BITS_EACH; at >= 0; at -= BITS_EACH) {
      symbols.append(ALPHABET.charAt((int) (bits >>> at) & (BASE - 1)));
    }
    symbols.append(ALPHABET.charAt(check(type, symbols)));
    return new Pseudonym(type, symbols.toString());
  }

  /** Returns all that stand in {@code text}; what only looks like one is none. */
  public static List<Place> in(String text) {
    if (!mayHold(text)) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    Matcher matcher = WRITTEN.matcher(text);
    while (matcher.find()) {
      read(matcher.group(1), matcher.group(2))
          .ifPresent(found -> places.add(new Place(found, matcher.start(), matcher.end())));
    }
    return places;
  }

  /** Most texts have no sign between a letter and so many letters and digits. */
  private static boolean mayHold(String text) {
    return mayHold(text, '_') || mayHold(text, '-');
  }

  private static boolean mayHold(String text, char sign) {
    int last = text.length() - SYMBOLS;
    for (int at = text.indexOf(sign, 1); at > 0 && at < last; at = text.indexOf(sign, at + 1)) {
      if (Character.isLetter(text.charAt(at - 1)) && areSymbols(text, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean areSymbols(String text, int start) {
    for (int i = start; i < start + SYMBOLS; i++) {
      if (!isSymbol(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSymbol(char one) {
    return one < 128 && Character.isLetterOrDigit(one);
  }

  /**
   * Returns the one that {@code text} is.
   *
   * @throws InvalidArgument if it is none
   */
  public static Pseudonym of(String text) {
    List<Place> places = in(text.strip());
    if (places.size() != 1
        || places.getFirst().end() - places.getFirst().start() < text.strip().length()) {
      throw new InvalidArgument(
          "this is no pseudonym",
          "copy it whole, such as [EMAIL_07q2m9xw4tz8p]; it has a check symbol");
    }
    return places.getFirst().pseudonym();
  }

  private static Optional<Pseudonym> read(String type, String written) {
    SensitiveType known = SensitiveType.valueOf(type.toUpperCase(Locale.ROOT).replace('-', '_'));
    // as Crockford reads what looks alike
    String symbols =
        written.toLowerCase(Locale.ROOT).replace('i', '1').replace('l', '1').replace('o', '0');
    return isWellFormed(known, symbols)
        ? Optional.of(new Pseudonym(known, symbols))
        : Optional.empty();
  }

  /** Returns the version of the key it was made with. */
  int version() {
    return ALPHABET.indexOf(symbols.charAt(0));
  }

  private static boolean isWellFormed(SensitiveType type, String symbols) {
    if (symbols.length() != SYMBOLS || symbols.chars().anyMatch(one -> ALPHABET.indexOf(one) < 0)) {
      return false;
    }
    int last = SYMBOLS - 1;
    return check(type, symbols.substring(0, last)) == ALPHABET.indexOf(symbols.charAt(last));
  }

  /** Luhn's check modulo 32; the type goes in, so that another one is noticed too. */
  private static int check(SensitiveType type, CharSequence symbols) {
    int sum = type.name().chars().sum();
    int factor = 2;
    for (int i = symbols.length() - 1; i >= 0; i--) {
      int addend = factor * ALPHABET.indexOf(symbols.charAt(i));
      sum += addend / BASE + addend % BASE;
      factor = 3 - factor;
    }
    return Math.floorMod(-sum, BASE);
  }

  /** Returns it as it stands in texts. */
  @Override
  public String toString() {
    return "[" + type + "_" + symbols + "]";
  }
}
