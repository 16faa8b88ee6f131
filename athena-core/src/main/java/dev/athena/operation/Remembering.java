package dev.athena.operation;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.RememberEpisode;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.index.Prepared;
import dev.athena.json.Doc;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.Remembered;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Answers.RememberedEpisode;
import dev.athena.operation.Answers.RememberedFact;
import dev.athena.operation.Answers.RememberedProcedure;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProceduralMemory;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.RememberProcedure;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.RememberFact;
import dev.athena.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Carries out the operations that add memories. */
final class Remembering {
  /** The most items of one call. */
  static final int ITEMS_MAX = 10_000;

  /** Stores one prepared item. */
  @FunctionalInterface
  interface Step {
    Receipt store(Transaction tx);
  }

  private final Services services;
  private final JsonBinder binder;
  private final Namespace namespace;

  Remembering(Services services, JsonBinder binder, Namespace namespace) {
    this.services = services;
    this.binder = binder;
    this.namespace = namespace;
  }

  RememberedFact fact(RememberFact request) {
    Prepared<Fact> prepared = services.semantic().prepare(namespace, request);
    Remembered outcome = services.storage().write(tx -> services.semantic().store(tx, prepared));
    return new RememberedFact(outcome.id(), isDuplicate(outcome), superseded(outcome));
  }

  RememberedEpisode episode(RememberEpisode request) {
    Prepared<Episode> prepared = services.episodic().prepare(namespace, request);
    Remembered outcome = services.storage().write(tx -> services.episodic().store(tx, prepared));
    return new RememberedEpisode(outcome.id(), isDuplicate(outcome));
  }

  RememberedProcedure procedure(RememberProcedure request) {
    Prepared<Procedure> prepared = services.procedural().prepare(namespace, request);
    Procedure stands =
        services.storage().write(tx -> services.procedural().store(tx, prepared)).procedure();
    return new RememberedProcedure(stands.id(), stands.name(), stands.revision());
  }

  /**
   * Stores all items in one transaction. Ids are given in the order of the items; what is slow is
   * done ahead of the writing, on another core if one is free.
   */
  List<Receipt> many(List<JsonObject> items) {
    if (items.isEmpty() || items.size() > ITEMS_MAX) {
      throw new InvalidArgument(
          "items has %,d items".formatted(items.size()),
          "send 1 to %,d items a call".formatted(ITEMS_MAX));
    }
    List<Supplier<Step>> steps = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      steps.add(step(items.get(i), path(i)));
    }
    try (Ahead<Step> ready = new Ahead<>(steps)) {
      return services.storage().write(tx -> stored(tx, ready));
    }
  }

  private static List<Receipt> stored(Transaction tx, Ahead<Step> steps) {
    List<Receipt> receipts = new ArrayList<>();
    steps.forEach(step -> receipts.add(stored(tx, step, path(receipts.size()))));
    return receipts;
  }

  private static Receipt stored(Transaction tx, Step step, String path) {
    try {
      return step.store(tx);
    } catch (AthenaException refused) {
      if (refused.code().blame() != ErrorCode.Blame.CALLER) {
        throw refused;
      }
      throw new RefusedItem(path, refused);
    }
  }

  private static String path(int item) {
    return "items[" + item + "]";
  }

  private Supplier<Step> step(JsonObject item, String path) {
    try {
      MemoryKind kind =
          (MemoryKind)
              binder.read(
                  item.find("kind").orElse(Json.Null.VALUE), MemoryKind.class, path + ".kind");
      return switch (kind) {
        case SEMANTIC -> factStep((FactItem) binder.read(item, FactItem.class, path));
        case EPISODIC -> episodeStep((EpisodeItem) binder.read(item, EpisodeItem.class, path));
        case PROCEDURAL ->
            procedureStep((ProcedureItem) binder.read(item, ProcedureItem.class, path));
      };
    } catch (AthenaException refused) {
      throw new RefusedItem(path, refused);
    }
  }

  Supplier<Step> factStep(FactItem item) {
    Supplier<Prepared<Fact>> preparation =
        services
            .semantic()
            .preparation(namespace, new RememberFact(item.content(), item.metadata()));
    return () -> {
      Prepared<Fact> prepared = preparation.get();
      return tx -> receipt(MemoryKind.SEMANTIC, services.semantic().store(tx, prepared));
    };
  }

  Supplier<Step> episodeStep(EpisodeItem item) {
    RememberEpisode request = new RememberEpisode(item.content(), item.eventType(), item.context());
    Supplier<Prepared<Episode>> preparation = services.episodic().preparation(namespace, request);
    return () -> {
      Prepared<Episode> prepared = preparation.get();
      return tx -> receipt(MemoryKind.EPISODIC, services.episodic().store(tx, prepared));
    };
  }

  Supplier<Step> procedureStep(ProcedureItem item) {
    RememberProcedure request =
        new RememberProcedure(item.name(), item.description(), item.metadata());
    Supplier<Prepared<Procedure>> preparation =
        services.procedural().preparation(namespace, request);
    return () -> {
      Prepared<Procedure> prepared = preparation.get();
      return tx -> receipt(services.procedural().store(tx, prepared));
    };
  }

  private static Receipt receipt(ProceduralMemory.Learned learned) {
    Procedure stands = learned.procedure();
    return new Receipt(
        MemoryKind.PROCEDURAL, stands.id(), learned.isKnown(), null, stands.revision());
  }

  private static Receipt receipt(MemoryKind kind, Remembered outcome) {
    List<MemoryId> superseded = superseded(outcome);
    return new Receipt(
        kind, outcome.id(), isDuplicate(outcome), superseded.isEmpty() ? null : superseded, null);
  }

  private static boolean isDuplicate(Remembered outcome) {
    return outcome instanceof Remembered.Duplicate;
  }

  private static List<MemoryId> superseded(Remembered outcome) {
    return switch (outcome) {
      case Remembered.Stored _, Remembered.Duplicate _ -> List.of();
      case Remembered.Superseding(MemoryId _, List<MemoryId> superseded) -> superseded;
    };
  }

  /** A fact among many. */
  record FactItem(
      MemoryKind kind,
      String content,
      @Doc(value = "as in remember_semantic", ifAbsent = "{}") FactMetadata metadata) {}

  /** An episode among many. */
  record EpisodeItem(
      MemoryKind kind,
      String content,
      @Doc(value = "as in remember_episodic", ifAbsent = "\"action\"") String eventType,
      @Doc(value = "as in remember_episodic", ifAbsent = "{}") EpisodeContext context) {}

  /** A procedure among many. */
  record ProcedureItem(
      MemoryKind kind,
      String name,
      String description,
      @Doc(value = "as in remember_procedural", ifAbsent = "{}") ProcedureMetadata metadata) {}
}
