package dev.athena.operation;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.RememberEpisode;
import dev.athena.index.Label;
import dev.athena.index.SearchFilter;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.Answers.MemoryDetails;
import dev.athena.operation.Answers.RecalledEpisode;
import dev.athena.operation.Answers.RecalledFact;
import dev.athena.operation.Answers.RecalledMemory;
import dev.athena.operation.Answers.RecalledProcedure;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Answers.RememberedEpisode;
import dev.athena.operation.Answers.RememberedFact;
import dev.athena.operation.Answers.RememberedProcedure;
import dev.athena.operation.Answers.Updated;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.RememberProcedure;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.RememberFact;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out {@link MemoryApi} in one namespace. */
public final class MemoryOperations implements MemoryApi {
  private final Services services;
  private final Remembering remembering;
  private final Recalling recalling;
  private final Editing editing;

  public MemoryOperations(Services services, JsonBinder binder, Namespace namespace) {
    this.services = services;
    this.remembering = new Remembering(services, binder, namespace);
    this.recalling = new Recalling(services, namespace);
    this.editing = new Editing(services, binder, namespace);
  }

  @Override
  public RememberedFact rememberSemantic(String content, FactMetadata metadata) {
    return remembering.fact(new RememberFact(content, metadata));
  }

  @Override
  public RememberedEpisode rememberEpisodic(
      String content, String eventType, EpisodeContext context) {
    return remembering.episode(new RememberEpisode(content, eventType, context));
  }

  @Override
  public RememberedProcedure rememberProcedural(
      String name, String description, ProcedureMetadata metadata) {
    return remembering.procedure(new RememberProcedure(name, description, metadata));
  }

  @Override
  public List<Receipt> rememberMany(List<JsonObject> items) {
    return remembering.many(items);
  }

  @Override
  public List<RecalledFact> recallSemantic(
      String query,
      int limit,
      double minConfidence,
      @Nullable List<String> tags,
      @Nullable Instant asOf) {
    SearchFilter filter = recalling.factsAsOf(asOf).confident(minConfidence);
    if (tags != null) {
      filter = filter.labelled(tags.stream().map(Label::tag).collect(Collectors.toSet()));
    }
    return recalling.facts(query, limit, filter);
  }

  @Override
  public List<RecalledEpisode> recallEpisodic(
      @Nullable TimeRange timeRange,
      @Nullable String eventType,
      @Nullable String query,
      @Nullable String sessionId,
      int limit) {
    TimeRange.Span span =
        timeRange == null
            ? new TimeRange.Span(null, null)
            : timeRange.resolve(services.clock().instant(), services.zone());
    EpisodeFilter filter = new EpisodeFilter(span.from(), span.to(), eventType, sessionId);
    return query == null
        ? recalling.newest(limit, filter)
        : recalling.episodes(query, limit, filter);
  }

  @Override
  public List<RecalledProcedure> recallProcedural(String context, int limit) {
    return recalling.procedures(context, limit);
  }

  @Override
  public List<RecalledMemory> recall(String query, int limit, @Nullable List<MemoryKind> layers) {
    return recalling.any(query, limit, recalling.standing(layers));
  }

  @Override
  public MemoryDetails getMemory(MemoryId id) {
    return editing.get(id);
  }

  @Override
  public Updated updateMemory(
      MemoryId id, @Nullable String content, @Nullable JsonObject metadata) {
    return editing.update(id, content, metadata);
  }

  @Override
  public Forgotten forget(@Nullable MemoryId id, @Nullable String subject, boolean dryRun) {
    return editing.forget(id, subject, dryRun);
  }
}
