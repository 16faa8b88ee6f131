package dev.athena.audit;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.SigningKey;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks after the log: signs it from time to time, and drops what is too old to be kept.
 *
 * <p>What was changed from outside is never signed, and nothing of it is dropped: it stays as it
 * is, for whoever has to find out what happened.
 */
public final class AuditUpkeep {
  /** After so many records, the next look signs. */
  public static final int RECORDS_SIGNED = 64;

  /** After so much time, the next look signs if there is anything new. */
  public static final Duration TIME_SIGNED = Duration.ofMinutes(1);

  /** As many old records make a segment, which is dropped as a whole. */
  public static final int SEGMENT_RECORDS = 10_000;

  /** Fewer make one when the oldest of them is overdue for so long. */
  public static final Duration SEGMENT_TIME = Duration.ofDays(30);

  private final Storage storage;
  private final Keyring keyring;
  private final InstantSource clock;

  /** Creates what looks after the log in {@code storage}. */
  public AuditUpkeep(Storage storage, Keyring keyring, InstantSource clock) {
    this.storage = storage;
    this.keyring = keyring;
    this.clock = clock;
  }

  /** Signs the log if it is time to; returns whether it did. */
  public boolean signIfDue() {
    return storage.read(this::isDue) && sign().isPresent();
  }

  /**
   * Signs the log if there is much in it that is not signed; returns whether it did. For a process
   * that ends soon: to load what signs takes longer than all else it does at its end.
   */
  public boolean signIfMany() {
    return storage.read(tx -> unsigned(tx) >= RECORDS_SIGNED) && sign().isPresent();
  }

  /**
   * Signs the log up to its last record, unless that was signed; returns the newest checkpoint, or
   * nothing if there is no record or the log was changed from outside.
   */
  public Optional<AuditCheckpoint> sign() {
    AuditKeys keys = AuditKeys.of(keyring);
    AuditHead head = storage.read(tx -> wholeHead(tx, keys)).orElse(null);
    if (head == null || head.number() == 0) {
      return Optional.empty();
    }
    Optional<AuditCheckpoint> last = storage.read(AuditUpkeep::last);
    if (last.isPresent() && last.get().number() >= head.number()) {
      return last;
    }
    // It takes a millisecond, for which nobody is to wait for the turn to write.
    AuditCheckpoint made = AuditCheckpoint.of(head, clock.instant(), AuditKeys.signing(keyring));
    return storage.write(tx -> {
      tx.store(AuditLog.class).add(made);
      return Optional.of(made);
    });
  }

  /**
   * Drops whole segments of records that are older than {@code kept}; returns how many records.
   * Each segment ends with a checkpoint, and a signed tombstone takes its place.
   */
  public long drop(Duration kept) {
    AuditKeys keys = AuditKeys.of(keyring);
    SigningKey signing = AuditKeys.signing(keyring);
    if (storage.read(tx -> segment(tx, kept)).isEmpty()
        || !storage.read(tx -> AuditChain.verify(tx, keys)).isWhole()) {
      return 0;
    }
    return storage.write(tx -> {
      Optional<Segment> found = segment(tx, kept);
      found.ifPresent(segment -> drop(tx, segment, signing));
      return found.map(Segment::records).orElse(0L);
    });
  }

  /** Old records that go together. */
  private record Segment(AuditRecord first, AuditCheckpoint last) {
    long records() {
      return last.number() - first.number() + 1;
    }
  }

  private Optional<Segment> segment(Transaction tx, Duration kept) {
    Instant before = clock.instant().minus(kept);
    AuditLog log = tx.store(AuditLog.class);
    List<AuditEntry> oldest = log.after(0, 1);
    AuditRecord first = oldest.isEmpty() ? null : oldest.getFirst().record();
    if (first == null) {
      return Optional.empty();
    }
    return log.lastCheckpoint(before)
        .filter(last -> last.number() >= first.number())
        .map(last -> new Segment(first, last))
        .filter(segment ->
            segment.records() >= SEGMENT_RECORDS
                || first.event().at().isBefore(before.minus(SEGMENT_TIME)));
  }

  private void drop(Transaction tx, Segment segment, SigningKey signing) {
    AuditLog log = tx.store(AuditLog.class);
    Instant now = clock.instant();
    AuditTombstone tombstone = AuditTombstone.of(segment.first(), segment.last(), now, signing);
    log.drop(tombstone);
    AuditRecord _ =
        log.append(
            new AuditEvent(
                now,
                Namespace.LOCAL_TENANT,
                Principal.LOCAL.name(),
                AuditAction.LOG,
                AuditOutcome.DONE,
                "retention",
                "",
                JsonObject.builder()
                    .put("first", tombstone.first())
                    .put("last", tombstone.last())
                    .put("before", tombstone.to().toString())
                    .build()));
  }

  private boolean isDue(Transaction tx) {
    long unsigned = unsigned(tx);
    Instant at = last(tx).map(AuditCheckpoint::at).orElse(Instant.EPOCH);
    return unsigned >= RECORDS_SIGNED
        || (unsigned > 0 && !clock.instant().isBefore(at.plus(TIME_SIGNED)));
  }

  private static long unsigned(Transaction tx) {
    return tx.store(AuditLog.class).head().number()
        - last(tx).map(AuditCheckpoint::number).orElse(0L);
  }

  private static Optional<AuditCheckpoint> last(Transaction tx) {
    return tx.store(AuditLog.class).lastCheckpoint(Instant.MAX);
  }

  private static Optional<AuditHead> wholeHead(Transaction tx, AuditKeys keys) {
    return AuditChain.verifyNewest(tx, keys).isWhole()
        ? Optional.of(tx.store(AuditLog.class).head())
        : Optional.empty();
  }
}
