package dev.athena.execution;

import dev.athena.detection.Entropy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges what was seen of a program: of what kind it is, how bad, and what it adds up to. */
public final class Violations {
  /** A body this large, sent to a host that is not allowed, looks like data carried out. */
  static final int LARGE_PAYLOAD_BYTES = 16 * 1024;

  /** So many names of hosts that look made up are no accident. */
  static final int ODD_NAMES = 3;

  private static final int ODD_LABEL_LENGTH = 20;
  private static final double ODD_BITS = 3.3;

  private Violations() {}

  /** Returns what the program's own process told: a hint. */
  public static Violation hint(ViolationKind kind, String action, String target, Instant at) {
    Severity severity =
        switch (kind) {
          case FILESYSTEM -> SecretPaths.isSecret(target) ? Severity.HIGH : Severity.LOW;
          case NETWORK, PROCESS -> Severity.MEDIUM;
          case RESOURCE, EXFILTRATION -> Severity.LOW;
        };
    return new Violation(kind, severity, Witness.PROGRAM, action, target, at);
  }

  /** Returns what is seen when the kernel ends a program for a system call. */
  public static Violation forbiddenCall(Instant at) {
    return new Violation(
        ViolationKind.PROCESS,
        Severity.CRITICAL,
        Witness.KERNEL,
        "system call",
        "one that no honest program makes",
        at);
  }

  /** Returns what is seen when a limit ends a program. */
  public static Violation limit(String limit, String value, Instant at) {
    return new Violation(ViolationKind.RESOURCE, Severity.MEDIUM, Witness.LIMIT, limit, value, at);
  }

  /** Returns what is seen when a frame breaks the rules of the channel. */
  public static Violation forgedFrame(String what, Instant at) {
    return new Violation(
        ViolationKind.PROCESS, Severity.HIGH, Witness.MEDIATOR, "forged frame", what, at);
  }

  /** Returns what is seen when a request to a host is refused. */
  public static Violation refusedFetch(String host, long payloadBytes, Instant at) {
    boolean large = payloadBytes >= LARGE_PAYLOAD_BYTES;
    return new Violation(
        ViolationKind.NETWORK,
        large ? Severity.HIGH : Severity.MEDIUM,
        Witness.MEDIATOR,
        large ? "fetch with %,d bytes".formatted(payloadBytes) : "fetch",
        host,
        at);
  }

  /** Returns what is seen when a proxy refuses a connection to a host. */
  public static Violation refusedConnection(String host, Instant at) {
    return new Violation(
        ViolationKind.NETWORK, Severity.MEDIUM, Witness.MEDIATOR, "connect", host, at);
  }

  /**
   * Returns what all of one execution's violations together look like, if it is data being carried
   * out: a secret and the network in one execution, a large body to a refused host, or names of
   * hosts that carry data themselves.
   */
  public static List<Violation> exfiltration(List<Violation> seen, Instant at) {
    List<Violation> found = new ArrayList<>();
    List<Violation> secrets =
        seen.stream()
            .filter(one -> one.kind() == ViolationKind.FILESYSTEM)
            .filter(one -> SecretPaths.isSecret(one.target()))
            .toList();
    List<Violation> network =
        seen.stream().filter(one -> one.kind() == ViolationKind.NETWORK).toList();
    if (!secrets.isEmpty() && !network.isEmpty()) {
      found.add(
          alarm(
              "a secret and the network",
              secrets.getFirst().target() + " → " + network.getFirst().target(),
              at));
    }
    network.stream()
        .filter(one -> one.action().startsWith("fetch with"))
        .findFirst()
        .ifPresent(one -> found.add(alarm("a large body", one.target(), at)));
    List<String> odd = network.stream().map(Violation::target).filter(Violations::isOdd).toList();
    if (odd.size() >= ODD_NAMES) {
      found.add(alarm("names of hosts that carry data", odd.getFirst(), at));
    }
    return found;
  }

  private static Violation alarm(String action, String target, Instant at) {
    return new Violation(
        ViolationKind.EXFILTRATION, Severity.CRITICAL, Witness.MEDIATOR, action, target, at);
  }

  /** A long label whose letters are spread as evenly as those of encoded data. */
  private static boolean isOdd(String host) {
    for (String label : host.split("\\.", -1)) {
      if (label.length() >= ODD_LABEL_LENGTH && Entropy.of(label) >= ODD_BITS) {
        return true;
      }
    }
    return false;
  }
}
