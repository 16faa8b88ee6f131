package dev.athena.privacy;

/** What becomes of a text that is redacted. */
public enum Use {
  /** It is asked for and not kept, so the vault keeps nothing of it either. */
  ASKED,
  /** It is stored. */
  STORED,
  /** It is stored and was said to be private, whatever the settings are. */
  STORED_PRIVATELY
}
