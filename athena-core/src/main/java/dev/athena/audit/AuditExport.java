package dev.athena.audit;

import dev.athena.crypto.VerifyingKey;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the log so that anybody can check it without Athena: a JSON object a line. What the lines
 * hold is in {@code docs/audit.md}.
 */
public final class AuditExport {
  /** What the first line says of the format. */
  static final String FORMAT = "athena-audit";

  /** The version of the format. */
  static final int VERSION = 1;

  private AuditExport() {}

  /** What was written. */
  public record Written(long records, long last) {}

  /** Writes the whole log; its last record should have been signed before. */
  public static Written write(Transaction tx, AuditKeys keys, Instant now, Consumer<String> lines) {
    AuditLog log = tx.store(AuditLog.class);
    lines.accept(JsonCodec.write(header(keys, now)));
    long number = 0;
    for (AuditTombstone tombstone : log.tombstones()) {
      lines.accept(JsonCodec.write(tombstone.toJson()));
      number = tombstone.last();
    }
    long records = 0;
    List<AuditEntry> page = log.after(number, AuditLog.PAGE_MAX);
    while (!page.isEmpty()) {
      Deque<AuditCheckpoint> checkpoints =
          new ArrayDeque<>(log.checkpointsAfter(number, AuditLog.PAGE_MAX));
      for (AuditEntry entry : page) {
        lines.accept(JsonCodec.write(line(entry)));
        number = entry.number();
        AuditCheckpoint next = checkpoints.peekFirst();
        if (next != null && next.number() <= number) {
          lines.accept(JsonCodec.write(checkpoints.removeFirst().toJson()));
        }
      }
      records += page.size();
      page = log.after(number, AuditLog.PAGE_MAX);
    }
    return new Written(records, number);
  }

  private static JsonObject header(AuditKeys keys, Instant now) {
    return JsonObject.builder()
        .put("format", FORMAT)
        .put("version", VERSION)
        .put("exported_at", now.toString())
        .put("keys", new JsonArray(keys.verifying().stream().map(AuditExport::key).toList()))
        .build();
  }

  private static Json key(VerifyingKey key) {
    return JsonObject.builder()
        .put("id", key.id())
        .put("algorithm", VerifyingKey.ALGORITHM)
        .put("public_key", key.base64())
        .build();
  }

  /** The event is a text, so that who checks it has the very bytes that were hashed. */
  private static JsonObject line(AuditEntry entry) {
    AuditRecord record = entry.record();
    JsonObject.Builder line = JsonObject.builder().put("record", entry.number());
    return record == null
        ? line.put("broken", true).build()
        : line.put("event", record.told()).put("hash", record.hash()).build();
  }
}
