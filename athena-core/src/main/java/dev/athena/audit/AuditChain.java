package dev.athena.audit;

import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds what was done to a log from outside. */
public final class AuditChain {
  /** The most faults that are told; after so many, nothing more of the log can be believed. */
  public static final int FAULTS_MAX = 100;

  private final AuditLog log;
  private final AuditKeys keys;
  private final List<String> faults = new ArrayList<>();
  private final Deque<AuditCheckpoint> checkpoints = new ArrayDeque<>();
  private long asked;
  private long signed;
  private long dropped;
  private long number;
  private String hash = AuditRecord.BEGINNING;

  private AuditChain(AuditLog log, AuditKeys keys) {
    this.log = log;
    this.keys = keys;
  }

  /**
   * What became of a log.
   *
   * @param records how many are there
   * @param dropped how many were there and became too old to be kept
   * @param signed the number of the last record that a checkpoint covers; 0 for none
   * @param faults sentences, each with the number of the record that is at fault; empty if the log
   *     is what was written
   */
  public record Verdict(long records, long dropped, long signed, List<String> faults) {
    public Verdict {
      faults = List.copyOf(faults);
    }

    /** Returns whether nothing was done to it. */
    public boolean isWhole() {
      return faults.isEmpty();
    }
  }

  /** Looks at the whole log. */
  public static Verdict verify(Transaction tx, AuditKeys keys) {
    AuditChain chain = new AuditChain(tx.store(AuditLog.class), keys);
    chain.passTombstones();
    return chain.run();
  }

  /** Looks at what was written since the newest checkpoint, which is quickly done. */
  static Verdict verifyNewest(Transaction tx, AuditKeys keys) {
    AuditLog log = tx.store(AuditLog.class);
    AuditChain chain = new AuditChain(log, keys);
    Optional<AuditCheckpoint> newest = log.lastCheckpoint(Instant.MAX);
    if (newest.isEmpty()) {
      chain.passTombstones();
      return chain.run();
    }
    AuditCheckpoint last = newest.get();
    if (!last.isGenuine(keys)) {
      chain.fault("the signature of record %d is not of this Athena".formatted(last.number()));
    }
    chain.number = last.number();
    chain.hash = last.hash();
    chain.asked = last.number();
    chain.signed = last.number();
    return chain.run();
  }

  private void passTombstones() {
    for (AuditTombstone one : log.tombstones()) {
      if (one.first() != number + 1) {
        fault(
            "record %d is followed by records that were dropped from %d on"
                .formatted(number, one.first()));
      }
      if (!one.isGenuine(keys)) {
        fault(
            "that records %d to %d were too old is not signed by this Athena"
                .formatted(one.first(), one.last()));
      }
      dropped += one.records();
      number = one.last();
      hash = one.hash();
      asked = one.last();
    }
  }

  private Verdict run() {
    List<AuditEntry> page = log.after(number, AuditLog.PAGE_MAX);
    // A record that stands before those that were dropped belongs nowhere.
    if (log.after(0, 1).stream().anyMatch(first -> dropped > 0 && first.number() <= number)) {
      fault("there are records before number %d, all of which were dropped".formatted(number + 1));
    }
    long read = 0;
    while (!page.isEmpty() && faults.size() < FAULTS_MAX) {
      page.forEach(this::follow);
      read += page.size();
      page = log.after(page.getLast().number(), AuditLog.PAGE_MAX);
    }
    refuseSignedBefore(Long.MAX_VALUE);
    checkHead(log.head());
    return new Verdict(read, dropped, signed, faults);
  }

  private void follow(AuditEntry entry) {
    if (entry.number() != number + 1) {
      fault("record %d is followed by record %d".formatted(number, entry.number()));
    }
    number = entry.number();
    refuseSignedBefore(number);
    AuditRecord record = entry.record();
    if (record == null) {
      fault("record %d was changed: it cannot be opened".formatted(number));
      return;
    }
    if (!record.follows(hash)) {
      fault("record %d is not what was written after the one before it".formatted(number));
    }
    hash = record.hash();
    checkSigned();
  }

  /** What was signed has to be there. */
  private void refuseSignedBefore(long number) {
    Optional<AuditCheckpoint> next = nextCheckpoint();
    while (next.isPresent() && next.get().number() < number && faults.size() < FAULTS_MAX) {
      fault("record %d was signed, and is not there".formatted(next.get().number()));
      checkpoints.removeFirst();
      next = nextCheckpoint();
    }
  }

  private void checkSigned() {
    Optional<AuditCheckpoint> next = nextCheckpoint();
    if (next.isPresent() && next.get().number() == number) {
      AuditCheckpoint checkpoint = checkpoints.removeFirst();
      if (!checkpoint.isGenuine(keys)) {
        fault("the signature of record %d is not of this Athena".formatted(number));
      } else if (!checkpoint.hash().equals(hash)) {
        fault("record %d is not the one that was signed".formatted(number));
      } else {
        signed = number;
      }
    }
  }

  private Optional<AuditCheckpoint> nextCheckpoint() {
    if (checkpoints.isEmpty()) {
      List<AuditCheckpoint> page = log.checkpointsAfter(asked, AuditLog.PAGE_MAX);
      checkpoints.addAll(page);
      asked = page.isEmpty() ? asked : page.getLast().number();
    }
    return Optional.ofNullable(checkpoints.peekFirst());
  }

  private void checkHead(AuditHead head) {
    if (!head.isGenuine(keys.marking())) {
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
