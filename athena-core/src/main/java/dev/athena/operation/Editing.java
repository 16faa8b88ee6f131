package dev.athena.operation;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeStore;
import dev.athena.episodic.RememberEpisode;
import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.index.Prepared;
import dev.athena.index.Writing;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.operation.Answers.Earlier;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.Answers.MemoryDetails;
import dev.athena.operation.Answers.Updated;
import dev.athena.principal.Namespace;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.ProcedureStore;
import dev.athena.procedural.RememberProcedure;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.storage.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out the operations that read, change and remove single memories. */
final class Editing {
  /** The most memories one call removes. */
  static final int FORGOTTEN_MAX = 10_000;

  /** The shortest subject: a single letter stands in nearly every memory. */
  static final int SUBJECT_LENGTH_MIN = 2;

  /** The longest subject, in characters: all memories are searched for it. */
  static final int SUBJECT_LENGTH_MAX = 1_000;

  private final Services services;
  private final JsonBinder binder;
  private final Namespace namespace;

  Editing(Services services, JsonBinder binder, Namespace namespace) {
    this.services = services;
    this.binder = binder;
    this.namespace = namespace;
  }

  MemoryDetails get(MemoryId id) {
    return services.storage().read(tx -> details(tx, id));
  }

  Updated update(MemoryId id, @Nullable String content, @Nullable JsonObject metadata) {
    if (content == null && metadata == null) {
      throw new InvalidArgument(
          "neither content nor metadata is given", "send what is to be changed");
    }
    Memory present = services.storage().read(tx -> memory(tx, id));
    JsonObject patch = metadata == null ? JsonObject.EMPTY : metadata;
    String wanted = content == null ? present.content() : content;
    return switch (present) {
      case Fact fact -> updateFact(fact, wanted, patch);
      case Episode episode -> updateEpisode(episode, wanted, patch);
      case Procedure procedure -> updateProcedure(procedure, wanted, patch);
      default -> throw new IllegalStateException("no way to update a " + present.getClass());
    };
  }

  Forgotten forget(@Nullable MemoryId id, @Nullable String subject, boolean dryRun) {
    if ((id == null) == (subject == null)) {
      throw new InvalidArgument(
          id == null ? "neither id nor subject is given" : "both id and subject are given",
          "send one of the two");
    }
    if (subject != null) {
      checkSubject(subject.strip());
    }
    if (dryRun) {
      return services.storage().read(tx -> report(concerned(tx, id, subject), true));
    }
    Forgotten forgotten = services.storage().write(tx -> remove(tx, concerned(tx, id, subject)));
    purge(forgotten);
    return forgotten;
  }

  /** What is forgotten is to be gone from the disk too; who still reads it is not waited for. */
  private void purge(Forgotten forgotten) {
    if (!forgotten.removed().isEmpty()) {
      var _ = services.storage().purge();
    }
  }

  private static void checkSubject(String subject) {
    int length = Characters.count(subject);
    if (length < SUBJECT_LENGTH_MIN || length > SUBJECT_LENGTH_MAX) {
      throw new InvalidArgument(
          "subject has %,d characters".formatted(length),
          "send a name or phrase of %d to %,d".formatted(SUBJECT_LENGTH_MIN, SUBJECT_LENGTH_MAX));
    }
  }

  private Updated updateFact(Fact fact, String content, JsonObject patch) {
    FactMetadata metadata =
        (FactMetadata) binder.read(patched(fact.fields(), patch), FactMetadata.class, "metadata");
    Prepared<Fact> changed =
        services.semantic().prepareChange(fact, new RememberFact(content, metadata));
    return stored(
        changed,
        tx -> {
          services.semantic().storeChange(tx, changed);
          return true;
        });
  }

  /** A type is given beside the context; a time that was never given is not given now. */
  private Updated updateEpisode(Episode episode, String content, JsonObject patch) {
    boolean timed = !episode.happenedAt().equals(episode.recordedAt());
    EpisodeContext known =
        new EpisodeContext(
            episode.sessionId(),
            timed ? episode.happenedAt() : null,
            episode.outcome(),
            episode.details());
    Json type = patch.find("event_type").orElse(Json.of(episode.eventType()));
    JsonObject wanted =
        patched(
            (JsonObject) binder.write(known, EpisodeContext.class), without(patch, "event_type"));
    RememberEpisode request =
        new RememberEpisode(
            content,
            type instanceof Json.Null
                ? RememberEpisode.DEFAULT_TYPE
                : (String) binder.read(type, String.class, "metadata.event_type"),
            (EpisodeContext) binder.read(wanted, EpisodeContext.class, "metadata"));
    Prepared<Episode> changed = services.episodic().prepareChange(episode, request);
    return stored(
        changed,
        tx -> {
          services.episodic().storeChange(tx, changed);
          return true;
        });
  }

  private Updated updateProcedure(Procedure procedure, String description, JsonObject patch) {
    JsonObject wanted = patched(procedure.fields(), patch);
    String name = wanted.text("name").orElse("");
    ProcedureMetadata metadata =
        (ProcedureMetadata)
            binder.read(without(wanted, "name"), ProcedureMetadata.class, "metadata");
    Prepared<Procedure> changed =
        services
            .procedural()
            .prepareChange(procedure, new RememberProcedure(name, description, metadata));
    return stored(
        changed,
        tx -> {
          services.procedural().storeChange(tx, changed);
          return true;
        });
  }

  private Updated stored(Prepared<?> changed, Function<Transaction, Boolean> change) {
    services.storage().write(change);
    return new Updated(changed.memory().id(), changed.memory().revision());
  }

  private MemoryDetails details(Transaction tx, MemoryId id) {
    Memory memory = memory(tx, id);
    Usage usage = tx.store(UsageStore.class).find(namespace, id);
    List<Earlier> history =
        store(tx, id.kind()).revisions(namespace, id).stream()
            .map(revision ->
                new Earlier(
                    revision.number(),
                    revision.replacedAt(),
                    revision.content(),
                    revision.fields()))
            .toList();
    Fact fact = memory instanceof Fact known ? known : null;
    return new MemoryDetails(
        id,
        id.kind(),
        memory.content(),
        memory.fields(),
        memory.recordedAt(),
        memory.revision(),
        usage.count() + services.usage().unwritten(namespace, id),
        usage.lastAt(),
        fact == null ? null : fact.supersededBy(),
        fact == null ? null : tx.store(FactStore.class).supersededBy(namespace, id),
        history);
  }

  private List<MemoryId> concerned(
      Transaction tx, @Nullable MemoryId id, @Nullable String subject) {
    if (id != null) {
      return List.of(memory(tx, id).id());
    }
    List<MemoryId> concerned = new ArrayList<>();
    if (subject != null) {
      for (MemoryKind kind : MemoryKind.values()) {
        concerned.addAll(store(tx, kind).mentioning(namespace, subject.strip(), FORGOTTEN_MAX + 1));
      }
    }
    return concerned;
  }

  private Forgotten remove(Transaction tx, List<MemoryId> concerned) {
    concerned.stream().limit(FORGOTTEN_MAX).forEach(id -> remove(tx, id));
    return report(concerned, false);
  }

  private void remove(Transaction tx, MemoryId id) {
    switch (id.kind()) {
      case SEMANTIC -> services.semantic().forget(tx, namespace, id);
      case EPISODIC, PROCEDURAL -> Writing.remove(tx, store(tx, id.kind()), namespace, id);
    }
  }

  private static Forgotten report(List<MemoryId> concerned, boolean dryRun) {
    List<MemoryId> removed = concerned.stream().limit(FORGOTTEN_MAX).toList();
    return new Forgotten(
        removed,
        count(removed, MemoryKind.EPISODIC),
        count(removed, MemoryKind.SEMANTIC),
        count(removed, MemoryKind.PROCEDURAL),
        dryRun,
        concerned.size() > FORGOTTEN_MAX);
  }

  private static int count(List<MemoryId> ids, MemoryKind kind) {
    return (int) ids.stream().filter(id -> id.kind() == kind).count();
  }

  private Memory memory(Transaction tx, MemoryId id) {
    return Recalling.memory(tx, namespace, id)
        .map(Memory.class::cast)
        .orElseThrow(() -> new MemoryNotFound(id));
  }

  private static MemoryStore<?> store(Transaction tx, MemoryKind kind) {
    return switch (kind) {
      case EPISODIC -> tx.store(EpisodeStore.class);
      case SEMANTIC -> tx.store(FactStore.class);
      case PROCEDURAL -> tx.store(ProcedureStore.class);
    };
  }

  /** As RFC 7396 (JSON Merge Patch) has it, but for the top level only. */
  private static JsonObject patched(JsonObject present, JsonObject patch) {
    Map<String, Json> members = new LinkedHashMap<>(present.members());
    patch
        .members()
        .forEach((name, value) -> {
          if (value instanceof Json.Null) {
            members.remove(name);
          } else {
            members.put(name, value);
          }
        });
    return new JsonObject(members);
  }

  private static JsonObject without(JsonObject object, String name) {
    Map<String, Json> members = new LinkedHashMap<>(object.members());
    members.remove(name);
    return new JsonObject(members);
  }
}
