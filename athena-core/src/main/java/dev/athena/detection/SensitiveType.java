package dev.athena.detection;

/** What a sensitive part of a text is. The name stands in its pseudonym. */
public enum SensitiveType {
  /** What identifies and admits a program to a service. */
  API_KEY(SensitiveClass.SECRET),
  /** What admits whoever has it, for a time or until it is revoked. */
  ACCESS_TOKEN(SensitiveClass.SECRET),
  /** What somebody thought up or had made to prove who they are. */
  PASSWORD(SensitiveClass.SECRET),
  /** The secret half of a pair of keys. */
  PRIVATE_KEY(SensitiveClass.SECRET),
  /** An address that acts for whoever knows it. */
  WEBHOOK(SensitiveClass.SECRET),
  /** A text that could not be looked through to its end, so that nobody knows what it holds. */
  UNSCANNED(SensitiveClass.SECRET),
  /** An address of electronic mail. */
  EMAIL(SensitiveClass.IDENTIFIER),
  /** A telephone number. */
  PHONE(SensitiveClass.IDENTIFIER),
  /** The number of a payment card. */
  CARD(SensitiveClass.IDENTIFIER),
  /** The international number of a bank account. */
  IBAN(SensitiveClass.IDENTIFIER),
  /** A number of a bank account, or of the bank, that only one country understands. */
  BANK_ACCOUNT(SensitiveClass.IDENTIFIER),
  /** An address of the internet, of version 4 or 6. */
  IP_ADDRESS(SensitiveClass.IDENTIFIER),
  /** The address of a network card. */
  MAC_ADDRESS(SensitiveClass.IDENTIFIER),
  /** A number by which a state, or its insurance, knows a person. */
  NATIONAL_ID(SensitiveClass.IDENTIFIER),
  /** A number by which a state knows a taxpayer. */
  TAX_ID(SensitiveClass.IDENTIFIER),
  /** The number of a passport. */
  PASSPORT(SensitiveClass.IDENTIFIER),
  /** The number of a driving licence. */
  DRIVER_LICENSE(SensitiveClass.IDENTIFIER),
  /** An address to which a cryptocurrency is paid. */
  CRYPTO_ADDRESS(SensitiveClass.IDENTIFIER),
  /** A name or term that was declared. */
  NAME(SensitiveClass.NAME),
  /** What a pattern finds that was declared. */
  CUSTOM(SensitiveClass.NAME);

  private final SensitiveClass sensitiveClass;

  SensitiveType(SensitiveClass sensitiveClass) {
    this.sensitiveClass = sensitiveClass;
  }

  /** Returns the class that it is of. */
  public SensitiveClass sensitiveClass() {
    return sensitiveClass;
  }
}
