package dev.athena.detection;

import java.util.Comparator;

/** A finding, and how much speaks for it. */
record WeighedFinding(Finding finding, Strength strength) {
  /** What counts where two findings meet; the first is the strongest. */
  enum Strength {
    /** A credential: what is sealed must not be less than that. */
    SECRET,
    /** An identifier whose form or checksum leaves little doubt. */
    CHECKED,
    /** An identifier that only the words around it speak for. */
    LOOSE,
    /** A name or pattern that was declared. */
    DECLARED
  }

  /** Of two the stronger comes first, then the longer, then the one that stands first. */
  static final Comparator<WeighedFinding> BEFORE =
      Comparator.comparing(WeighedFinding::strength)
          .thenComparing(weighed -> weighed.finding().length(), Comparator.reverseOrder())
          .thenComparingInt(weighed -> weighed.finding().start())
          .thenComparing(weighed -> weighed.finding().rule());

  /** Returns one as strong as its class makes it. */
  static WeighedFinding of(Finding finding) {
    return new WeighedFinding(
        finding,
        switch (finding.type().sensitiveClass()) {
          case SECRET -> Strength.SECRET;
          case IDENTIFIER -> Strength.CHECKED;
          case NAME -> Strength.DECLARED;
        });
  }
}
