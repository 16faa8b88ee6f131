package dev.athena.app.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Values that occur nowhere else, one of each type for every way into Athena, so that a value that
 * is found tells by which way it leaked.
 */
final class Canaries {
  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int IBAN_CHECK = 97;
  private static final int NAMES = 150;

  private final SplittableRandom random;
  private final Map<String, String> ways = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private int namesTaken;

  Canaries(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < NAMES; i++) {
      String first = some(UPPER, 1) + some(LOWER, 8);
      names.add(first + " " + some(UPPER, 1) + some(LOWER, 7));
    }
  }

  /** What a canary is, and in which words it stands. */
  enum Kind {
    ACCESS_KEY("aws_access_key_id = %s"),
    TOKEN("token %s"),
    PASSWORD("password: %s"),
    EMAIL("mail to %s"),
    CARD("card %s"),
    IBAN("IBAN %s"),
    PHONE("call %s"),
    MAC("mac address %s"),
    NAME("met %s"),
    CUSTOM("signed %s");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** The pattern of the kind that is declared. */
  static final String CUSTOM_PATTERN = "KX-[0-9]{14}";

  /** Returns a text with a new canary of each kind, each several times. */
  String text(String way) {
    List<String> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String line = one(way, kind);
      lines.add(line + ". Again: " + line + ".");
    }
    return String.join("\n", lines);
  }

  /** Returns a few words with a new canary. */
  String one(String way, Kind kind) {
    return kind.words.formatted(value(way, kind));
  }

  /** Returns a new canary. */
  String value(String way, Kind kind) {
    String value =
        switch (kind) {
          case ACCESS_KEY -> "AKIA" + some(BASE32, 16);
          case TOKEN -> "ghp_" + some(UPPER + LOWER + DIGITS, 36);
          case PASSWORD -> some(UPPER, 5) + some(DIGITS, 4) + some(LOWER, 6) + some(DIGITS, 3);
          case EMAIL -> some(LOWER, 9) + "@" + some(LOWER, 6) + ".org";
          case CARD -> card();
          case IBAN -> iban();
          case PHONE -> "+4930" + some(DIGITS, 8);
          case MAC -> mac();
          case NAME -> name();
          case CUSTOM -> "KX-" + some(DIGITS, 14);
        };
    ways.put(value, way + ", " + kind);
    return value;
  }

  /** Returns all canaries there are, and by which way each was planted. */
  Map<String, String> all() {
    return ways;
  }

  /** Returns the names that are to be declared before any is planted. */
  List<String> names() {
    return List.copyOf(names);
  }

  private String name() {
    return names.get(namesTaken++);
  }

  private String card() {
    String body = "4539" + some(DIGITS, 11);
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(body.length() - 1 - i) - '0';
      int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? twice : digit;
    }
    return body + (10 - sum % 10) % 10;
  }

  private String iban() {
    String account = some(DIGITS, 18);
    int rest = 0;
    for (char digit : (account + "131400").toCharArray()) { // D is 13, E is 14
      rest = (rest * 10 + digit - '0') % IBAN_CHECK;
    }
    return "DE%02d%s".formatted(IBAN_CHECK + 1 - rest, account);
  }

  private String mac() {
    List<String> parts = new ArrayList<>(List.of("3c"));
    for (int i = 0; i < 5; i++) {
      parts.add(some("abcdef", 1) + some(DIGITS, 1));
    }
    return String.join(":", parts);
  }

  private String some(String alphabet, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
