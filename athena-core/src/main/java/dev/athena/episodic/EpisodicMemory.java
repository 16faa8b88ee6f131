package dev.athena.episodic;

import dev.athena.index.IndexEntry;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.Prepared;
import dev.athena.index.Writing;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.memory.EditConflict;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.memory.Remembered;
import dev.athena.principal.Namespace;
import dev.athena.storage.IdSource;
import dev.athena.storage.Transaction;
import dev.athena.text.TextAnalysis;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way into episodic memory. */
public final class EpisodicMemory {
  /** Circumstances whose text is searched along with the content. */
  private static final List<String> SEARCHED_DETAILS =
      List.of("tool", "task", "phase", "branch", "files", "arguments", "output", "title", "tags");

  /** How much of each circumstance is searched, in characters. */
  private static final int SEARCHED_DETAIL_LENGTH_MAX = 4_000;

  private final InstantSource clock;
  private final IdSource ids;

  public EpisodicMemory(InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Turns a request into what will be stored. */
  public Prepared<Episode> prepare(Namespace namespace, RememberEpisode request) {
    return preparation(namespace, request).get();
  }

  /** Gives a request its id and time now; what is slow is done when the outcome is asked for. */
  public Supplier<Prepared<Episode>> preparation(Namespace namespace, RememberEpisode request) {
    MemoryId id = new MemoryId(ids.next(MemoryKind.EPISODIC.idPrefix()));
    Episode episode = episode(id, namespace, request, clock.instant());
    return () -> prepared(episode, request);
  }

  /** Turns a request into what will be stored in the place of {@code present}. */
  public Prepared<Episode> prepareChange(Episode present, RememberEpisode wanted) {
    Episode fresh = episode(present.id(), present.namespace(), wanted, present.recordedAt());
    return prepared(fresh.withRevision(present.revision() + 1), wanted);
  }

  /** Stores a prepared episode, unless the same is there. */
  public Remembered store(Transaction tx, Prepared<Episode> prepared) {
    return Writing.add(tx, tx.store(EpisodeStore.class), prepared);
  }

  /**
   * Stores a prepared change; the present wording is kept as a revision.
   *
   * @throws MemoryNotFound if the episode is gone
   * @throws EditConflict if it was changed meanwhile, or would equal another
   */
  public void storeChange(Transaction tx, Prepared<Episode> changed) {
    Writing.replace(tx, tx.store(EpisodeStore.class), changed, clock.instant());
  }

  private static Episode episode(
      MemoryId id, Namespace namespace, RememberEpisode request, Instant recordedAt) {
    EpisodeContext context = request.context();
    Instant timestamp = context.timestamp();
    return new Episode(
        id,
        namespace,
        request.content(),
        request.eventType(),
        timestamp == null ? recordedAt : timestamp,
        context.sessionId(),
        context.outcome(),
        context.details(),
        recordedAt,
        1);
  }

  private static Prepared<Episode> prepared(Episode episode, RememberEpisode request) {
    return new Prepared<>(episode, identity(request), entry(episode));
  }

  /**
   * Two episodes are the same when content, event type, session, outcome, tool, arguments, the id
   * they have at their source and the time given are the same; a time that was not given does not
   * tell them apart.
   */
  public static Identity identity(RememberEpisode request) {
    EpisodeContext context = request.context();
    Instant timestamp = context.timestamp();
    return Identity.of(
        MemoryKind.EPISODIC,
        request.content(),
        request.eventType(),
        context.sessionId(),
        timestamp == null ? null : timestamp.toString(),
        context.outcome(),
        detail(context, "tool"),
        detail(context, "arguments"),
        detail(context, "source_id"));
  }

  private static @Nullable String detail(EpisodeContext context, String name) {
    return context.details().find(name).map(JsonCodec::write).orElse(null);
  }

  /** Returns what the index keeps of an episode. */
  public static IndexEntry entry(Episode episode) {
    return new IndexEntry(
        episode.id(),
        episode.namespace(),
        TextAnalysis.ofText(searchedText(episode)),
        labels(episode),
        new Lifetime(episode.happenedAt(), null),
        1);
  }

  private static String searchedText(Episode episode) {
    StringBuilder text = new StringBuilder(episode.content());
    for (String name : SEARCHED_DETAILS) {
      episode
          .details()
          .find(name)
          .map(value -> value instanceof Json.Text(String raw) ? raw : JsonCodec.write(value))
          .ifPresent(raw ->
              text.append('\n').append(raw, 0, Math.min(raw.length(), SEARCHED_DETAIL_LENGTH_MAX)));
    }
    return text.toString();
  }

  private static Set<Label> labels(Episode episode) {
    Set<Label> labels = new HashSet<>();
    labels.add(Label.type(episode.eventType()));
    String session = episode.sessionId();
    if (session != null) {
      labels.add(Label.session(session));
    }
    episode
        .author()
        .ifPresent(author -> {
          labels.add(Label.author(author));
          labels.add(Label.ANY_AUTHOR);
        });
    return labels;
  }
}
