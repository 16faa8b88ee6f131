package dev.athena.operation;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.AuditRecord;
import dev.athena.detection.SensitiveType;
import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeStore;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.PrivacyAnswers.AuditEntryAnswer;
import dev.athena.operation.PrivacyAnswers.AuditPage;
import dev.athena.operation.PrivacyAnswers.Erased;
import dev.athena.operation.PrivacyAnswers.PrivacyStatus;
import dev.athena.operation.PrivacyAnswers.RememberedPrivately;
import dev.athena.operation.PrivacyAnswers.UntokenizedEvent;
import dev.athena.principal.Caller;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.PrivacySettings;
import dev.athena.privacy.PrivatePattern;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.RevealRequest;
import dev.athena.privacy.Reveals.Revealed;
import dev.athena.privacy.TypeCount;
import dev.athena.privacy.Vault;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Carries out {@link PrivacyApi} for one call. */
final class PrivacyOperations implements PrivacyApi {
  private static final int PAGE_MAX = 200;

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;
  private final CallContext context;

  PrivacyOperations(Services services, JsonBinder binder, Privacy privacy, CallContext context) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
    this.context = context;
  }

  @Override
  public RememberedPrivately rememberWithPrivacy(
      String content, MemoryKind kind, @Nullable String eventType, JsonObject metadata) {
    Receipt receipt =
        new ToolOperations(services, binder, caller().namespace())
            .remember(content, kind, eventType, metadata);
    int tokens = context.redacted().values().stream().mapToInt(Integer::intValue).sum();
    return new RememberedPrivately(
        receipt.kind(), receipt.id(), receipt.duplicate(), tokens, counts(context.redacted()));
  }

  @Override
  public UntokenizedEvent getEventUntokenized(MemoryId id, String reason, String purpose) {
    RevealRequest request = new RevealRequest(purpose, reason, id.value());
    Episode episode =
        services
            .storage()
            .read(tx -> tx.store(EpisodeStore.class).find(caller().namespace(), id))
            .orElseThrow(() -> new MemoryNotFound(id));
    JsonObject whole =
        JsonObject.builder()
            .put("content", episode.content())
            .put("context", episode.fields())
            .build();
    Revealed revealed = privacy.reveals().reveal(caller(), request, whole);
    JsonObject shown = (JsonObject) revealed.json();
    return new UntokenizedEvent(
        id,
        shown.text("content").orElse(""),
        shown.object("context").orElse(JsonObject.EMPTY),
        revealed.count(),
        Pseudonym.in(JsonCodec.write(shown)).stream()
            .map(place -> place.pseudonym().toString())
            .distinct()
            .toList());
  }

  @Override
  public PrivacyStatus enableAutoTokenization(
      boolean enabled, @Nullable List<PrivatePattern> patterns, @Nullable List<String> names) {
    PrivacySettings present = privacy.settings(caller().namespace().tenant());
    privacy.change(
        caller(),
        new PrivacySettings(
            enabled,
            names == null ? present.names() : names,
            patterns == null ? present.patterns() : patterns));
    return checkTokenizationStatus();
  }

  @Override
  public PrivacyStatus checkTokenizationStatus() {
    String tenant = caller().namespace().tenant();
    List<TypeCount> counts = privacy.vault().read(tx -> tx.store(Vault.class).count(tenant));
    JsonObject.Builder types = JsonObject.builder();
    counts.forEach(one -> types.put(WireName.of(one.type()), one.count()));
    PrivacySettings settings = privacy.settings(tenant);
    return new PrivacyStatus(
        settings.isOn(),
        counts.stream().mapToLong(TypeCount::count).sum(),
        types.build(),
        settings.patterns().size(),
        settings.names().size(),
        new Rescanning(services, binder, privacy).share(tenant),
        privacy.rescans().progress(tenant).doneAt());
  }

  @Override
  public AuditPage listPrivacyAudit(
      @Nullable AuditAction action,
      @Nullable AuditOutcome outcome,
      @Nullable TimeRange timeRange,
      int limit,
      @Nullable String cursor) {
    if (limit < 1 || limit > PAGE_MAX) {
      throw new InvalidArgument("limit is " + limit, "send 1 to " + PAGE_MAX);
    }
    TimeRange.Span span =
        timeRange == null
            ? new TimeRange.Span(null, null)
            : timeRange.resolve(services.clock().instant(), services.zone());
    AuditFilter filter =
        new AuditFilter(
            caller().namespace().tenant(),
            action,
            outcome,
            span.from(),
            span.to(),
            cursor == null ? null : number(cursor));
    List<AuditRecord> found =
        privacy.vault().read(tx -> tx.store(AuditLog.class).newest(filter, limit + 1));
    boolean more = found.size() > limit;
    List<AuditRecord> page = more ? found.subList(0, limit) : found;
    return new AuditPage(
        page.stream().map(PrivacyOperations::entry).toList(),
        more ? String.valueOf(page.getLast().number()) : null);
  }

  @Override
  public Erased eraseSubject(String value, boolean dryRun) {
    return new Erasing(services, binder, privacy).erase(caller(), value, dryRun);
  }

  private Caller caller() {
    return context.caller();
  }

  private static JsonObject counts(Map<SensitiveType, Integer> redacted) {
    JsonObject.Builder counts = JsonObject.builder();
    new TreeMap<>(redacted).forEach((type, count) -> counts.put(WireName.of(type), count));
    return counts.build();
  }

  private static long number(String cursor) {
    if (!cursor.matches("[0-9]{1,18}")) {
      throw new InvalidArgument(
          "cursor is not one that was given out", "leave it away to begin with the first page");
    }
    return Long.parseLong(cursor);
  }

  private static AuditEntryAnswer entry(AuditRecord record) {
    AuditEvent event = record.event();
    return new AuditEntryAnswer(
        record.number(),
        event.at(),
        event.principal(),
        event.action(),
        event.outcome(),
        event.target(),
        event.reason(),
        event.details());
  }
}
