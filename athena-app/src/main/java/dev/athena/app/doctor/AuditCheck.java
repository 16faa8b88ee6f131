package dev.athena.app.doctor;

import dev.athena.audit.AuditChain.Verdict;
import dev.athena.error.AthenaException;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the audit is as it was written. */
public final class AuditCheck implements Check {
  private final Supplier<Optional<Verdict>> audit;

  /**
   * Creates the check.
   *
   * @param audit checks the whole log; empty if there is none yet
   */
  public AuditCheck(Supplier<Optional<Verdict>> audit) {
    this.audit = audit;
  }

  @Override
  public String subject() {
    return "audit";
  }

  @Override
  public Finding look() {
    try {
      return audit.get().map(AuditCheck::judge).orElse(Finding.good("empty (begun on first use)"));
    } catch (AthenaException e) {
      return Finding.missing("the audit cannot be read: " + e.problem(), e.hint());
    }
  }

  private static Finding judge(Verdict verdict) {
    return verdict.isWhole()
        ? Finding.good(
            "%,d records, each as it was written; signed up to number %d"
                .formatted(verdict.records(), verdict.signed()))
        : Finding.missing(
            "changed from outside: " + verdict.faults().getFirst(),
            "keep a copy of store/vault.db, and compare it with an export: "
                + "`athena privacy audit verify FILE`");
  }
}
