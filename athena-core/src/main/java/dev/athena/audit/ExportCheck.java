package dev.athena.audit;

import dev.athena.audit.AuditChain.Verdict;
import dev.athena.crypto.VerifyingKey;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import dev.athena.storage.Transaction;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export of the log: in itself, with the keys it brings, and against the log in the
 * store, which must still be the one that was exported, whatever was appended or dropped since.
 */
public final class ExportCheck {
  /** The longest line that is read, in characters. */
  public static final int LINE_LENGTH_MAX = 1_000_000;

  private final List<String> faults = new ArrayList<>();
  private final @Nullable AuditLog store;
  private final List<VerifyingKey> own;
  private final long droppedInStore;
  private AuditKeys keys = new AuditKeys(List.of(), List.of());
  private long records;
  private long dropped;
  private long signed;
  private long number;
  private String hash = AuditRecord.BEGINNING;

  private ExportCheck(@Nullable AuditLog store, List<VerifyingKey> own) {
    this.store = store;
    this.own = own;
    this.droppedInStore =
        store == null || store.tombstones().isEmpty() ? 0 : store.tombstones().getLast().last();
  }

  /**
   * Checks an export against the store.
   *
   * @throws InvalidArgument if it is no export
   */
  public static Verdict verify(Stream<String> lines, Transaction tx, AuditKeys own) {
    return new ExportCheck(tx.store(AuditLog.class), own.verifying()).run(lines);
  }

  /**
   * Checks an export in itself, which only tells that whoever had the keys it brings made it.
   *
   * @throws InvalidArgument if it is no export
   */
  public static Verdict verify(Stream<String> lines) {
    return new ExportCheck(null, List.of()).run(lines);
  }

  private Verdict run(Stream<String> lines) {
    long[] line = {0};
    try {
      lines
          .takeWhile(_ -> faults.size() < AuditChain.FAULTS_MAX)
          .forEach(text -> {
            line[0]++;
            read(line[0], text);
          });
    } catch (MalformedJson | NoSuchElementException | DateTimeException | ClassCastException e) {
      throw noExport(line[0], e);
    }
    if (line[0] == 0) {
      throw noExport(0, null);
    }
    if (signed != number) {
      fault("the last record of the file, %d, is not signed: the file was cut".formatted(number));
    }
    return new Verdict(records, dropped, signed, faults);
  }

  private void read(long line, String text) {
    if (text.length() > LINE_LENGTH_MAX) {
      throw noExport(line, null);
    }
    JsonObject json = JsonCodec.readObject(text);
    if (line == 1) {
      readHeader(json);
    } else if (json.has("dropped")) {
      readTombstone(AuditTombstone.of(json));
    } else if (json.has("checkpoint")) {
      readCheckpoint(AuditCheckpoint.of(json));
    } else {
      readRecord(json);
    }
  }

  private void readHeader(JsonObject header) {
    if (!header.text("format").orElse("").equals(AuditExport.FORMAT)
        || header.whole("version").orElse(0L) != AuditExport.VERSION) {
      throw noExport(1, null);
    }
    List<VerifyingKey> brought = new ArrayList<>();
    for (Json each : header.array("keys").orElse(JsonArray.EMPTY).values()) {
      String base64 = ((JsonObject) each).text("public_key").orElseThrow();
      try {
        brought.add(new VerifyingKey(base64));
      } catch (IllegalArgumentException _) {
        fault("a key of the file is none");
      }
    }
    if (store != null && !own.containsAll(brought)) {
      fault("the file brings keys that are not of this Athena");
    }
    keys = new AuditKeys(List.of(), store == null ? brought : own);
  }

  private void readTombstone(AuditTombstone tombstone) {
    if (records > 0 || tombstone.first() != number + 1) {
      fault("records %d and those after it are missing".formatted(number + 1));
    }
    if (!tombstone.isGenuine(keys)) {
      fault(
          "that records %d to %d were too old is not signed"
              .formatted(tombstone.first(), tombstone.last()));
    }
    if (store != null && tombstone.last() > droppedInStore) {
      fault(
          "the store does not know that records up to %d were dropped".formatted(tombstone.last()));
    }
    dropped += tombstone.records();
    number = tombstone.last();
    hash = tombstone.hash();
    signed = number;
  }

  private void readRecord(JsonObject json) {
    long here = json.whole("record").orElseThrow();
    if (here != number + 1) {
      fault("record %d is followed by record %d".formatted(number, here));
    }
    number = here;
    records++;
    if (json.has("broken")) {
      fault("record %d could not be opened when it was exported".formatted(here));
      return;
    }
    String told = json.text("hash").orElseThrow();
    if (!told.equals(AuditRecord.hash(here, hash, json.text("event").orElseThrow()))) {
      fault("record %d is not what was written after the one before it".formatted(here));
    }
    hash = told;
    compare();
  }

  private void compare() {
    if (store == null || number <= droppedInStore) {
      return;
    }
    List<AuditEntry> found = store.after(number - 1, 1);
    AuditEntry entry = found.isEmpty() ? null : found.getFirst();
    if (entry == null || entry.number() != number) {
      fault("record %d of the file is not in the store".formatted(number));
      return;
    }
    AuditRecord record = entry.record();
    if (record == null || !record.hash().equals(hash)) {
      fault("record %d of the file is another one in the store".formatted(number));
    }
  }

  private void readCheckpoint(AuditCheckpoint checkpoint) {
    if (checkpoint.number() != number || !checkpoint.hash().equals(hash)) {
      fault("record %d is not the one that was signed".formatted(checkpoint.number()));
    } else if (!checkpoint.isGenuine(keys)) {
      fault("the signature of record %d is not genuine".formatted(number));
    } else {
      signed = number;
    }
  }

  private static InvalidArgument noExport(long line, @Nullable Exception cause) {
    String problem = "line %d is not one of an export of the audit".formatted(line);
    String hint = "name a file that `athena privacy audit export` wrote";
    return cause == null
        ? new InvalidArgument(problem, hint)
        : new InvalidArgument(problem, hint, cause);
  }

  private void fault(String sentence) {
    if (faults.size() < AuditChain.FAULTS_MAX) {
      faults.add(sentence);
    }
  }
}
