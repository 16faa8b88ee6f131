package dev.athena.operation;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeStore;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.episodic.RememberEpisode;
import dev.athena.error.InvalidArgument;
import dev.athena.index.IndexEntry;
import dev.athena.index.Kept;
import dev.athena.index.Writing;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.Remembered;
import dev.athena.memory.Revision;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.operation.Remembering.EpisodeItem;
import dev.athena.operation.Remembering.FactItem;
import dev.athena.operation.Remembering.ProcedureItem;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Use;
import dev.athena.procedural.ProceduralMemory;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureStore;
import dev.athena.procedural.RememberProcedure;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes all memories of a project out, and back in the same: ids, times, history and all.
 *
 * <p>A memory is one JSON object: an item of {@code remember_many} with one member more, {@code
 * archived}. Vectors are not part of it, because they can be computed again.
 */
public final class Archive {
  /** The member that an item of {@code remember_many} does not have. */
  public static final String MARK = "archived";

  private static final int PAGE = 200;

  /** How often a memory that is changed meanwhile is rewritten. */
  private static final int ATTEMPTS_MAX = 5;

  private static final String HISTORY = "history";

  private final Services services;
  private final JsonBinder binder;
  private final Namespace namespace;
  private final Screen screen;

  /**
   * Creates the archive of a project.
   *
   * @param screen what is taken back passes, as it would by any operation
   */
  public Archive(Services services, JsonBinder binder, Namespace namespace, Screen screen) {
    this.services = services;
    this.binder = binder;
    this.namespace = namespace;
    this.screen = screen;
  }

  /** Shows all memories as they stand at one moment, by kind and in the order of their ids. */
  public void export(Consumer<JsonObject> lines) {
    services.usage().flush();
    services
        .storage()
        .read(tx -> {
          pages(tx, tx.store(EpisodeStore.class), this::item, lines);
          pages(tx, tx.store(FactStore.class), this::item, lines);
          pages(tx, tx.store(ProcedureStore.class), this::item, lines);
          return true;
        });
  }

  /** Returns one memory as {@link #export} shows it; empty if it is not there. */
  Optional<JsonObject> find(Transaction tx, MemoryId id) {
    return switch (id.kind()) {
      case EPISODIC -> find(tx, tx.store(EpisodeStore.class), id, this::item);
      case SEMANTIC -> find(tx, tx.store(FactStore.class), id, this::item);
      case PROCEDURAL -> find(tx, tx.store(ProcedureStore.class), id, this::item);
    };
  }

  private <M extends Memory> Optional<JsonObject> find(
      Transaction tx,
      MemoryStore<M> store,
      MemoryId id,
      BiFunction<M, MemoryKind, JsonObject> item) {
    return store.find(namespace, id).map(memory -> whole(tx, store, memory, item));
  }

  private <M extends Memory> JsonObject whole(
      Transaction tx, MemoryStore<M> store, M memory, BiFunction<M, MemoryKind, JsonObject> item) {
    Json archived = binder.write(archived(tx, store, memory), Archived.class);
    return item.apply(memory, memory.id().kind()).with(MARK, archived);
  }

  /**
   * Takes memories back in one durable step, all or none; says of each what became of it.
   *
   * @throws InvalidArgument if a line is not one that {@link #export} makes
   * @throws dev.athena.memory.EditConflict if a memory is in another project
   */
  public List<Remembered> restore(List<JsonObject> lines) {
    List<Function<Transaction, Remembered>> steps = lines.stream().map(this::step).toList();
    return services.storage().write(tx -> steps.stream().map(step -> step.apply(tx)).toList());
  }

  private <M extends Memory> void pages(
      Transaction tx,
      MemoryStore<M> store,
      BiFunction<M, MemoryKind, JsonObject> item,
      Consumer<JsonObject> lines) {
    List<M> page = store.page(namespace, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (M memory : page) {
        lines.accept(whole(tx, store, memory, item));
      }
      page = store.page(namespace, Optional.of(page.getLast().id()), PAGE);
    }
  }

  private <M extends Memory> Archived archived(Transaction tx, MemoryStore<M> store, M memory) {
    Usage usage = tx.store(UsageStore.class).find(namespace, memory.id());
    Fact fact = memory instanceof Fact known ? known : null;
    List<Archived.Earlier> history =
        store.revisions(namespace, memory.id()).stream()
            .map(past ->
                new Archived.Earlier(
                    past.number(), past.replacedAt(), past.content(), past.fields()))
            .toList();
    return new Archived(
        memory.id(),
        namespace.project(),
        memory.recordedAt(),
        memory.revision(),
        store.identity(namespace, memory.id()).map(Identity::sha256).orElse(null),
        fact == null ? null : fact.supersededBy(),
        fact == null ? null : fact.supersededAt(),
        usage.count(),
        usage.lastAt(),
        history);
  }

  private JsonObject item(Fact fact, MemoryKind kind) {
    FactItem item = new FactItem(kind, fact.content(), fact.metadata());
    return (JsonObject) binder.write(item, FactItem.class);
  }

  private JsonObject item(Episode episode, MemoryKind kind) {
    EpisodeContext context =
        new EpisodeContext(
            episode.sessionId(), episode.happenedAt(), episode.outcome(), episode.details());
    EpisodeItem item = new EpisodeItem(kind, episode.content(), episode.eventType(), context);
    return (JsonObject) binder.write(item, EpisodeItem.class);
  }

  private JsonObject item(Procedure procedure, MemoryKind kind) {
    ProcedureItem item =
        new ProcedureItem(kind, procedure.name(), procedure.description(), procedure.metadata());
    return (JsonObject) binder.write(item, ProcedureItem.class);
  }

  /** A line without what is sensitive; one that was changed has another identity. */
  private record Screened(JsonObject line, boolean isChanged) {}

  private Screened screened(JsonObject line) {
    JsonObject item = withoutMark(line);
    JsonObject archived = line.object(MARK).orElse(JsonObject.EMPTY);
    Json history = archived.find(HISTORY).orElse(JsonArray.EMPTY);
    JsonObject itemLeft = (JsonObject) redacted(item);
    Json historyLeft = redacted(history);
    JsonObject left =
        historyLeft.equals(history)
            ? itemLeft.with(MARK, archived)
            : itemLeft.with(MARK, archived.with(HISTORY, historyLeft));
    return new Screened(archived.equals(JsonObject.EMPTY) ? line : left, !itemLeft.equals(item));
  }

  /**
   * Rewrites a memory without what is sensitive, its earlier revisions too, as though it had been
   * stored so; only says whether it would with {@code dryRun}.
   *
   * @return whether something in it is sensitive
   * @throws InvalidArgument if it would be too long without
   */
  boolean rewrite(MemoryId id, boolean dryRun) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<JsonObject> line = services.storage().read(tx -> line(tx, id));
      if (line.isEmpty()) {
        return false;
      }
      Screened screened = screened(line.get());
      if (screened.line().equals(line.get())) {
        return false;
      }
      if (dryRun) {
        return true;
      }
      Function<Transaction, Boolean> writing = rewriting(screened);
      if (services.storage().write(tx -> line(tx, id).equals(line) && writing.apply(tx))) {
        return true;
      }
    }
    throw new IllegalStateException(id.value() + " is changed all the time");
  }

  private Optional<JsonObject> line(Transaction tx, MemoryId id) {
    return switch (id.kind()) {
      case EPISODIC -> line(tx, tx.store(EpisodeStore.class), id, this::item);
      case SEMANTIC -> line(tx, tx.store(FactStore.class), id, this::item);
      case PROCEDURAL -> line(tx, tx.store(ProcedureStore.class), id, this::item);
    };
  }

  private <M extends Memory> Optional<JsonObject> line(
      Transaction tx,
      MemoryStore<M> store,
      MemoryId id,
      BiFunction<M, MemoryKind, JsonObject> item) {
    return store
        .find(namespace, id)
        .map(memory -> {
          Json archived = binder.write(archived(tx, store, memory), Archived.class);
          return item.apply(memory, id.kind()).with(MARK, archived);
        });
  }

  private Function<Transaction, Boolean> rewriting(Screened screened) {
    JsonObject item = withoutMark(screened.line());
    Archived archived = archived(screened, item);
    return switch (archived.id().kind()) {
      case SEMANTIC -> {
        Fact fact = fact(archived, (FactItem) binder.read(item, FactItem.class, ""));
        Kept<Fact> kept = kept(archived, fact, SemanticMemory.entry(fact));
        yield tx -> rewritten(tx, tx.store(FactStore.class), kept);
      }
      case EPISODIC -> {
        Episode episode = episode(archived, (EpisodeItem) binder.read(item, EpisodeItem.class, ""));
        Kept<Episode> kept = kept(archived, episode, EpisodicMemory.entry(episode));
        yield tx -> rewritten(tx, tx.store(EpisodeStore.class), kept);
      }
      case PROCEDURAL -> {
        Procedure procedure =
            procedure(archived, (ProcedureItem) binder.read(item, ProcedureItem.class, ""));
        Kept<Procedure> kept = kept(archived, procedure, ProceduralMemory.entry(procedure));
        yield tx -> rewritten(tx, tx.store(ProcedureStore.class), kept);
      }
    };
  }

  private static <M extends Memory> boolean rewritten(
      Transaction tx, MemoryStore<M> store, Kept<M> kept) {
    Writing.rewrite(tx, store, kept);
    return true;
  }

  private Archived archived(Screened screened, JsonObject item) {
    Json mark = screened.line().find(MARK).orElse(Json.Null.VALUE);
    Archived written = (Archived) binder.read(mark, Archived.class, MARK);
    return screened.isChanged() ? identifiedAnew(written, item) : written;
  }

  private Json redacted(Json json) {
    return screen.json(namespace.tenant(), json, Use.STORED).value();
  }

  private Function<Transaction, Remembered> step(JsonObject whole) {
    Screened screened = screened(whole);
    JsonObject item = withoutMark(screened.line());
    Archived archived = archived(screened, item);
    return switch (archived.id().kind()) {
      case SEMANTIC -> {
        Fact fact = fact(archived, (FactItem) binder.read(item, FactItem.class, ""));
        Kept<Fact> kept = kept(archived, fact, SemanticMemory.entry(fact));
        yield counted(archived, tx -> services.semantic().restore(tx, kept));
      }
      case EPISODIC -> {
        Episode episode = episode(archived, (EpisodeItem) binder.read(item, EpisodeItem.class, ""));
        Kept<Episode> kept = kept(archived, episode, EpisodicMemory.entry(episode));
        yield counted(archived, tx -> Writing.restore(tx, tx.store(EpisodeStore.class), kept));
      }
      case PROCEDURAL -> {
        Procedure procedure =
            procedure(archived, (ProcedureItem) binder.read(item, ProcedureItem.class, ""));
        Kept<Procedure> kept = kept(archived, procedure, ProceduralMemory.entry(procedure));
        yield counted(archived, tx -> Writing.restore(tx, tx.store(ProcedureStore.class), kept));
      }
    };
  }

  /** What another wording makes another memory has the identity of that. */
  private Archived identifiedAnew(Archived archived, JsonObject item) {
    if (archived.identity() == null) {
      return archived;
    }
    Identity identity =
        switch (archived.id().kind()) {
          case SEMANTIC ->
              SemanticMemory.identity(
                  fact(archived, (FactItem) binder.read(item, FactItem.class, "")));
          case EPISODIC -> {
            EpisodeItem read = (EpisodeItem) binder.read(item, EpisodeItem.class, "");
            yield EpisodicMemory.identity(
                new RememberEpisode(
                    read.content(), read.eventType(), asTold(read.context(), archived)));
          }
          case PROCEDURAL ->
              ProceduralMemory.identity(
                  procedure(archived, (ProcedureItem) binder.read(item, ProcedureItem.class, "")));
        };
    return archived.identified(identity.sha256());
  }

  /** A time that is that of the recording was never told. */
  private static EpisodeContext asTold(EpisodeContext context, Archived archived) {
    return archived.recordedAt().equals(context.timestamp())
        ? new EpisodeContext(context.sessionId(), null, context.outcome(), context.details())
        : context;
  }

  private static <M extends Memory> Kept<M> kept(Archived archived, M memory, IndexEntry entry) {
    String identity = archived.identity();
    List<Revision> revisions =
        archived.history().stream()
            .map(past ->
                new Revision(past.revision(), past.replacedAt(), past.content(), past.fields()))
            .toList();
    return new Kept<>(memory, identity == null ? null : new Identity(identity), entry, revisions);
  }

  /** Returns {@code restoring}, followed by bringing back how often the memory was used. */
  private Function<Transaction, Remembered> counted(
      Archived archived, Function<Transaction, Remembered> restoring) {
    return tx -> {
      Remembered outcome = restoring.apply(tx);
      if (outcome instanceof Remembered.Stored) {
        restoreUsage(tx, archived);
      }
      return outcome;
    };
  }

  private void restoreUsage(Transaction tx, Archived archived) {
    Instant usedAt = archived.usedAt();
    if (usedAt != null) {
      tx.store(UsageStore.class).add(namespace, Map.of(archived.id(), archived.uses()), usedAt);
    }
  }

  private Fact fact(Archived archived, FactItem item) {
    RememberFact checked = new RememberFact(item.content(), item.metadata());
    return new Fact(
        archived.id(),
        namespace,
        checked.content(),
        checked.metadata(),
        archived.recordedAt(),
        archived.revision(),
        archived.supersededBy(),
        archived.supersededAt());
  }

  private Episode episode(Archived archived, EpisodeItem item) {
    RememberEpisode checked = new RememberEpisode(item.content(), item.eventType(), item.context());
    EpisodeContext context = checked.context();
    @Nullable Instant timestamp = context.timestamp();
    return new Episode(
        archived.id(),
        namespace,
        checked.content(),
        checked.eventType(),
        timestamp == null ? archived.recordedAt() : timestamp,
        context.sessionId(),
        context.outcome(),
        context.details(),
        archived.recordedAt(),
        archived.revision());
  }

  private Procedure procedure(Archived archived, ProcedureItem item) {
    RememberProcedure checked =
        new RememberProcedure(item.name(), item.description(), item.metadata());
    return new Procedure(
        archived.id(),
        namespace,
        checked.name(),
        checked.description(),
        checked.metadata(),
        archived.recordedAt(),
        archived.revision());
  }

  private static JsonObject withoutMark(JsonObject line) {
    Map<String, Json> members = new LinkedHashMap<>(line.members());
    members.remove(MARK);
    return new JsonObject(members);
  }
}
