package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import java.util.Set;

/** Nobody gave the right to see or to send this; that it was asked for is in the audit. */
public final class RevealRefused extends AthenaException {
  private RevealRefused(String problem, String hint) {
    super(ErrorCode.PERMISSION_DENIED, problem, hint);
  }

  RevealRefused(String principal, String purpose, String problem) {
    this(
        problem,
        "whoever runs this Athena gives the right by `athena privacy permit %s --purpose %s`"
            .formatted(principal, purpose));
  }

  /** Returns the refusal to send values of types that are not permitted. */
  static RevealRefused crossing(Crossing crossing, Set<SensitiveType> types) {
    String principal = crossing.caller().principal().name();
    return new RevealRefused(
        "%s may not send %s to %s"
            .formatted(principal, TypeWords.of(types, ", "), crossing.place()),
        ("whoever runs this Athena gives the right by `athena privacy permit %s --types %s"
                + " --purpose %s --host %s`")
            .formatted(principal, TypeWords.of(types, ","), crossing.purpose(), crossing.place()));
  }

  /** Returns the refusal to send what another host asked for. */
  static RevealRefused redirected(Crossing crossing) {
    return new RevealRefused(
        "a redirect leads to %s, and what is private goes to no host but the one it was sent to"
            .formatted(crossing.place()),
        "ask %s itself, if it is permitted to get it".formatted(crossing.place()));
  }

  /** Returns the refusal to send what stands for nothing. */
  static RevealRefused unknown(Pseudonym pseudonym) {
    return new RevealRefused(
        "nothing is known to stand behind " + pseudonym,
        "leave it out: it was erased, or is not of this tenant; a pseudonym is never sent as it"
            + " is");
  }
}
