package dev.athena.app.engine;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Keychain;
import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.OutsideChanges;
import dev.athena.storage.Storage;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the audit of what the commands about keys do. */
final class KeyNotes {
  private static final Logger LOG = Logger.getLogger(KeyNotes.class.getName());

  private KeyNotes() {}

  /** What was done. */
  record Note(InstantSource clock, String event, AuditOutcome outcome, JsonObject details) {
    AuditEvent event(AuditAction action) {
      return new AuditEvent(
          clock.instant(),
          Namespace.LOCAL_TENANT,
          Principal.LOCAL.name(),
          action,
          outcome,
          "keychain",
          "",
          JsonObject.builder().put("event", Json.of(event)).putAll(details).build());
    }
  }

  /** What was done with keys is done, whether or not the audit can still be written. */
  static void write(Storage vault, Keychain keychain, Note note) {
    try {
      boolean told =
          vault.write(tx -> tx.store(AuditLog.class).append(note.event(AuditAction.KEY)) != null);
      int keys = new OutsideChanges(vault, note.clock()).tell(keychain.histories(), Map.of());
      LOG.log(Level.FINE, "the audit was told: {0}, and of {1} keys", new Object[] {told, keys});
    } catch (AthenaException e) {
      LOG.log(Level.WARNING, "the audit could not be told of what was done with keys", e);
    }
  }
}
