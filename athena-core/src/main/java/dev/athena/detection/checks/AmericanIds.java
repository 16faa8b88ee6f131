package dev.athena.detection.checks;

import static dev.athena.detection.checks.CheckDigits.at;
import static dev.athena.detection.checks.CheckDigits.isDay;
import static dev.athena.detection.checks.CheckDigits.number;
import static dev.athena.detection.checks.CheckDigits.weighted;

/** Numbers that American states give to people; the letters are capitals. */
public final class AmericanIds {
  private static final String MEXICAN_SYMBOLS = "0123456789ABCDEFGHIJKLMN*OPQRSTUVWXYZ";

  private AmericanIds() {}

  /** The number of social security of the United States: it has ranges, and no check. */
  public static boolean socialSecurity(String digits) {
    int area = number(digits, 0, 3);
    return area != 0
        && area != 666
        && area < 900
        && number(digits, 3, 5) != 0
        && number(digits, 5, 9) != 0
        && !CheckDigits.areAllTheSame(digits);
  }

  /** The number that the United States give to taxpayers without social security. */
  public static boolean individualTaxpayer(String digits) {
    int group = number(digits, 3, 5);
    return digits.charAt(0) == '9'
        && ((group >= 50 && group <= 65)
            || (group >= 70 && group <= 88)
            || (group >= 90 && group <= 92)
            || group >= 94);
  }

  /** The number of a bank in the United States. */
  public static boolean routing(String digits) {
    int area = number(digits, 0, 2);
    boolean used =
        area <= 12 || (area >= 21 && area <= 32) || (area >= 61 && area <= 72) || area == 80;
    return used
        && number(digits, 0, 4) != 0
        && weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
  }

  /** The Canadian number of social insurance. */
  public static boolean canadian(String digits) {
    return digits.charAt(0) != '0' && digits.charAt(0) != '8' && CheckDigits.luhn(digits);
  }

  /** The Brazilian number of a person. */
  public static boolean brazilianPerson(String digits) {
    return !CheckDigits.areAllTheSame(digits)
        && check(weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == at(digits, 9)
        && check(weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)) == at(digits, 10);
  }

  /** The Brazilian number of a company. */
  public static boolean brazilianCompany(String digits) {
    return !CheckDigits.areAllTheSame(digits)
        && check(weighted(digits, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == at(digits, 12)
        && check(weighted(digits, 6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) == at(digits, 13);
  }

  private static int check(int sum) {
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  /** The Argentinian tax number. */
  public static boolean argentinian(String digits) {
    int kind = number(digits, 0, 2);
    boolean used =
        kind == 20 || kind == 23 || kind == 24 || kind == 27 || (kind >= 30 && kind <= 34);
    return used && weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** The Chilean number of a person or company; a K stands for a check of ten. */
  public static boolean chilean(String id) {
    int sum = 0;
    int last = id.length() - 1;
    for (int i = 0; i < last; i++) {
      sum += (2 + (last - 1 - i) % 6) * at(id, i);
    }
    return "0K987654321".charAt(sum % 11) == id.charAt(last);
  }

  /** The Mexican code of a person. */
  public static boolean mexican(String id) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      // the table has N with a tilde, which no code contains, where the star is
      sum += (18 - i) * MEXICAN_SYMBOLS.indexOf(id.charAt(i));
    }
    return isDay(number(id, 6, 8), number(id, 8, 10))
        && "HMX".indexOf(id.charAt(10)) >= 0
        && (10 - sum % 10) % 10 == at(id, 17);
  }
}
