package dev.athena.detection;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.athena.detection.checks.CheckDigits;
import dev.athena.detection.checks.Iban;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes identifiers as they are written, all of them made up. */
final class IdentifierSamples {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final List<String> NAMES =
      List.of("ada", "Grace.Hopper", "j_doe", "x", "maría", "first.last+tag", "o'brien", "kay-99");
  private static final List<String> HOSTS =
      List.of(
          "example.org", "mail.example.co.uk", "bücher.de", "a-b.io", "corp.local", "x1.museum");

  private final Random random;

  IdentifierSamples(long seed) {
    this.random = new Random(seed);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String digits(int count) {
    return filled("9".repeat(count));
  }

  /** Fills a layout: 9 stands for a digit, A for a capital, h for a hexadecimal digit. */
  String filled(String layout) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < layout.length(); i++) {
      filled.append(filled(layout.charAt(i)));
    }
    return filled.toString();
  }

  private char filled(char kind) {
    return switch (kind) {
      case '9' -> (char) ('0' + random.nextInt(10));
      case 'A' -> (char) ('A' + random.nextInt(26));
      case 'h' -> Character.forDigit(random.nextInt(16), 16);
      default -> kind;
    };
  }

  String email() {
    return one(NAMES) + "@" + one(HOSTS);
  }

  String card() {
    String prefix = one(List.of("4", "51", "2345", "34", "6011", "3530", "36"));
    int length = prefix.equals("34") ? 15 : prefix.equals("36") ? 14 : 16;
    String number = luhn(prefix + digits(length - prefix.length() - 1));
    return switch (random.nextInt(3)) {
      case 0 -> grouped(number, " ");
      case 1 -> grouped(number, "-");
      default -> number;
    };
  }

  private static String grouped(String number, String sign) {
    int[] ends =
        switch (number.length()) {
          case 14 -> new int[] {4, 10, 14};
          case 15 -> new int[] {4, 10, 15};
          default -> new int[] {4, 8, 12, 16};
        };
    StringBuilder grouped = new StringBuilder();
    int start = 0;
    for (int end : ends) {
      grouped.append(start == 0 ? "" : sign).append(number, start, end);
      start = end;
    }
    return grouped.toString();
  }

  /** Adds the check digit. */
  static String luhn(String body) {
    for (char check = '0'; check <= '9'; check++) {
      if (CheckDigits.luhn(body + check)) {
        return body + check;
      }
    }
    throw new AssertionError("one digit in ten fits");
  }

  String iban() {
    String layout =
        one(
            List.of(
                "DE" + "9".repeat(20),
                "GB99AAAA" + "9".repeat(14),
                "NL99AAAA" + "9".repeat(10),
                "FR" + "9".repeat(25),
                "ES" + "9".repeat(22),
                "NO" + "9".repeat(13)));
    String filled = filled(layout);
    for (int check = 2; check < 99; check++) {
      String number = "%s%02d%s".formatted(filled.substring(0, 2), check, filled.substring(4));
      if (Iban.isValid(number)) {
        return random.nextBoolean() ? number : number.replaceAll("(.{4})(?=.)", "$1 ");
      }
    }
    throw new AssertionError("one check in ninety-seven fits");
  }

  String address4() {
    String first = one(List.of("10", "172", "192", "203", "88", "34"));
    return first
        + "."
        + random.nextInt(256)
        + "."
        + (100 + random.nextInt(156))
        + "."
        + (1 + random.nextInt(254));
  }

  String address6() {
    return switch (random.nextInt(3)) {
      case 0 -> filled("2001:db8:1hhh:hhhh:1hhh:hhhh:hhhh:1hhh");
      case 1 -> filled("fe80::1hhh:hhhh");
      default -> filled("2a01:4f8:1hhh::1");
    };
  }

  String networkCard() {
    return random.nextBoolean()
        ? filled("a4:hh:hh:hh:hh:9b")
        : filled("a4-hh-9f-hh-hh-9c").toUpperCase(Locale.ROOT);
  }

  /** An address of Bitcoin as it was first written: a version, a hash and a checksum. */
  String bitcoin() {
    byte[] bytes = new byte[25];
    random.nextBytes(bytes);
    bytes[0] = (byte) (random.nextBoolean() ? 0 : 5);
    byte[] check = sha256(sha256(Arrays.copyOf(bytes, 21)));
    System.arraycopy(check, 0, bytes, 21, 4);
    StringBuilder written = new StringBuilder();
    BigInteger number = new BigInteger(1, bytes);
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(58));
      written.append(BASE58.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return (bytes[0] == 0 ? "1" : "") + written.reverse();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** A telephone number as its region writes it, or as others call it. */
  String phone() {
    String region = one(List.of("US", "GB", "DE", "FR", "AU"));
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    PhoneNumber example = plans.getExampleNumber(region);
    String national = plans.getNationalSignificantNumber(example);
    PhoneNumber number = example;
    for (int tries = 0; tries < 50; tries++) {
      String changed = national.substring(0, 4) + digits(national.length() - 4);
      PhoneNumber made = new PhoneNumber();
      made.setCountryCode(example.getCountryCode()).setNationalNumber(Long.parseLong(changed));
      if (plans.isValidNumber(made)) {
        number = made;
        break;
      }
    }
    return plans.format(
        number,
        one(
            List.of(
                PhoneNumberFormat.E164,
                PhoneNumberFormat.INTERNATIONAL,
                PhoneNumberFormat.NATIONAL)));
  }

  /** A number that {@code id} takes, written as in one of {@code layouts}. */
  String national(NationalId id, List<String> layouts) {
    for (int tries = 0; tries < 2_000_000; tries++) {
      String written = filled(layouts.get(tries % layouts.size()));
      if (id.check().test(written.replaceAll("[^0-9A-Z]", ""))) {
        return written;
      }
    }
    throw new AssertionError("no number of " + id.topic());
  }
}
