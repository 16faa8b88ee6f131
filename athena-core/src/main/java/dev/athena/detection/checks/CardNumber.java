package dev.athena.detection.checks;

/** Numbers of payment cards: a range that a network issues, a length it uses, and Luhn's check. */
public final class CardNumber {
  /** The shortest number of a card. */
  public static final int DIGITS_MIN = 12;

  /** The longest number of a card. */
  public static final int DIGITS_MAX = 19;

  /** What is longer than most cards and looks like any identifier. */
  public static final int DIGITS_USUAL = 16;

  private static final int PREFIX = 6;

  private CardNumber() {}

  /** A range of first six digits and the lengths that numbers have in it. */
  private record Range(int first, int last, int shortest, int longest) {
    boolean has(int prefix, int length) {
      return prefix >= first && prefix <= last && length >= shortest && length <= longest;
    }
  }

  private static final Range[] RANGES = {
    new Range(400000, 499999, 13, 13), // Visa
    new Range(400000, 499999, 16, 16),
    new Range(400000, 499999, 19, 19),
    new Range(510000, 559999, 16, 16), // Mastercard
    new Range(222100, 272099, 16, 16),
    new Range(340000, 349999, 15, 15), // American Express
    new Range(370000, 379999, 15, 15),
    new Range(300000, 305999, 14, 19), // Diners Club
    new Range(309500, 309599, 14, 19),
    new Range(360000, 369999, 14, 19),
    new Range(380000, 399999, 14, 19),
    new Range(601100, 601199, 16, 19), // Discover
    new Range(622126, 622925, 16, 19),
    new Range(644000, 659999, 16, 19),
    new Range(620000, 629999, 16, 19), // UnionPay
    new Range(810000, 817199, 16, 19),
    new Range(352800, 358999, 16, 19), // JCB
    new Range(180000, 180099, 15, 15),
    new Range(213100, 213199, 15, 15),
    new Range(501800, 501899, 12, 19), // Maestro
    new Range(502000, 502099, 12, 19),
    new Range(503800, 503899, 12, 19),
    new Range(589300, 589399, 12, 19),
    new Range(630400, 630499, 12, 19),
    new Range(675900, 675999, 12, 19),
    new Range(676100, 676399, 12, 19),
    new Range(501900, 501999, 16, 16), // Dankort
    new Range(220000, 220499, 16, 19), // Mir
    new Range(508500, 508999, 16, 16), // RuPay
    new Range(606985, 608399, 16, 16),
    new Range(817200, 829999, 16, 16),
    new Range(506099, 506198, 16, 19), // Verve
    new Range(979200, 979289, 16, 16), // Troy
    new Range(606282, 606282, 16, 16), // Hipercard
    new Range(636297, 636368, 16, 16), // Elo
  };

  /** Returns whether this has the length and check of a card's number, whoever issues the range. */
  public static boolean isChecked(String digits) {
    return digits.length() >= DIGITS_MIN
        && digits.length() <= DIGITS_MAX
        && !CheckDigits.areAllTheSame(digits)
        && CheckDigits.luhn(digits);
  }

  /** Returns whether a card may have this number. */
  public static boolean isValid(String digits) {
    if (!isChecked(digits)) {
      return false;
    }
    int prefix = CheckDigits.number(digits, 0, PREFIX);
    for (Range range : RANGES) {
      if (range.has(prefix, digits.length())) {
        return true;
      }
    }
    return false;
  }
}
