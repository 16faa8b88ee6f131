package dev.athena.detection;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
  private static final String RULE = "phone";
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private final List<String> regions;
  private final boolean northAmerica;

  PhoneRecognizer(List<String> regions) {
    this.regions = List.copyOf(regions);
    this.northAmerica = regions.contains("US") || regions.contains("CA");
  }

  @Override
  public void find(Scan scan) {
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
            && isNumber(scan, part)) {
          scan.addLoose(RULE, SensitiveType.PHONE, part.start(), part.endWithExtension());
          next = last + 1;
          break;
        }
      }
      first = next;
    }
  }

  private boolean isNumber(Scan scan, DigitGroups part) {
    Predicate<String> near = topic -> scan.isNear(topic, part.start(), part.end());
    if (part.hasPlus()) {
      return isInternational(part, near);
    }
    if (scan.isJustBefore("no-phone", part.start(), part.end())) {
      return false;
    }
    if (northAmerica && part.isNorthAmerican()) {
      return part.hasStrongSigns() || isValid(part.text(), "US") || near.test(TOPIC);
    }
    if (part.isNational() && isValidSomewhere(part)) {
      return true;
    }
    return part.digits() <= DIGITS_MAX && near.test(TOPIC);
  }

  private static boolean isInternational(DigitGroups part, Predicate<String> near) {
    PhoneNumber number = parsed(part.text(), null);
    if (number == null) {
      return false;
    }
    return PLANS.isValidNumber(number)
        || (PLANS.isPossibleNumber(number)
            && (part.size() > 1 || !part.beginsLine() || near.test(TOPIC)));
  }

  private boolean isValidSomewhere(DigitGroups part) {
    for (String region : regions) {
      if (isValid(part.text(), region)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValid(String text, String region) {
    PhoneNumber number = parsed(text, region);
    return number != null && PLANS.isValidNumber(number);
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
