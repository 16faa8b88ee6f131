package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.KeyVersion;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the audit of what was changed outside of it, whoever changed it and with what: keys that
 * were made, retired and destroyed, and settings of the home. It compares what is with what it told
 * the last time.
 */
public final class OutsideChanges {
  private static final String SEEN = "audit seen";
  private static final String KEYS = "keys";
  private static final String SETTINGS = "settings";

  private final Storage vault;
  private final InstantSource clock;

  /** Creates it for the audit in {@code vault}. */
  public OutsideChanges(Storage vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Tells what changed, and returns how many records that made.
   *
   * @param settings those that are looked at now; others are as they were
   */
  public int tell(List<KeyHistory> histories, Map<String, String> settings) {
    JsonObject known = vault.read(OutsideChanges::seen);
    if (with(known, histories, settings).equals(known)) {
      return 0;
    }
    return vault.write(tx -> {
      JsonObject before = seen(tx);
      JsonObject now = with(before, histories, settings);
      int told = tellKeys(tx, histories, part(before, KEYS));
      told += tellSettings(tx, settings, part(before, SETTINGS));
      tx.store(SettingStore.class).put(Namespace.LOCAL_TENANT, SEEN, now);
      return told;
    });
  }

  private static JsonObject with(
      JsonObject before, List<KeyHistory> histories, Map<String, String> settings) {
    return JsonObject.builder()
        .put(KEYS, keys(histories))
        .put(
            SETTINGS,
            JsonObject.builder().putAll(part(before, SETTINGS)).putAll(texts(settings)).build())
        .build();
  }

  private int tellKeys(Transaction tx, List<KeyHistory> histories, JsonObject before) {
    int told = 0;
    for (KeyHistory history : histories) {
      for (KeyVersion version : history.versions()) {
        String known = before.text(name(history, version)).orElse("");
        if (!known.equals(state(version))) {
          append(tx, history.tenant(), AuditAction.KEY, details(history, version));
          told++;
        }
      }
    }
    return told;
  }

  private int tellSettings(Transaction tx, Map<String, String> settings, JsonObject before) {
    JsonObject.Builder changed = JsonObject.builder();
    boolean any = false;
    for (Map.Entry<String, String> each : settings.entrySet()) {
      if (!before.text(each.getKey()).orElse("").equals(each.getValue())) {
        changed.put(each.getKey(), each.getValue());
        any = true;
      }
    }
    if (any) {
      append(tx, Namespace.LOCAL_TENANT, AuditAction.POLICY, changed.build());
    }
    return any ? 1 : 0;
  }

  private void append(Transaction tx, String tenant, AuditAction action, JsonObject details) {
    tx.store(AuditLog.class)
        .append(
            new AuditEvent(
                clock.instant(),
                tenant,
                Principal.LOCAL.name(),
                action,
                AuditOutcome.DONE,
                action == AuditAction.KEY ? "key" : SETTINGS,
                "",
                details));
  }

  private static JsonObject details(KeyHistory history, KeyVersion version) {
    String event =
        switch (version.state()) {
          case NEWEST -> "created";
          case OLDER -> "retired";
          case DESTROYED -> "destroyed";
        };
    return JsonObject.builder()
        .put("event", event)
        .put("purpose", history.purpose().name().toLowerCase(Locale.ROOT))
        .put("version", version.version())
        .put("key_id", version.keyId())
        .put("created", version.created().toString())
        .build();
  }

  private static JsonObject keys(List<KeyHistory> histories) {
    JsonObject.Builder keys = JsonObject.builder();
    for (KeyHistory history : histories) {
      history.versions().forEach(version -> keys.put(name(history, version), state(version)));
    }
    return keys.build();
  }

  private static JsonObject texts(Map<String, String> texts) {
    JsonObject.Builder object = JsonObject.builder();
    texts.forEach((name, text) -> object.put(name, Json.of(text)));
    return object.build();
  }

  private static String name(KeyHistory history, KeyVersion version) {
    return "%s/%d/%s".formatted(history.purpose(), version.version(), history.tenant());
  }

  private static String state(KeyVersion version) {
    return version.state().name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject seen(Transaction tx) {
    return tx.store(SettingStore.class).find(Namespace.LOCAL_TENANT, SEEN).orElse(JsonObject.EMPTY);
  }

  private static JsonObject part(JsonObject object, String name) {
    return object.object(name).orElse(JsonObject.EMPTY);
  }
}
