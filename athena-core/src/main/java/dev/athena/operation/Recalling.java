package dev.athena.operation;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.EpisodeStore;
import dev.athena.error.InvalidArgument;
import dev.athena.index.Label;
import dev.athena.index.SearchFilter;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.operation.Answers.RecalledEpisode;
import dev.athena.operation.Answers.RecalledFact;
import dev.athena.operation.Answers.RecalledMemory;
import dev.athena.operation.Answers.RecalledProcedure;
import dev.athena.principal.Namespace;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureStore;
import dev.athena.recall.RecallQuery;
import dev.athena.recall.Recalled;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Carries out the operations that find memories. */
final class Recalling {
  /** The most episodes listed without a query. */
  static final int LISTED_MAX = 1_000;

  private final Services services;
  private final Namespace namespace;

  Recalling(Services services, Namespace namespace) {
    this.services = services;
    this.namespace = namespace;
  }

  List<RecalledFact> facts(String query, int limit, SearchFilter filter) {
    return read(ranked(query, limit, filter), FactStore.class, Recalling::fact);
  }

  List<RecalledProcedure> procedures(String context, int limit) {
    SearchFilter filter = SearchFilter.ALL.of(Set.of(MemoryKind.PROCEDURAL));
    return read(ranked(context, limit, filter), ProcedureStore.class, Recalling::procedure);
  }

  List<RecalledEpisode> episodes(String query, int limit, EpisodeFilter filter) {
    SearchFilter search =
        SearchFilter.ALL
            .of(Set.of(MemoryKind.EPISODIC))
            .labelled(labels(filter))
            .starting(filter.from(), filter.before());
    return read(ranked(query, limit, search), EpisodeStore.class, Recalling::episode);
  }

  List<RecalledEpisode> newest(int limit, EpisodeFilter filter) {
    if (limit < 1 || limit > LISTED_MAX) {
      throw new InvalidArgument("limit is " + limit, "use 1 to " + LISTED_MAX);
    }
    return services
        .storage()
        .read(tx ->
            tx.store(EpisodeStore.class).newest(namespace, filter, limit).stream()
                .map(episode -> episode(episode, null))
                .toList());
  }

  List<RecalledMemory> any(String query, int limit, SearchFilter filter) {
    List<Recalled> found = ranked(query, limit, filter);
    return services
        .storage()
        .read(tx -> {
          List<RecalledMemory> answer = new ArrayList<>();
          for (Recalled one : found) {
            memory(tx, one.id())
                .map(memory ->
                    new RecalledMemory(
                        one.id().kind(), one.id(), memory.content(), rounded(one.score())))
                .ifPresent(answer::add);
          }
          return answer;
        });
  }

  /** Returns a filter that lets through what holds now, of {@code kinds} or of all. */
  SearchFilter standing(@Nullable List<MemoryKind> kinds) {
    Set<MemoryKind> wanted =
        kinds == null || kinds.isEmpty() ? EnumSet.allOf(MemoryKind.class) : EnumSet.copyOf(kinds);
    return SearchFilter.ALL.of(wanted).holdingAt(services.clock().instant());
  }

  /** Returns a filter for the facts that hold at {@code asOf}, or now. */
  SearchFilter factsAsOf(@Nullable Instant asOf) {
    return SearchFilter.ALL
        .of(Set.of(MemoryKind.SEMANTIC))
        .holdingAt(asOf == null ? services.clock().instant() : asOf);
  }

  static Optional<? extends Memory> memory(Transaction tx, Namespace namespace, MemoryId id) {
    return switch (id.kind()) {
      case EPISODIC -> tx.store(EpisodeStore.class).find(namespace, id);
      case SEMANTIC -> tx.store(FactStore.class).find(namespace, id);
      case PROCEDURAL -> tx.store(ProcedureStore.class).find(namespace, id);
    };
  }

  private Optional<? extends Memory> memory(Transaction tx, MemoryId id) {
    return memory(tx, namespace, id);
  }

  private <M extends Memory, A> List<A> read(
      List<Recalled> found,
      Class<? extends MemoryStore<M>> store,
      BiFunction<M, Double, A> answer) {
    return services
        .storage()
        .read(tx -> {
          MemoryStore<M> memories = tx.store(store);
          List<A> answers = new ArrayList<>();
          for (Recalled one : found) {
            memories
                .find(namespace, one.id())
                .ifPresent(memory -> answers.add(answer.apply(memory, rounded(one.score()))));
          }
          return answers;
        });
  }

  private List<Recalled> ranked(String query, int limit, SearchFilter filter) {
    List<Recalled> found = search(query, limit, filter);
    count(found.stream().map(Recalled::id).toList());
    return found;
  }

  /** Returns what answers a question, without counting it as recalled. */
  List<Recalled> search(String query, int limit, SearchFilter filter) {
    return services.recall().find(new RecallQuery(namespace, query, filter, limit));
  }

  /** Counts memories as recalled. */
  void count(List<MemoryId> ids) {
    services.usage().recalled(namespace, ids);
  }

  private static Set<Label> labels(EpisodeFilter filter) {
    Set<Label> labels = new HashSet<>();
    String type = filter.eventType();
    if (type != null) {
      labels.add(Label.type(type));
    }
    String session = filter.sessionId();
    if (session != null) {
      labels.add(Label.session(session));
    }
    return labels;
  }

  private static RecalledFact fact(Fact fact, double score) {
    String source = fact.metadata().source();
    return new RecalledFact(
        fact.id(),
        fact.content(),
        score,
        fact.metadata().confidence(),
        fact.metadata().memoryType(),
        fact.metadata().tags(),
        fact.recordedAt(),
        fact.knownFrom(),
        fact.holdsTo(),
        source == null ? List.of() : List.of(source));
  }

  private static RecalledEpisode episode(Episode episode, @Nullable Double score) {
    return new RecalledEpisode(
        episode.id(),
        episode.content(),
        episode.eventType(),
        episode.happenedAt(),
        episode.sessionId(),
        episode.outcome(),
        episode.details(),
        score);
  }

  private static RecalledProcedure procedure(Procedure procedure, double score) {
    return new RecalledProcedure(
        procedure.name(),
        procedure.revision(),
        procedure.description(),
        null,
        procedure.metadata().category(),
        null,
        0,
        score);
  }

  /** Four digits tell any two scores apart that differ in meaning. */
  static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
