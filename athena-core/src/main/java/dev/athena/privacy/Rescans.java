package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.KeyedHash;
import dev.athena.detection.RulesVersion;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What is known of how far it was looked through what is stored: sealed beside the vault, so that
 * it goes on where it was interrupted and begins anew when something else became private.
 */
public final class Rescans {
  /** The name of the setting. */
  static final String SETTING = "rescan";

  private final Privacy.World world;
  private final Privacy privacy;
  private final Screen screen;

  Rescans(Privacy.World world, Privacy privacy, Screen screen) {
    this.world = world;
    this.privacy = privacy;
    this.screen = screen;
  }

  /** Returns what is stored already passes, with more time than a call has. */
  public Screen screen() {
    return screen;
  }

  /** Returns how far it is with what is private now. */
  public Progress progress(String tenant) {
    String version = version(tenant);
    return world
        .vault()
        .read(tx -> tx.store(SettingStore.class).find(tenant, SETTING))
        .map(Progress::of)
        .filter(known -> known.version().equals(version))
        .orElseGet(() -> Progress.begun(version));
  }

  /** Notes how far it is. */
  public void note(String tenant, Progress progress) {
    world
        .vault()
        .write(tx -> {
          tx.store(SettingStore.class).put(tenant, SETTING, progress.toJson());
          return true;
        });
  }

  /** Notes that all was looked through, and tells the audit. */
  public Progress end(String tenant, Progress progress) {
    Progress done = progress.done(world.clock().instant());
    JsonObject details =
        JsonObject.builder()
            .put("scanned", done.scanned())
            .put("changed", done.changed())
            .put("left", done.left())
            .build();
    AuditEvent event =
        new AuditEvent(
            world.clock().instant(),
            tenant,
            "athena",
            AuditAction.POLICY,
            AuditOutcome.DONE,
            SETTING,
            "",
            details);
    world
        .vault()
        .write(tx -> {
          tx.store(SettingStore.class).put(tenant, SETTING, done.toJson());
          tx.store(AuditLog.class).append(event);
          return true;
        });
    return done;
  }

  /** Forgets how far it is, since from now on things are stored as they are. */
  public void forget(String tenant) {
    world.vault().write(tx -> tx.store(SettingStore.class).remove(tenant, SETTING));
  }

  private String version(String tenant) {
    PrivacySettings settings = privacy.settings(tenant);
    byte[] hash =
        new KeyedHash(RulesVersion.current().getBytes(StandardCharsets.UTF_8))
            .of(JsonCodec.write(settings.toJson()).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
