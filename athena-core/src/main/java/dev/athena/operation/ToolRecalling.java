package dev.athena.operation;

import dev.athena.episodic.Episode;
import dev.athena.error.Characters;
import dev.athena.index.SearchFilter;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.ToolAnswers.ToolMemory;
import dev.athena.principal.Namespace;
import dev.athena.procedural.Procedure;
import dev.athena.recall.RecallQuery;
import dev.athena.recall.Recalled;
import dev.athena.semantic.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out the one recall that serves all kinds of memory. */
final class ToolRecalling {
  /** The most characters of one content; what is longer is cut and marked. */
  static final int CONTENT_LENGTH_MAX = 4_000;

  private final Services services;
  private final Namespace namespace;
  private final Recalling recalling;

  ToolRecalling(Services services, Namespace namespace) {
    this.services = services;
    this.namespace = namespace;
    this.recalling = new Recalling(services, namespace);
  }

  List<ToolMemory> find(
      String query, int limit, @Nullable List<MemoryKind> kinds, @Nullable TimeRange timeRange) {
    RecallQuery checked = new RecallQuery(namespace, query, recalling.standing(kinds), limit);
    List<ToolMemory> found =
        timeRange == null
            ? memories(search(checked, checked.filter(), limit), null)
            : within(checked, timeRange.resolve(services.clock().instant(), services.zone()));
    List<ToolMemory> best = found.stream().limit(limit).toList();
    recalling.count(best.stream().map(ToolMemory::id).toList());
    return best;
  }

  /**
   * A fact may hold from another time than it was recorded at, and the index knows the former only:
   * so facts are looked up apart, and sorted out by when they were recorded.
   */
  private List<ToolMemory> within(RecallQuery query, TimeRange.Span span) {
    Set<MemoryKind> kinds = query.filter().kinds();
    List<ToolMemory> found = new ArrayList<>();
    Set<MemoryKind> others = EnumSet.copyOf(kinds);
    if (others.remove(MemoryKind.SEMANTIC)) {
      SearchFilter facts = query.filter().of(Set.of(MemoryKind.SEMANTIC));
      found.addAll(memories(search(query, facts, RecallQuery.LIMIT_MAX), span));
    }
    if (!others.isEmpty()) {
      SearchFilter filter = query.filter().of(others).starting(span.from(), span.to());
      found.addAll(memories(search(query, filter, query.limit()), null));
    }
    found.sort(
        Comparator.comparingDouble(ToolMemory::score)
            .thenComparing(memory -> memory.id().value())
            .reversed());
    return found;
  }

  private List<Recalled> search(RecallQuery query, SearchFilter filter, int limit) {
    return recalling.search(query.text(), limit, filter);
  }

  private List<ToolMemory> memories(List<Recalled> found, TimeRange.@Nullable Span recorded) {
    return services
        .storage()
        .read(tx -> {
          List<ToolMemory> memories = new ArrayList<>();
          for (Recalled one : found) {
            Optional<? extends Memory> memory = Recalling.memory(tx, namespace, one.id());
            if (memory.isPresent() && isWithin(memory.get().recordedAt(), recorded)) {
              memories.add(shown(memory.get(), Recalling.rounded(one.score())));
            }
          }
          return memories;
        });
  }

  private static boolean isWithin(Instant time, TimeRange.@Nullable Span span) {
    if (span == null) {
      return true;
    }
    Instant from = span.from();
    Instant to = span.to();
    return (from == null || !time.isBefore(from)) && (to == null || time.isBefore(to));
  }

  private static ToolMemory shown(Memory memory, double score) {
    Shown shown = Shown.of(memory);
    MemoryId id = memory.id();
    String content = memory.content();
    String shownContent = Characters.first(content, CONTENT_LENGTH_MAX);
    return new ToolMemory(
        id.kind(),
        id,
        shown.name(),
        shownContent,
        shownContent.length() < content.length() ? true : null,
        score,
        shown.timestamp(),
        shown.sessionId(),
        shown.outcome(),
        shown.tags().isEmpty() ? null : shown.tags(),
        shown.confidence());
  }

  /** What is shown of a memory besides its content, which differs from kind to kind. */
  private record Shown(
      Instant timestamp,
      @Nullable String name,
      @Nullable String sessionId,
      @Nullable String outcome,
      List<String> tags,
      @Nullable Double confidence) {

    static Shown of(Memory memory) {
      return switch (memory) {
        case Episode episode ->
            new Shown(
                episode.happenedAt(),
                null,
                episode.sessionId(),
                episode.outcome(),
                List.of(),
                null);
        case Fact fact ->
            new Shown(
                fact.recordedAt(),
                null,
                null,
                null,
                fact.metadata().tags(),
                fact.metadata().confidence());
        case Procedure procedure ->
            new Shown(
                procedure.recordedAt(),
                procedure.name(),
                null,
                null,
                procedure.metadata().tags(),
                null);
        default -> throw new IllegalStateException("no way to show a " + memory.getClass());
      };
    }
  }
}
