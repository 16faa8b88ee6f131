package dev.athena.audit;

import dev.athena.crypto.SecretKey;
import dev.athena.storage.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Finds what was done to a log from outside. */
public final class AuditChain {
  /** The most faults that are told; after so many, nothing more of the log can be believed. */
  public static final int FAULTS_MAX = 100;

  private final List<SecretKey> keys;
  private final List<String> faults = new ArrayList<>();
  private long number;
  private String hash = AuditRecord.BEGINNING;

  private AuditChain(List<SecretKey> keys) {
    this.keys = keys;
  }

  /**
   * What became of a log.
   *
   * @param faults sentences, each with the number of the record that is at fault; empty if the log
   *     is what was written
   */
  public record Verdict(long records, List<String> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }

    /** Returns whether nothing was done to it. */
    public boolean isWhole() {
      return faults.isEmpty();
    }
  }

  /** Looks at the whole log. */
  public static Verdict verify(Transaction tx, List<SecretKey> keys) {
    return new AuditChain(keys).run(tx.store(AuditLog.class));
  }

  private Verdict run(AuditLog log) {
    List<AuditEntry> page = log.after(0, AuditLog.PAGE_MAX);
    long read = 0;
    while (!page.isEmpty() && faults.size() < FAULTS_MAX) {
      page.forEach(this::follow);
      read += page.size();
      page = log.after(page.getLast().number(), AuditLog.PAGE_MAX);
    }
    checkHead(log.head());
    return new Verdict(read, faults);
  }

  private void follow(AuditEntry entry) {
    if (entry.number() != number + 1) {
      fault("record %d is followed by record %d".formatted(number, entry.number()));
    }
    number = entry.number();
    AuditRecord record = entry.record();
    if (record == null) {
      fault("record %d was changed: it cannot be opened".formatted(number));
      return;
    }
    if (!record.follows(hash)) {
      fault("record %d is not what was written after the one before it".formatted(number));
    }
    hash = record.hash();
  }

  private void checkHead(AuditHead head) {
    if (!head.isGenuine(keys)) {
      fault("the end of the log is not marked with a key of this Athena");
    } else if (head.number() != number) {
      fault(
          "the log ends with record %d, and the last one written was %d"
              .formatted(number, head.number()));
    } else if (!head.hash().equals(hash)) {
      fault("record %d, the last one, is not the last one written".formatted(number));
    }
  }

  private void fault(String sentence) {
    if (faults.size() < FAULTS_MAX) {
      faults.add(sentence);
    }
  }
}
