package dev.athena.execution;

import java.util.Locale;

/** What a check of a program looks for before it runs. */
public enum FindingRule {
  /** It starts other programs. */
  SUBPROCESS,
  /** It opens network connections of its own. */
  SOCKET,
  /** It loads native code. */
  NATIVE_CODE,
  /** It runs code that it puts together itself. */
  DYNAMIC_CODE,
  /** It has a loop that plainly never ends. */
  ENDLESS_LOOP,
  /** It names a file that usually holds keys or passwords. */
  SECRET_FILE,
  /** It imports what is not there. */
  UNAVAILABLE_MODULE;

  /** Returns the name used on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
