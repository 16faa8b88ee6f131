package dev.athena.app.privacy;

import dev.athena.app.privacy.Duty.State;
import dev.athena.crypto.KeyHistory;
import dev.athena.json.WireName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The list of duties, with what was measured. It tells what there is to show; whether a duty is
 * done is for people to judge.
 */
final class Duties {
  private static final String EXPORT = "athena privacy export --subject VALUE FILE";
  private static final String ERASE = "athena privacy erase --subject VALUE --dry-run";
  private static final String VERIFY = "athena privacy audit verify";
  private static final String KEYS = "athena keys status; athena keys verify";

  private final Facts facts;
  private final List<Duty> all = new ArrayList<>();

  private Duties(Facts facts) {
    this.facts = facts;
  }

  static List<Duty> of(Facts facts) {
    Duties duties = new Duties(facts);
    duties.addPeople();
    duties.addProtection();
    duties.addAccess();
    duties.addRecords();
    return duties.all;
  }

  private void addPeople() {
    String exports = "%d exported files are remembered".formatted(facts.exports());
    all.add(
        new Duty(
            "GDPR 15 and 20, CCPA 110 and 130",
            "a person gets what is kept of them, in a common format",
            "all layers in one JSON file, with values, history and who saw it",
            exports,
            EXPORT,
            State.PARTLY));
    all.add(
        new Duty(
            "GDPR 16",
            "what is wrong is corrected",
            "a value is corrected once, in the vault, for every memory; texts are updated with history",
            "nothing is measured",
            "athena privacy correct --from WRONG --to RIGHT",
            State.PARTLY));
    all.add(
        new Duty(
            "GDPR 17, CCPA 105",
            "a person is erased, with all that was derived",
            "memories, index, vectors, programs with the files they left, vault and known exports;"
                + " a signed proof. Backups of files, and files that others copied, are not reached",
            "%d erasures were proved in the period".formatted(facts.erasures()),
            ERASE,
            State.PARTLY));
  }

  private void addProtection() {
    all.add(
        new Duty(
            "GDPR 25",
            "protection by design and by default",
            "secrets and personal data become pseudonyms before anything is stored; names in running"
                + " text that nobody declared are not found",
            facts.redacted()
                ? "what is written is redacted; %d values stand behind pseudonyms"
                    .formatted(values())
                : "what is written is NOT redacted",
            "athena privacy status",
            facts.redacted() ? State.PARTLY : State.LOOK));
    all.add(
        new Duty(
            "GDPR 32, HIPAA 164.312(a)(2)(iv), SOC 2 CC6.7 and C1.1",
            "what is stored is encrypted, what is confidential is known",
            "AES-256-GCM, each value bound to its place; types of what is confidential by count",
            sealed(),
            "athena keys verify",
            facts.sealed().broken().isEmpty() && facts.sealed().plain() == 0
                ? State.SHOWN
                : State.LOOK));
    all.add(
        new Duty(
            "GDPR 32, SOC 2 CC6.1",
            "keys are managed, rotated and can be recovered",
            "keys by tenant and purpose with ids and ages; shares of the master key",
            keys(),
            KEYS,
            facts.due() == 0 && facts.backup() != null ? State.SHOWN : State.LOOK));
    all.add(
        new Duty(
            "HIPAA 164.312(c), SOC 2 CC7.2",
            "changes from outside are noticed",
            "sealed values are bound to their rows; the audit is chained and signed. An older copy of"
                + " everything is noticed only by an export that was kept elsewhere",
            audit(),
            VERIFY,
            facts.audit().isWhole() ? State.SHOWN : State.LOOK));
  }

  private void addAccess() {
    long granted = facts.count(key -> key.endsWith("reveal done"));
    long refused = facts.count(key -> key.endsWith("reveal refused"));
    all.add(
        new Duty(
            "HIPAA 164.312(a)(1), SOC 2 CC6.1 and CC6.7",
            "who may see what is decided, and nobody else does",
            "nobody sees a value without a permission for types, a purpose and a time",
            "%d permissions are open%s".formatted(facts.open().size(), permissions()),
            "athena privacy permissions",
            State.PARTLY));
    all.add(
        new Duty(
            "HIPAA 164.312(b), SOC 2 CC7.2",
            "what happens is on record and looked at",
            "reads, reveals, permissions, programs, keys, settings, exports and erasures in one log",
            "%d reveals granted and %d refused; by principal: %s"
                .formatted(granted, refused, seen()),
            "athena privacy audit; athena privacy audit export FILE",
            State.PARTLY));
    all.add(
        new Duty(
            "HIPAA 164.312(d)",
            "who asks is who they say",
            "a bearer token for `athena serve`; at the shell, the account of the system",
            "not measured: sign-in is for what stands before Athena",
            "athena config list",
            State.PARTLY));
  }

  private void addRecords() {
    all.add(
        new Duty(
            "GDPR 30",
            "a record of what is processed",
            "types and counts of personal data, time limits, protection; purposes and recipients are"
                + " for people to write down",
            "by type: " + counts(facts.values()),
            "athena privacy report --format json",
            State.PARTLY));
    all.add(
        new Duty(
            "GDPR 33",
            "a breach is noticed and told in 72 hours",
            "who saw what and when; refused reveals and damage to the log. To judge and to tell is for"
                + " people",
            "%d reveals refused; the audit is %s"
                .formatted(
                    facts.count(key -> key.endsWith("reveal refused")),
                    facts.audit().isWhole() ? "whole" : "NOT whole"),
            "athena privacy audit; " + VERIFY,
            facts.audit().isWhole() ? State.PARTLY : State.LOOK));
    all.add(
        new Duty(
            "GDPR 5(1)(e), HIPAA 164.316(b)(2), SOC 2 C1.2",
            "what is kept goes in time, and documents stay six years",
            "time limits by kind; parts of the audit that were dropped leave a signed tombstone",
            facts.kept().entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue())
                    .collect(Collectors.joining("; "))
                + "; %d records were dropped for their age".formatted(facts.audit().dropped()),
            "athena config get audit.retention_days",
            State.PARTLY));
  }

  private long values() {
    return facts.values().values().stream().mapToLong(Long::longValue).sum();
  }

  private String sealed() {
    long rows = facts.sealed().opened() + facts.sealed().plain();
    double share = rows == 0 ? 100 : 100.0 * facts.sealed().opened() / rows;
    return "%.1f %% of %,d values are sealed and opened just now; %d did not open"
        .formatted(share, rows, facts.sealed().broken().size());
  }

  private String keys() {
    String ids = facts.keys().stream().map(Duties::key).collect(Collectors.joining(", "));
    return "master key of the kind %s; oldest key %d days, %d due; shares of the master key: %s; %s"
        .formatted(
            facts.master(),
            facts.oldestDays(),
            facts.due(),
            facts.backup() == null ? "never made here" : "made " + facts.backup(),
            ids);
  }

  private static String key(KeyHistory key) {
    return "%s/%s version %d (id %08x)"
        .formatted(
            key.tenant(), WireName.of(key.purpose()), key.newest().version(), key.newest().keyId());
  }

  private String audit() {
    return facts.audit().isWhole()
        ? "%,d records, each as it was written; signed up to number %d"
            .formatted(facts.audit().records(), facts.audit().signed())
        : "NOT whole: " + facts.audit().faults().getFirst();
  }

  private String permissions() {
    return facts.open().isEmpty()
        ? ""
        : ": "
            + facts.open().stream()
                .map(one ->
                    "%s for \"%s\" until %s"
                        .formatted(
                            one.principal(),
                            one.purpose(),
                            one.expiresAt().truncatedTo(ChronoUnit.SECONDS)))
                .collect(Collectors.joining(", "));
  }

  private String seen() {
    return facts.seen().isEmpty() ? "nothing" : counts(facts.seen());
  }

  private static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
  }
}
