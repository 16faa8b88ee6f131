package dev.athena.detection;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a detector looks for, and how long.
 *
 * @param types what is looked for at all
 * @param regions whose telephone numbers are known without the code of the country, by the two
 *     letters of ISO 3166; the first is where a number without context is from
 * @param countries whose numbers of persons are looked for, likewise
 * @param patterns what is looked for besides
 * @param allowed values that are not sensitive here, such as the address of the own help desk
 * @param recognizers what finds entities besides, such as a language model
 */
public record DetectorOptions(
    Set<SensitiveType> types,
    List<String> regions,
    Set<String> countries,
    KnownNames names,
    List<CustomPattern> patterns,
    Set<String> allowed,
    List<EntityRecognizer> recognizers,
    ScanBudget budget) {
  /** The most regions of telephone numbers: each is asked about every number. */
  public static final int REGIONS_MAX = 20;

  /** The most values that are allowed. */
  public static final int ALLOWED_MAX = 10_000;

  /** The most recognizers of entities. */
  public static final int RECOGNIZERS_MAX = 8;

  private static final List<String> USUAL_REGIONS =
      List.of("US", "GB", "DE", "FR", "ES", "IT", "AU", "IN");

  public DetectorOptions {
    types = types.isEmpty() ? Set.of() : Set.copyOf(types);
    regions = List.copyOf(regions);
    countries = Set.copyOf(countries);
    patterns = List.copyOf(patterns);
    allowed = Set.copyOf(allowed);
    recognizers = List.copyOf(recognizers);
    checkMost("regions", regions, REGIONS_MAX);
    checkMost("patterns", patterns, CustomPattern.PATTERNS_MAX);
    checkMost("allowed values", allowed, ALLOWED_MAX);
    checkMost("recognizers", recognizers, RECOGNIZERS_MAX);
    if (regions.isEmpty()) {
      throw new InvalidArgument(
          "no region of telephone numbers is set", "set one at least, such as US");
    }
    checkKnown("a region of telephone numbers", regions, PhoneRecognizer.knownRegions());
    checkKnown("a country of national numbers", countries, knownCountries());
    checkDistinct(patterns);
  }

  private static void checkMost(String what, Collection<?> all, int most) {
    if (all.size() > most) {
      throw new InvalidArgument(
          "%,d %s are set".formatted(all.size(), what), "set %,d at most".formatted(most));
    }
  }

  private static void checkKnown(String what, Collection<String> all, Collection<String> known) {
    for (String one : all) {
      if (!known.contains(one)) {
        throw new InvalidArgument(
            "\"" + (one.length() > 8 ? one.substring(0, 8) : one) + "\" is no " + what.substring(2),
            "set two capital letters of a country that is known, such as DE; known are "
                + known.stream().sorted().toList());
      }
    }
  }

  private static void checkDistinct(List<CustomPattern> patterns) {
    Set<String> ids = new HashSet<>();
    for (CustomPattern pattern : patterns) {
      if (!ids.add(pattern.id())) {
        throw new InvalidArgument(
            "two patterns are called " + pattern.id(), "give each an id of its own");
      }
    }
  }

  /**
   * Returns what is looked for where nothing is set: all types, and the numbers of all countries.
   */
  public static DetectorOptions standard() {
    return new DetectorOptions(
        EnumSet.allOf(SensitiveType.class),
        USUAL_REGIONS,
        Set.copyOf(knownCountries()),
        KnownNames.NONE,
        List.of(),
        Set.of(),
        List.of(),
        ScanBudget.ofLength(ScanBudget.CHARACTERS_USUAL));
  }

  /** Returns the countries whose numbers of persons are known. */
  public static List<String> knownCountries() {
    return NationalIds.all().stream()
        .map(NationalId::country)
        .filter(country -> !country.equals(NationalIds.ANYWHERE))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the same, without a type. */
  public DetectorOptions without(SensitiveType type) {
    Set<SensitiveType> fewer = new HashSet<>(types);
    fewer.remove(type);
    return new DetectorOptions(
        fewer, regions, countries, names, patterns, allowed, recognizers, budget);
  }

  /** Returns the same, with other regions of telephone numbers. */
  public DetectorOptions withRegions(List<String> others) {
    return new DetectorOptions(
        types, others, countries, names, patterns, allowed, recognizers, budget);
  }

  /** Returns the same, with other countries of national numbers. */
  public DetectorOptions withCountries(Set<String> others) {
    return new DetectorOptions(
        types, regions, others, names, patterns, allowed, recognizers, budget);
  }

  /** Returns the same, with other names. */
  public DetectorOptions withNames(KnownNames others) {
    return new DetectorOptions(
        types, regions, countries, others, patterns, allowed, recognizers, budget);
  }

  /** Returns the same, with one more pattern. */
  public DetectorOptions with(CustomPattern pattern) {
    List<CustomPattern> more = new ArrayList<>(patterns);
    more.add(pattern);
    return withPatterns(more);
  }

  /** Returns the same, with other patterns. */
  public DetectorOptions withPatterns(List<CustomPattern> others) {
    return new DetectorOptions(
        types, regions, countries, names, others, allowed, recognizers, budget);
  }

  /** Returns the same, with other values that are allowed. */
  public DetectorOptions withAllowed(Set<String> others) {
    return new DetectorOptions(
        types, regions, countries, names, patterns, others, recognizers, budget);
  }

  /** Returns the same, with one more recognizer of entities. */
  public DetectorOptions with(EntityRecognizer recognizer) {
    List<EntityRecognizer> more = new ArrayList<>(recognizers);
    more.add(recognizer);
    return new DetectorOptions(types, regions, countries, names, patterns, allowed, more, budget);
  }

  /** Returns the same, with another budget. */
  public DetectorOptions within(ScanBudget other) {
    return new DetectorOptions(
        types, regions, countries, names, patterns, allowed, recognizers, other);
  }
}
