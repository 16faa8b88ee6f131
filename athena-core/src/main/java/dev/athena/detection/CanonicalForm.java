package dev.athena.detection;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.athena.detection.checks.CryptoAddress;
import dev.athena.detection.checks.IpAddress;
import java.text.Normalizer;
import java.util.Locale;

/**
 * How the spellings of one value are made one, so that they get the same pseudonym.
 *
 * @param region where a telephone number without the code of its country is from
 */
public record CanonicalForm(String region) {
  /** Returns the form of {@code value}; credentials have but one spelling and stay as they are. */
  public String of(SensitiveType type, String value) {
    return switch (type) {
      case API_KEY, ACCESS_TOKEN, PASSWORD, PRIVATE_KEY, WEBHOOK, UNSCANNED -> value;
      case EMAIL -> email(value);
      case PHONE -> phone(value);
      case CARD, IBAN, BANK_ACCOUNT, NATIONAL_ID, TAX_ID, PASSPORT, DRIVER_LICENSE ->
          lettersAndDigits(value);
      case IP_ADDRESS ->
          IpAddress.parse(value).map(IpAddress::canonical).orElse(value.toLowerCase(Locale.ROOT));
      case MAC_ADDRESS -> lettersAndDigits(value).toLowerCase(Locale.ROOT);
      case CRYPTO_ADDRESS -> cryptoAddress(value);
      case NAME, CUSTOM -> KnownNames.folded(value);
    };
  }

  private static String email(String value) {
    return Normalizer.normalize(value.replace("%40", "@"), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }

  private String phone(String value) {
    PhoneNumber number = PhoneRecognizer.parsed(value, region);
    if (number != null) {
      String plain = PhoneNumberUtil.getInstance().format(number, E164);
      return number.hasExtension() ? plain + ";ext=" + number.getExtension() : plain;
    }
    return lettersAndDigits(value);
  }

  private static final PhoneNumberUtil.PhoneNumberFormat E164 =
      PhoneNumberUtil.PhoneNumberFormat.E164;

  private static String lettersAndDigits(String value) {
    StringBuilder kept = new StringBuilder();
    value.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  /** Case is a part of an address, unless it is hexadecimal or its checksum is of one case. */
  private static String cryptoAddress(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean upper = value.equals(value.toUpperCase(Locale.ROOT));
    return upper || CryptoAddress.isEthereum(value) ? lower : value;
  }
}
