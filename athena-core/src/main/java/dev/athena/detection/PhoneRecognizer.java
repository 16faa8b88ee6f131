package dev.athena.detection;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds telephone numbers: international ones everywhere, national ones of some regions where they
 * are written in groups, and what has their length where the words speak for it.
 *
 * <p>The numbering plans are asked only about what has the shape, because asking takes long.
 */
final class PhoneRecognizer implements Recognizer {
  static final int DIGITS_MIN = 7;
  static final int DIGITS_MAX = 15;

  private static final int GROUPS_MAX = 7;
  private static final String TOPIC = "phone";
  private static final String VERBS = "phone-verb";
  private static final String RULE = "phone";
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private final List<Plan> plans;
  private final boolean northAmerica;

  PhoneRecognizer(List<String> regions) {
    this.plans = regions.stream().flatMap(PhoneRecognizer::plan).toList();
    this.northAmerica = regions.contains("US") || regions.contains("CA");
  }

  @Override
  public void find(Scan scan) {
    if (scan.digitsTogether() < DIGITS_MIN) {
      return;
    }
    String text = scan.text();
    int i = 0;
    while (i < text.length()) {
      if (!Edges.isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      DigitGroups run = DigitGroups.at(text, i);
      if (run.digits() >= DIGITS_MIN) {
        scan.checkTime();
        from(scan, run);
      }
      i = run.end();
    }
  }

  /** Looks at a run of groups, from each on for the longest number. */
  private void from(Scan scan, DigitGroups run) {
    int first = 0;
    while (first < run.size()) {
      int next = first + 1;
      for (int last = Math.min(run.size(), first + GROUPS_MAX) - 1; last >= first; last--) {
        DigitGroups part = run.part(first, last);
        if (part.digits() >= DIGITS_MIN
            && part.digits() <= DIGITS_MAX + 3
            && part.standsAlone()
            && !part.isSomethingElse()
            && isNumber(scan, part, new Span(part.start(), run.end()))) {
          scan.addLoose(RULE, SensitiveType.PHONE, part.start(), part.endWithExtension());
          next = last + 1;
          break;
        }
      }
      first = next;
    }
  }

  /** Returns whether it is a number; {@code around} is where the words before and after it are. */
  private boolean isNumber(Scan scan, DigitGroups part, Span around) {
    if (part.hasPlus()) {
      return isInternational(scan, part, around);
    }
    if (scan.isJustBefore("no-phone", around.start(), around.end())) {
      return false;
    }
    if (northAmerica && part.isNorthAmerican()) {
      return part.hasStrongSigns() || isValid(part.text(), "US") || isNear(scan, part, around);
    }
    if (part.isNational() && isValidSomewhere(part.onlyDigits())) {
      return true;
    }
    return part.digits() <= DIGITS_MAX && isNear(scan, part, around);
  }

  /** Verbs such as call are used of much else: without groups, they count only just before. */
  private static boolean isNear(Scan scan, DigitGroups part, Span around) {
    return scan.isNear(TOPIC, around.start(), around.end())
        || (part.size() > 1
            ? scan.isNear(VERBS, around.start(), around.end())
            : scan.isJustBefore(VERBS, around.start(), around.end()));
  }

  private static boolean isInternational(Scan scan, DigitGroups part, Span around) {
    PhoneNumber number = parsed(part.text(), null);
    if (number == null) {
      return false;
    }
    return PLANS.isValidNumber(number)
        || (PLANS.isPossibleNumber(number)
            && (part.size() > 1 || !part.beginsLine() || isNear(scan, part, around)));
  }

  /** Two noughts lead to another country, one to a region of the same. */
  private boolean isValidSomewhere(String digits) {
    if (digits.startsWith("00")) {
      return isValid("+" + digits.substring(2), null);
    }
    for (Plan plan : plans) {
      if (plan.has(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValid(String text, @Nullable String region) {
    PhoneNumber number = parsed(text, region);
    return number != null && PLANS.isValidNumber(number);
  }

  /**
   * The plan of a region whose national numbers begin with a nought.
   *
   * @param kept whether the nought is a part of the number, as in Italy
   */
  private record Plan(String region, int country, boolean kept) {
    boolean has(String digits) {
      PhoneNumber number = new PhoneNumber();
      number.setCountryCode(country).setNationalNumber(Long.parseLong(digits));
      number.setItalianLeadingZero(kept);
      return PLANS.isValidNumberForRegion(number, region);
    }
  }

  private static Stream<Plan> plan(String region) {
    int country = PLANS.getCountryCodeForRegion(region);
    String prefix = PLANS.getNddPrefixForRegion(region, true);
    boolean kept = region.equals("IT");
    return kept || "0".equals(prefix) ? Stream.of(new Plan(region, country, kept)) : Stream.of();
  }

  static @Nullable PhoneNumber parsed(String text, @Nullable String region) {
    try {
      return PLANS.parse(text, region);
    } catch (NumberParseException _) {
      return null;
    }
  }

  /** Returns the regions of which the plans are known. */
  static List<String> knownRegions() {
    return new ArrayList<>(PLANS.getSupportedRegions());
  }
}
