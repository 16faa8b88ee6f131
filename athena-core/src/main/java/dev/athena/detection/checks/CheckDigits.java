package dev.athena.detection.checks;

/** The sums that many kinds of numbers share. */
public final class CheckDigits {
  private static final int TEN = 10;
  private static final int ELEVEN = 11;
  private static final int NINETY_SEVEN = 97;

  /** How Verhoeff's check multiplies: the group of the symmetries of a pentagon. */
  private static final String[] PENTAGON = {
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
  };

  /** How Verhoeff's check changes a digit by its place. */
  private static final String[] PLACES = {
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258"
  };

  private CheckDigits() {}

  /** Returns the digit at {@code index}. */
  public static int at(String digits, int index) {
    return digits.charAt(index) - '0';
  }

  /** Returns the number that stands from {@code start} to before {@code end}. */
  public static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, TEN);
  }

  /** Returns whether there is nothing but digits. */
  public static boolean areDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(one -> one >= '0' && one <= '9');
  }

  /** Returns whether all digits are the same. */
  public static boolean areAllTheSame(String digits) {
    return digits.chars().allMatch(one -> one == digits.charAt(0));
  }

  /** Returns the sum of the digits, each times its weight. */
  public static int weighted(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * at(digits, i);
    }
    return sum;
  }

  /** Returns whether the last digit is the one that Luhn's check asks for. */
  public static boolean luhn(String digits) {
    int sum = 0;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = twice ? 2 * at(digits, i) : at(digits, i);
      sum += digit / TEN + digit % TEN;
      twice = !twice;
    }
    return sum % TEN == 0;
  }

  /** Returns whether the last digit is the one that Verhoeff's check asks for. */
  public static boolean verhoeff(String digits) {
    int state = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = at(digits, digits.length() - 1 - i);
      state = at(PENTAGON[state], at(PLACES[i % PLACES.length], digit));
    }
    return state == 0;
  }

  /** Returns whether the last digit is the one that ISO 7064 MOD 11,10 asks for. */
  public static boolean mod11Over10(String digits) {
    int product = TEN;
    for (int i = 0; i < digits.length() - 1; i++) {
      int sum = (at(digits, i) + product) % TEN;
      product = 2 * (sum == 0 ? TEN : sum) % ELEVEN;
    }
    return (ELEVEN - product) % TEN == at(digits, digits.length() - 1);
  }

  /** Returns the remainder by 97; letters count from A = 10. */
  public static int mod97(String text) {
    int remainder = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = Character.digit(text.charAt(i), Character.MAX_RADIX);
      remainder = (value < TEN ? remainder * TEN : remainder * TEN * TEN) + value;
      remainder %= NINETY_SEVEN;
    }
    return remainder;
  }

  /** Returns whether there is such a day; how long each month is does not matter here. */
  public static boolean isDay(int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }
}
