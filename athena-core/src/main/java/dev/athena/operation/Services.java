package dev.athena.operation;

import dev.athena.embedding.Embedder;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.procedural.ProceduralMemory;
import dev.athena.recall.Recall;
import dev.athena.recall.TimePreferences;
import dev.athena.recall.UsageCounter;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.IdSource;
import dev.athena.storage.Storage;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;

/** What the operations on the memory are carried out with. */
public record Services(
    Storage storage,
    EpisodicMemory episodic,
    SemanticMemory semantic,
    ProceduralMemory procedural,
    Recall recall,
    UsageCounter usage,
    InstantSource clock,
    ZoneId zone) {

  /** What the outside world gives: where memories are kept, the model, the time and the ids. */
  public record Outside(
      Storage storage, Embedder embedder, InstantSource clock, ZoneId zone, IdSource ids) {}

  /**
   * Puts the services together.
   *
   * @param onModelFailure told when a question is answered without the model
   */
  public static Services of(Outside outside, Consumer<EmbeddingFailure> onModelFailure) {
    InstantSource clock = outside.clock();
    Storage storage = outside.storage();
    TimePreferences times = new TimePreferences(clock, outside.zone());
    return new Services(
        storage,
        new EpisodicMemory(clock, outside.ids()),
        new SemanticMemory(clock, outside.ids()),
        new ProceduralMemory(clock, outside.ids()),
        new Recall(storage, outside.embedder(), times, onModelFailure),
        new UsageCounter(storage, clock),
        clock,
        outside.zone());
  }
}
