package dev.athena.operation;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditRecord;
import dev.athena.error.InvalidArgument;
import dev.athena.error.PermissionDenied;
import dev.athena.execution.ExecutionRecord;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.SubjectSearch.Found;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.RevealRequest;
import dev.athena.privacy.Screen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts together all that is kept of somebody, for that person: what is remembered with its history,
 * programs, what stands behind their pseudonyms, and who saw it.
 *
 * <p>It is no operation that agents can call: its answer holds values, which no model is to see.
 * What stands behind the pseudonyms of others stays hidden, as it is their data.
 */
public final class SubjectExport {
  /** The most values that name one person. */
  public static final int VALUES_MAX = 20;

  /** The most memories of an export; the rest has to be asked for by a narrower value. */
  public static final int MEMORIES_MAX = 100_000;

  /** The purpose of a permission to see the values of others too. */
  public static final String PURPOSE = "access";

  /** The most pages of the audit that are looked through. */
  private static final int AUDIT_PAGES_MAX = 1_000;

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;
  private final SubjectSearch search;

  public SubjectExport(Services services, JsonBinder binder, Privacy privacy) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
    this.search = new SubjectSearch(services, binder, privacy);
  }

  /** What was gathered of all values. */
  private static final class Gathered {
    private final Set<Pseudonym> pseudonyms = new LinkedHashSet<>();
    private final Map<Namespace, Set<MemoryId>> memories = new HashMap<>();
    private final Map<String, ExecutionRecord> executions = new HashMap<>();

    void add(Found found) {
      pseudonyms.addAll(found.pseudonyms());
      found
          .memories()
          .forEach((namespace, ids) ->
              memories.computeIfAbsent(namespace, _ -> new LinkedHashSet<>()).addAll(ids));
      found.runs().forEach(one -> executions.put(one.execution().id().value(), one.execution()));
    }

    int count() {
      return memories.values().stream().mapToInt(Set::size).sum();
    }
  }

  /**
   * Returns all that is kept of the person whom these values name: an address, a name, a number.
   *
   * @param othersToo whether values of others, in the same memories, are shown as well, as far as a
   *     permission for the purpose {@value #PURPOSE} goes
   * @param reason for the audit
   */
  public JsonObject export(Caller caller, List<String> values, boolean othersToo, String reason) {
    if (!caller.may(Grant.GOVERN)) {
      throw new PermissionDenied("the right of access", Grant.GOVERN.wireName());
    }
    if (values.isEmpty() || values.size() > VALUES_MAX) {
      throw new InvalidArgument(
          "%,d values are given".formatted(values.size()), "send 1 to " + VALUES_MAX);
    }
    String tenant = caller.namespace().tenant();
    Gathered gathered = new Gathered();
    values.forEach(value -> gathered.add(search.find(tenant, SubjectSearch.checked(value))));
    if (gathered.count() > MEMORIES_MAX) {
      throw new InvalidArgument(
          "%,d memories mention it".formatted(gathered.count()), "send a narrower value");
    }
    JsonObject tree = tree(tenant, values, gathered);
    JsonObject told =
        JsonObject.builder()
            .put("memories", gathered.count())
            .put("executions", gathered.executions.size())
            .put("others", othersToo)
            .build();
    Json opened = privacy.reveals().access(caller, gathered.pseudonyms, tree, told).json();
    if (othersToo && !Pseudonym.in(JsonCodec.write(opened)).isEmpty()) {
      RevealRequest request = new RevealRequest(PURPOSE, reason, "access");
      opened = privacy.reveals().reveal(caller, request, opened).json();
    }
    return (JsonObject) opened;
  }

  private JsonObject tree(String tenant, List<String> values, Gathered gathered) {
    JsonObject.Builder memories = JsonObject.builder();
    for (MemoryKind kind : MemoryKind.values()) {
      memories.put(WireName.of(kind), new JsonArray(memories(kind, gathered)));
    }
    return JsonObject.builder()
        .put("format", "athena-subject")
        .put("version", 1)
        .put("exported_at", services.clock().instant().toString())
        .put("subject", Json.ofTexts(values))
        .put(
            "values",
            new JsonArray(gathered.pseudonyms.stream().map(SubjectExport::value).toList()))
        .put("memories", memories.build())
        .put(
            "executions",
            new JsonArray(gathered.executions.values().stream().map(SubjectExport::run).toList()))
        .put("seen_by", new JsonArray(seenBy(tenant, gathered)))
        .put(
            "not_in_here",
            "Values of others stay pseudonyms. Reading by recall is counted for each caller and not"
                + " for each memory; how often a memory was used stands beside it.")
        .build();
  }

  /** The pseudonym in {@code value} is opened with all others of this person. */
  private static Json value(Pseudonym pseudonym) {
    return JsonObject.builder()
        .put("type", WireName.of(pseudonym.type()))
        .put("value", pseudonym.toString())
        .build();
  }

  private List<Json> memories(MemoryKind kind, Gathered gathered) {
    List<Json> all = new ArrayList<>();
    services.usage().flush();
    gathered.memories.forEach((namespace, ids) -> {
      Archive archive = new Archive(services, binder, namespace, Screen.OPEN);
      all.addAll(
          services
              .storage()
              .read(tx ->
                  ids.stream()
                      .filter(id -> id.kind() == kind)
                      .flatMap(id -> archive.find(tx, id).stream())
                      .toList()));
    });
    return all;
  }

  private static Json run(ExecutionRecord record) {
    ExecutionRecord.Ended ended = record.ended();
    return JsonObject.builder()
        .put("id", record.id().value())
        .put("project", record.namespace().project())
        .put("principal", record.principal())
        .put("language", WireName.of(record.language()))
        .put("preset", record.preset())
        .put("started_at", record.startedAt().toString())
        .putIfPresent("session", record.session())
        .putIfPresent("source", record.source())
        .putIfPresent("status", ended == null ? null : ended.status().wireName())
        .putIfPresent("error", ended == null ? null : ended.error())
        .build();
  }

  /** Who was shown what stands behind pseudonyms in these memories, or took it out. */
  private List<Json> seenBy(String tenant, Gathered gathered) {
    Set<String> ids = new HashSet<>(gathered.executions.keySet());
    gathered.memories.values().forEach(some -> some.forEach(id -> ids.add(id.value())));
    List<Json> seen = new ArrayList<>();
    Long before = null;
    for (int page = 0; page < AUDIT_PAGES_MAX; page++) {
      AuditFilter filter = new AuditFilter(tenant, AuditAction.REVEAL, null, null, null, before);
      List<AuditRecord> records =
          privacy.vault().read(tx -> tx.store(AuditLog.class).newest(filter, AuditLog.PAGE_MAX));
      if (records.isEmpty()) {
        return seen;
      }
      records.stream()
          .filter(record -> ids.contains(record.event().target()))
          .forEach(record -> seen.add(seen(record)));
      before = records.getLast().number();
    }
    return seen;
  }

  private static Json seen(AuditRecord record) {
    AuditEvent event = record.event();
    return JsonObject.builder()
        .put("number", record.number())
        .put("at", event.at().toString())
        .put("principal", event.principal())
        .put("outcome", WireName.of(event.outcome()))
        .put("target", event.target())
        .put("reason", event.reason())
        .put("details", event.details())
        .build();
  }
}
