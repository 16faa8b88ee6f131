package dev.athena.app.privacy;

import dev.athena.app.config.KeySettings;
import dev.athena.app.config.Settings;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.engine.AuditGlance;
import dev.athena.app.engine.Engine;
import dev.athena.app.keys.Keys;
import dev.athena.app.keys.SealedStores;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditRecord;
import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.Keychain;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.RevealPermission;
import dev.athena.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a home is like now, measured and not believed: every sealed value was opened, every record
 * of the audit was checked.
 *
 * @param at when, in whole seconds as every time here
 * @param redacted whether what is written is redacted
 * @param values how many values stand behind pseudonyms, by type
 * @param sealed what came of opening all that is sealed
 * @param keys what is known of every key
 * @param master the kind of the master key
 * @param audit what became of the audit
 * @param seen how often, in the period, each principal did what, and how it ended
 * @param open permissions that can be used now
 * @param kept what is kept for how long
 * @param backup when shares of the master key were last made; null if never here
 * @param exports how many exported files are remembered
 * @param erasures how many were proved in the period
 */
record Facts(
    Instant at,
    Duration period,
    boolean redacted,
    Map<String, Long> values,
    SealedStores.Checked sealed,
    List<KeyHistory> keys,
    Duration keysDue,
    String master,
    Verdict audit,
    Map<String, Long> seen,
    List<RevealPermission> open,
    Map<String, String> kept,
    @Nullable Instant backup,
    int exports,
    long erasures) {
  /** The most pages of the audit that are counted. */
  private static final int PAGES_MAX = 1_000;

  Facts {
    at = at.truncatedTo(ChronoUnit.SECONDS);
    backup = backup == null ? null : backup.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Measures a home. */
  static Facts of(ShellContext context, Duration period) {
    Keychain keychain = Keys.open(context.keyOptions());
    SealedStores.Checked sealed;
    try (SealedStores stores =
        Engine.sealedStores(context.engineOptions(context.home()), keychain)) {
      sealed = stores.check();
    }
    try (Session session = Session.open(context)) {
      return of(context, session, new Sealing(period, keychain, sealed));
    }
  }

  private record Sealing(Duration period, Keychain keychain, SealedStores.Checked checked) {}

  private static Facts of(ShellContext context, Session session, Sealing sealing) {
    Privacy privacy = session.engine().privacy();
    String tenant = session.caller().namespace().tenant();
    Instant now = context.start().sources().clock().instant();
    session.engine().audit().look(false);
    JsonObject status = (JsonObject) session.call("check_tokenization_status", JsonObject.EMPTY);
    Map<String, Long> values = new TreeMap<>();
    JsonObject types = status.object("types").orElse(JsonObject.EMPTY);
    types.members().keySet().forEach(type -> values.put(type, types.whole(type).orElse(0L)));
    List<AuditEvent> events = events(privacy.vault(), tenant, now.minus(sealing.period()));
    boolean home = !context.config().text(Settings.PRIVACY).orElse("on").equals("off");
    return new Facts(
        now,
        sealing.period(),
        home && privacy.settings(tenant).isOn(),
        values,
        sealing.checked(),
        sealing.keychain().histories(),
        Duration.ofDays(context.config().whole(KeySettings.REMINDER_DAYS).orElse(365L)),
        sealing.keychain().master().kind(),
        privacy.verifyAudit(),
        seen(events),
        privacy.permitting().all(tenant).stream()
            .filter(one -> one.expiresAt().isAfter(now))
            .toList(),
        kept(context),
        AuditGlance.backup(privacy.vault()).orElse(null),
        privacy.exports().all(tenant).size(),
        events.stream().filter(event -> event.target().equals("erasure proof")).count());
  }

  /** Returns how many keys should be rotated. */
  long due() {
    return keys.stream().filter(key -> key.isDue(at, keysDue)).count();
  }

  /** Returns the age of the oldest key in use, in days. */
  long oldestDays() {
    return keys.stream()
        .mapToLong(key -> Duration.between(key.newest().created(), at).toDays())
        .max()
        .orElse(0);
  }

  /** Returns how often something was done in the period, by whomever. */
  long count(Predicate<String> key) {
    return seen.entrySet().stream()
        .filter(each -> key.test(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Map<String, String> kept(ShellContext context) {
    Map<String, String> kept = new TreeMap<>();
    kept.put(
        "audit",
        context.config().whole(Settings.AUDIT_DAYS).map(days -> days + " days").orElse("for good"));
    kept.put("executions", context.config().whole(Settings.RECORD_DAYS).orElse(365L) + " days");
    kept.put(
        "sources of programs", context.config().whole(Settings.SOURCE_DAYS).orElse(30L) + " days");
    kept.put(
        "sessions of programs", context.config().whole(Settings.SESSION_DAYS).orElse(7L) + " days");
    kept.put("memories", "until they are forgotten or erased");
    return kept;
  }

  private static Map<String, Long> seen(List<AuditEvent> events) {
    Map<String, Long> seen = new TreeMap<>();
    for (AuditEvent event : events) {
      seen.merge(
          "%s %s %s"
              .formatted(
                  event.principal(), WireName.of(event.action()), WireName.of(event.outcome())),
          1L,
          Long::sum);
    }
    return seen;
  }

  private static List<AuditEvent> events(Storage vault, String tenant, Instant from) {
    List<AuditEvent> events = new ArrayList<>();
    Long before = null;
    for (int page = 0; page < PAGES_MAX; page++) {
      AuditFilter filter = new AuditFilter(tenant, null, null, from, null, before);
      List<AuditRecord> records =
          vault.read(tx -> tx.store(AuditLog.class).newest(filter, AuditLog.PAGE_MAX));
      if (records.isEmpty()) {
        return events;
      }
      records.forEach(record -> events.add(record.event()));
      before = records.getLast().number();
    }
    return events;
  }
}
