package dev.athena.detection;

import static dev.athena.detection.SensitiveType.BANK_ACCOUNT;
import static dev.athena.detection.SensitiveType.DRIVER_LICENSE;
import static dev.athena.detection.SensitiveType.NATIONAL_ID;
import static dev.athena.detection.SensitiveType.PASSPORT;
import static dev.athena.detection.SensitiveType.TAX_ID;

import dev.athena.detection.checks.AmericanIds;
import dev.athena.detection.checks.AsianIds;
import dev.athena.detection.checks.CheckDigits;
import dev.athena.detection.checks.EuropeanIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The numbers of states that are known, each with how it is written: 9 is a digit, A a letter, all
 * else stands for itself.
 *
 * <p>What is written without signs between its groups, or has a weak check, needs a word that tells
 * what it is.
 */
final class NationalIds {
  /** Stands for no country in particular. */
  static final String ANYWHERE = "ZZ";

  private static final List<String> NEVER = List.of();

  private NationalIds() {}

  static List<NationalId> all() {
    List<NationalId> all = new ArrayList<>();
    all.addAll(america());
    all.addAll(westOfEurope());
    all.addAll(northOfEurope());
    all.addAll(eastOfEurope());
    all.addAll(asia());
    all.addAll(others());
    return all;
  }

  private static NationalId id(
      String topic, List<String> alone, List<String> named, Predicate<String> check) {
    return new NationalId(country(topic), NATIONAL_ID, topic, alone, named, check);
  }

  private static NationalId tax(
      String topic, List<String> alone, List<String> named, Predicate<String> check) {
    return new NationalId(country(topic), TAX_ID, topic, alone, named, check);
  }

  private static NationalId named(
      SensitiveType type, String topic, List<String> named, Predicate<String> check) {
    return new NationalId(country(topic), type, topic, NEVER, named, check);
  }

  /** What has no check is at least no row of the same digit. */
  private static boolean isAny(String id) {
    return !CheckDigits.areAllTheSame(id);
  }

  /** Topics begin with the two letters of the state. */
  private static String country(String topic) {
    return topic.substring(0, 2).toUpperCase(Locale.ROOT);
  }

  private static List<NationalId> america() {
    return List.of(
        id(
            "us-ssn",
            List.of("999-99-9999"),
            List.of("999 99 9999", "999.99.9999", "999999999"),
            AmericanIds::socialSecurity),
        tax(
            "us-itin",
            List.of("999-99-9999"),
            List.of("999 99 9999", "999999999"),
            AmericanIds::individualTaxpayer),
        tax("us-ein", NEVER, List.of("99-9999999"), NationalIds::isAny),
        named(BANK_ACCOUNT, "us-routing", List.of("999999999"), AmericanIds::routing),
        named(BANK_ACCOUNT, "us-account", digits(8, 17), NationalIds::isAny),
        id("ca-sin", NEVER, nine(), AmericanIds::canadian),
        id("br-cpf", List.of("999.999.999-99"), digits(11, 11), AmericanIds::brazilianPerson),
        tax(
            "br-cnpj",
            List.of("99.999.999/9999-99"),
            digits(14, 14),
            AmericanIds::brazilianCompany),
        tax("ar-cuit", List.of("99-99999999-9"), digits(11, 11), AmericanIds::argentinian),
        id(
            "cl-rut",
            List.of("99.999.999-9", "99.999.999-A", "9.999.999-9", "9.999.999-A"),
            List.of("99999999-9", "99999999-A", "9999999-9", "9999999-A"),
            id ->
                CheckDigits.areDigits(id.substring(0, id.length() - 1)) && AmericanIds.chilean(id)),
        id(
            "mx-curp",
            List.of("AAAA999999AAAAAA99", "AAAA999999AAAAAAA9"),
            NEVER,
            AmericanIds::mexican));
  }

  private static List<NationalId> westOfEurope() {
    return List.of(
        id(
            "gb-nino",
            List.of("AA 99 99 99 A"),
            List.of("AA999999A"),
            EuropeanIds::britishInsurance),
        id(
            "gb-nhs",
            NEVER,
            List.of("999 999 9999", "999-999-9999", "9999999999"),
            EuropeanIds::britishHealth),
        id("ie-pps", NEVER, List.of("9999999A", "9999999AA"), EuropeanIds::irish),
        tax("de-tax", NEVER, List.of("99 999 999 999", "99999999999"), EuropeanIds::germanTax),
        id(
            "de-pension",
            NEVER,
            List.of("99999999A999", "99 999999 A 999"),
            EuropeanIds::germanPension),
        id(
            "fr-nir",
            List.of(
                "999999999999999",
                "9 99 99 99 999 999 99",
                "999999A99999999",
                "9 99 99 9A 999 999 99"),
            NEVER,
            EuropeanIds::frenchInsurance),
        tax("fr-tax", NEVER, List.of("9999999999999", "99 99 999 999 999"), EuropeanIds::frenchTax),
        id("es-dni", NEVER, List.of("99999999A", "99999999-A"), EuropeanIds::spanishCitizen),
        id("es-nie", List.of("A9999999A", "A-9999999-A"), NEVER, EuropeanIds::spanishForeigner),
        tax("it-code", List.of("AAAAAA99A99A999A"), NEVER, EuropeanIds::italianCode),
        tax("pt-nif", NEVER, List.of("999999999", "999 999 999"), EuropeanIds::portuguese),
        id("nl-bsn", NEVER, List.of("999999999", "9999.99.999"), EuropeanIds::dutch),
        id("be-register", List.of("99.99.99-999.99"), digits(11, 11), EuropeanIds::belgian),
        id("ch-ahv", List.of("999.9999.9999.99"), digits(13, 13), EuropeanIds::swiss),
        id("at-insurance", NEVER, List.of("9999 999999", "9999999999"), EuropeanIds::austrian));
  }

  private static List<NationalId> northOfEurope() {
    return List.of(
        id(
            "se-number",
            List.of("99999999-9999"),
            List.of("999999-9999", "9999999999", "999999999999"),
            EuropeanIds::swedish),
        id("no-number", NEVER, List.of("99999999999", "999999 99999"), EuropeanIds::norwegian),
        id("dk-cpr", NEVER, List.of("999999-9999", "9999999999"), EuropeanIds::danish),
        id(
            "fi-hetu",
            List.of("999999-999A", "999999A999A"),
            List.of("999999-9999", "999999A9999"),
            EuropeanIds::finnish));
  }

  private static List<NationalId> eastOfEurope() {
    return List.of(
        id("pl-pesel", NEVER, digits(11, 11), EuropeanIds::polish),
        tax("pl-nip", NEVER, List.of("999-999-99-99", "9999999999"), EuropeanIds::polishTax),
        id("cz-number", NEVER, List.of("999999/9999", "9999999999"), EuropeanIds::czech),
        id("ro-cnp", NEVER, digits(13, 13), EuropeanIds::romanian),
        id("bg-egn", NEVER, digits(10, 10), EuropeanIds::bulgarian),
        id("gr-amka", NEVER, digits(11, 11), EuropeanIds::greek),
        id("tr-number", NEVER, digits(11, 11), EuropeanIds::turkish));
  }

  private static List<NationalId> asia() {
    return List.of(
        id(
            "cn-resident",
            List.of("999999999999999999", "99999999999999999A"),
            NEVER,
            AsianIds::chinese),
        id("kr-rrn", List.of("999999-9999999"), NEVER, AsianIds::korean),
        id("kr-rrn", NEVER, List.of("999999-9999999"), AsianIds::isKoreanDate),
        id("jp-number", NEVER, List.of("9999 9999 9999", "999999999999"), AsianIds::japanese),
        id("sg-nric", List.of("A9999999A"), NEVER, AsianIds::singaporean),
        id("tw-id", NEVER, List.of("A999999999"), AsianIds::taiwanese),
        id("th-id", List.of("9-9999-99999-99-9"), digits(13, 13), AsianIds::thai),
        id(
            "in-aadhaar",
            NEVER,
            List.of("9999 9999 9999", "9999-9999-9999", "999999999999"),
            AsianIds::aadhaar),
        tax("in-pan", NEVER, List.of("AAAAA9999A"), AsianIds::indianTaxpayer),
        id("il-id", NEVER, digits(9, 9), AsianIds::israeli));
  }

  private static List<NationalId> others() {
    return List.of(
        id("za-id", NEVER, digits(13, 13), AsianIds::southAfrican),
        tax(
            "au-tfn",
            NEVER,
            List.of("999 999 999", "999999999", "99999999"),
            AsianIds::australianTax),
        id("au-medicare", NEVER, List.of("9999 99999 9", "9999999999"), AsianIds::australianHealth),
        tax(
            "au-abn",
            NEVER,
            List.of("99 999 999 999", "99999999999"),
            AsianIds::australianBusiness),
        tax(
            "nz-ird",
            NEVER,
            List.of("99-999-999", "999-999-999", "99999999", "999999999"),
            AsianIds::newZealand),
        new NationalId(ANYWHERE, PASSPORT, "passport", NEVER, passports(), NationalIds::isAny),
        new NationalId(
            ANYWHERE, DRIVER_LICENSE, "driver-license", NEVER, licenses(), NationalIds::isAny));
  }

  private static List<String> nine() {
    return List.of("999 999 999", "999-999-999", "999999999");
  }

  /** The layouts of so many digits without signs. */
  private static List<String> digits(int least, int most) {
    return IntStream.rangeClosed(least, most).mapToObj("9"::repeat).toList();
  }

  private static List<String> passports() {
    return List.of(
        "A9999999",
        "A99999999",
        "AA999999",
        "AA9999999",
        "99AA99999",
        "999999999",
        "99999999",
        "AAA999999",
        "A9999999A",
        "A999999");
  }

  private static List<String> licenses() {
    return List.of(
        "A999999",
        "A9999999",
        "A99999999",
        "A999999999",
        "A999999999999",
        "A9999999999999",
        "A99999999999999",
        "AA999999",
        "AA9999999",
        "AA999999A",
        "99999999",
        "999999999",
        "9999999999",
        "AAAAA999999AA9AA",
        "A999-9999-9999",
        "A99-99-9999",
        "A999-999-99-999-9",
        "AAAAA999999A999A",
        "9999999",
        "999AA9999",
        "99AAA9999");
  }
}
