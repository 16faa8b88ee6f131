package dev.athena.detection.checks;

import static dev.athena.detection.checks.CheckDigits.at;
import static dev.athena.detection.checks.CheckDigits.isDay;
import static dev.athena.detection.checks.CheckDigits.number;
import static dev.athena.detection.checks.CheckDigits.weighted;

import java.util.Set;

/** Numbers that European states give to people; the letters are capitals. */
public final class EuropeanIds {
  private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String FINNISH_SYMBOLS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
  private static final String ITALIAN_MONTHS = "ABCDEHLMPRST";

  /** What an odd place of an Italian code counts, for 0 to 9 as for A to Z. */
  private static final int[] ITALIAN_ODD = {
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
  };

  private static final Set<String> BRITISH_UNUSED =
      Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

  private EuropeanIds() {}

  /** The number of the British health service. */
  public static boolean britishHealth(String digits) {
    int check = 11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check % 11 == at(digits, 9) && !CheckDigits.areAllTheSame(digits);
  }

  /** The number of British national insurance: it has no check, only letters that are not used. */
  public static boolean britishInsurance(String id) {
    return "DFIQUV".indexOf(id.charAt(0)) < 0
        && "DFIOQUV".indexOf(id.charAt(1)) < 0
        && !BRITISH_UNUSED.contains(id.substring(0, 2))
        && id.charAt(8) <= 'D';
  }

  /** The German tax number of a person: one digit stands twice or three times in the first ten. */
  public static boolean germanTax(String digits) {
    int[] counts = new int[10];
    for (int i = 0; i < 10; i++) {
      counts[at(digits, i)]++;
    }
    int twice = 0;
    int thrice = 0;
    for (int count : counts) {
      twice += count == 2 ? 1 : 0;
      thrice += count == 3 ? 1 : 0;
      if (count > 3) {
        return false;
      }
    }
    return digits.charAt(0) != '0' && twice + thrice == 1 && CheckDigits.mod11Over10(digits);
  }

  /** The German number of social insurance. */
  public static boolean germanPension(String id) {
    int letter = id.charAt(8) - 'A' + 1;
    String digits = id.substring(0, 8) + letter / 10 + letter % 10 + id.substring(9);
    int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int product = weights[i] * at(digits, i);
      sum += product / 10 + product % 10;
    }
    return isDay(number(id, 4, 6), 1) && sum % 10 == at(id, 11);
  }

  /** The French number of social insurance; Corsica has letters. */
  public static boolean frenchInsurance(String id) {
    String digits = id.substring(0, 13).replace("2A", "19").replace("2B", "18");
    if (!CheckDigits.areDigits(digits) || "1234".indexOf(id.charAt(0)) < 0) {
      return false;
    }
    int month = number(digits, 3, 5);
    boolean monthFits = (month >= 1 && month <= 12) || (month >= 20 && month <= 42);
    return monthFits && 97 - CheckDigits.mod97(digits) == number(id, 13, 15);
  }

  /** The French tax number. */
  public static boolean frenchTax(String digits) {
    return digits.charAt(0) < '4'
        && Long.parseLong(digits.substring(0, 10)) % 511 == number(digits, 10, 13);
  }

  /** The Spanish identity number of citizens. */
  public static boolean spanishCitizen(String id) {
    return SPANISH_LETTERS.charAt(number(id, 0, 8) % 23) == id.charAt(8);
  }

  /** The Spanish identity number of foreigners. */
  public static boolean spanishForeigner(String id) {
    int first = "XYZ".indexOf(id.charAt(0));
    return first >= 0 && spanishCitizen(first + id.substring(1));
  }

  /** The Italian tax code of a person. */
  public static boolean italianCode(String id) {
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      char one = id.charAt(i);
      int value = Character.isDigit(one) ? one - '0' : one - 'A';
      sum += i % 2 == 0 ? ITALIAN_ODD[value] : value;
    }
    int day = number(id, 9, 11);
    return ITALIAN_MONTHS.indexOf(id.charAt(8)) >= 0
        && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71))
        && 'A' + sum % 26 == id.charAt(15);
  }

  /** The Dutch citizen's number. */
  public static boolean dutch(String digits) {
    return weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0
        && !CheckDigits.areAllTheSame(digits);
  }

  /** The Belgian number of the register; who was born after 1999 has a two before it. */
  public static boolean belgian(String digits) {
    long body = Long.parseLong(digits.substring(0, 9));
    int check = number(digits, 9, 11);
    return isDay(number(digits, 2, 4) % 20, number(digits, 4, 6))
        && (97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check);
  }

  /** The Polish number of a person; its month tells the century too. */
  public static boolean polish(String digits) {
    int sum = weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1);
    return isDay(number(digits, 2, 4) % 20, number(digits, 4, 6)) && sum % 10 == 0;
  }

  /** The Polish tax number. */
  public static boolean polishTax(String digits) {
    return weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == at(digits, 9);
  }

  /** The Swedish number of a person, of which the century is not checked. */
  public static boolean swedish(String digits) {
    String last = digits.substring(digits.length() - 10);
    int day = number(last, 4, 6);
    return isDay(number(last, 2, 4), day > 60 ? day - 60 : day) && CheckDigits.luhn(last);
  }

  /** The Danish number of a person: a date, for its check is given up. */
  public static boolean danish(String digits) {
    return isDay(number(digits, 2, 4), number(digits, 0, 2));
  }

  /** The Finnish number of a person, without the sign of the century. */
  public static boolean finnish(String id) {
    String digits = id.substring(0, 6) + id.substring(id.length() - 4, id.length() - 1);
    return CheckDigits.areDigits(digits)
        && isDay(number(digits, 2, 4), number(digits, 0, 2))
        && FINNISH_SYMBOLS.charAt(number(digits, 0, 9) % 31) == id.charAt(id.length() - 1);
  }

  /** The Norwegian number of a person. */
  public static boolean norwegian(String digits) {
    int day = number(digits, 0, 2);
    return isDay(number(digits, 2, 4) % 40, day > 40 ? day - 40 : day)
        && weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
        && weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  /** The Swiss number of social insurance. */
  public static boolean swiss(String digits) {
    return digits.startsWith("756")
        && weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
  }

  /** The Austrian number of social insurance. */
  public static boolean austrian(String digits) {
    return number(digits, 4, 6) <= 31
        && weighted(digits, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == at(digits, 3);
  }

  /** The Portuguese tax number. */
  public static boolean portuguese(String digits) {
    int check = 11 - weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return digits.charAt(0) != '0' && (check > 9 ? 0 : check) == at(digits, 8);
  }

  /** The Irish number of a person, with one letter or two. */
  public static boolean irish(String id) {
    int sum = weighted(id, 8, 7, 6, 5, 4, 3, 2);
    sum += id.length() > 8 ? 9 * (id.charAt(8) == 'W' ? 0 : id.charAt(8) - 'A' + 1) : 0;
    return IRISH_LETTERS.charAt(sum % 23) == id.charAt(7);
  }

  /** The Greek number of social insurance. */
  public static boolean greek(String digits) {
    return isDay(number(digits, 2, 4), number(digits, 0, 2)) && CheckDigits.luhn(digits);
  }

  /** The Czech and Slovak number of a person. */
  public static boolean czech(String digits) {
    return isDay(number(digits, 2, 4) % 50 % 20, number(digits, 4, 6))
        && Long.parseLong(digits) % 11 == 0;
  }

  /** The Romanian number of a person. */
  public static boolean romanian(String digits) {
    int check = weighted(digits, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
    return digits.charAt(0) != '0'
        && isDay(number(digits, 3, 5), number(digits, 5, 7))
        && (check == 10 ? 1 : check) == at(digits, 12);
  }

  /** The Bulgarian number of a person. */
  public static boolean bulgarian(String digits) {
    return isDay(number(digits, 2, 4) % 20, number(digits, 4, 6))
        && weighted(digits, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == at(digits, 9);
  }

  /** The Turkish number of a person. */
  public static boolean turkish(String digits) {
    int odd = weighted(digits, 1, 0, 1, 0, 1, 0, 1, 0, 1);
    int even = weighted(digits, 0, 1, 0, 1, 0, 1, 0, 1);
    int tenth = Math.floorMod(7 * odd - even, 10);
    return digits.charAt(0) != '0'
        && tenth == at(digits, 9)
        && (odd + even + tenth) % 10 == at(digits, 10);
  }
}
