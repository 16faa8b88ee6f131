package dev.athena.detection.checks;

import static dev.athena.detection.checks.CheckDigits.at;
import static dev.athena.detection.checks.CheckDigits.isDay;
import static dev.athena.detection.checks.CheckDigits.number;
import static dev.athena.detection.checks.CheckDigits.weighted;

/** Numbers that states of Asia, Africa and Oceania give to people; the letters are capitals. */
public final class AsianIds {
  private static final String TAIWANESE_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

  private AsianIds() {}

  /** The Chinese number of a resident. */
  public static boolean chinese(String id) {
    int year = number(id, 6, 10);
    int sum = weighted(id, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
    return id.charAt(0) >= '1'
        && id.charAt(0) <= '8'
        && year >= 1900
        && year < 2100
        && isDay(number(id, 10, 12), number(id, 12, 14))
        && "10X98765432".charAt(sum % 11) == id.charAt(17);
  }

  /** The Korean number of a resident; those given since October 2020 have no check. */
  public static boolean korean(String digits) {
    int check = (11 - weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5) % 11) % 10;
    return isKoreanDate(digits) && check == at(digits, 12);
  }

  /** What every Korean number has: a day of birth, and a digit for the century and the sex. */
  public static boolean isKoreanDate(String digits) {
    return isDay(number(digits, 2, 4), number(digits, 4, 6))
        && digits.charAt(6) >= '1'
        && digits.charAt(6) <= '8';
  }

  /** The Japanese number of a person. */
  public static boolean japanese(String digits) {
    int remainder = weighted(digits, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    return (remainder < 2 ? 0 : 11 - remainder) == at(digits, 11)
        && !CheckDigits.areAllTheSame(digits);
  }

  /** The number of an identity card of Singapore. */
  public static boolean singaporean(String id) {
    char first = id.charAt(0);
    int sum = weighted(id.substring(1, 8), 2, 7, 6, 5, 4, 3, 2);
    return switch (first) {
      case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == id.charAt(8);
      case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == id.charAt(8);
      case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == id.charAt(8);
      case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == id.charAt(8);
      case 'M' -> "KLJNPQRTUWX".charAt(10 - (sum + 3) % 11) == id.charAt(8);
      default -> false;
    };
  }

  /** The number of an identity card of Taiwan. */
  public static boolean taiwanese(String id) {
    int letter = 10 + TAIWANESE_LETTERS.indexOf(id.charAt(0));
    int sum = letter / 10 + 9 * (letter % 10);
    sum += weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
    return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
  }

  /** The Thai number of a person. */
  public static boolean thai(String digits) {
    int sum = weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    return digits.charAt(0) != '0' && (11 - sum % 11) % 10 == at(digits, 12);
  }

  /** The Indian Aadhaar. */
  public static boolean aadhaar(String digits) {
    return digits.charAt(0) >= '2' && CheckDigits.verhoeff(digits);
  }

  /** The Indian number of a taxpayer: its fourth letter tells what kind of one. */
  public static boolean indianTaxpayer(String id) {
    return "ABCFGHJLPT".indexOf(id.charAt(3)) >= 0;
  }

  /** The Israeli number of a person. */
  public static boolean israeli(String digits) {
    return CheckDigits.luhn(digits) && !CheckDigits.areAllTheSame(digits);
  }

  /** The South African number of a person. */
  public static boolean southAfrican(String digits) {
    return isDay(number(digits, 2, 4), number(digits, 4, 6))
        && digits.charAt(10) <= '2'
        && CheckDigits.luhn(digits);
  }

  /** The Australian tax number, of eight or nine digits. */
  public static boolean australianTax(String digits) {
    int sum =
        digits.length() == 9
            ? weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10)
            : weighted(digits, 10, 7, 8, 4, 6, 3, 5, 1);
    return sum % 11 == 0 && !CheckDigits.areAllTheSame(digits);
  }

  /** The Australian number of health insurance. */
  public static boolean australianHealth(String digits) {
    return digits.charAt(0) >= '2'
        && digits.charAt(0) <= '6'
        && weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == at(digits, 8);
  }

  /** The Australian number of a business. */
  public static boolean australianBusiness(String digits) {
    int sum = weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10;
    return digits.charAt(0) != '0' && sum % 89 == 0;
  }

  /** The tax number of New Zealand, of eight or nine digits. */
  public static boolean newZealand(String digits) {
    String nine = digits.length() == 9 ? digits : "0" + digits;
    int body = number(nine, 0, 8);
    int first = weighted(nine, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
    int check = first == 0 ? 0 : 11 - first;
    if (check == 10) {
      int second = weighted(nine, 7, 4, 3, 2, 5, 2, 7, 6) % 11;
      check = second == 0 ? 0 : 11 - second;
    }
    return body >= 1_000_000 && check == at(nine, 8);
  }
}
