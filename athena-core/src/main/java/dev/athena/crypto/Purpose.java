package dev.athena.crypto;

/** What a key is for; each purpose has keys of its own. */
public enum Purpose {
  /** Seals what memories and records say. */
  CONTENT,
  /** Hashes what is searched and compared without being read. */
  INDEX,
  /** Seals what stands behind pseudonyms. */
  VAULT,
  /** Makes pseudonyms. */
  PSEUDONYM,
  /** Binds the records of the audit to each other. */
  AUDIT,
  /** Signs what others are to be able to check. */
  SIGNATURE
}
