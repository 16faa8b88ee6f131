package dev.athena.detection;

/** What a sensitive part of a text is. The name stands in its pseudonym. */
public enum SensitiveType {
  /** What identifies and admits a program to a service. */
  API_KEY,
  /** What admits whoever has it, for a time or until it is revoked. */
  ACCESS_TOKEN,
  /** What somebody thought up or had made to prove who they are. */
  PASSWORD,
  /** The secret half of a pair of keys. */
  PRIVATE_KEY,
  /** An address that acts for whoever knows it. */
  WEBHOOK
}
