package dev.athena.testkit;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.episodic.RememberEpisode;
import dev.athena.index.Writing;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryStore;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProceduralMemory;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.RememberProcedure;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Storage;
import dev.athena.storage.Store;
import dev.athena.storage.TimeOrderedIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of one backend: a fresh storage before each test, closed after it. */
public abstract class BackendTest {
  protected static final Namespace HERE = Namespace.ofProject("here");
  protected static final Namespace THERE = Namespace.ofProject("there");

  protected final TestClock clock = new TestClock();
  protected final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(7));
  protected final SemanticMemory semantic = new SemanticMemory(clock, ids);
  protected final EpisodicMemory episodic = new EpisodicMemory(clock, ids);
  protected final ProceduralMemory procedural = new ProceduralMemory(clock, ids);

  private @Nullable Storage storage;

  /** Opens a storage that holds nothing; called once for each test. */
  protected abstract Storage open();

  @BeforeEach
  protected void openStorage() {
    storage = open();
  }

  @AfterEach
  protected void closeStorage() {
    storage().close();
  }

  protected final Storage storage() {
    if (storage == null) {
      throw new IllegalStateException("no test is running");
    }
    return storage;
  }

  /** Reads from one store. */
  protected final <S extends Store, T> T read(Class<S> type, Function<S, T> work) {
    return storage().read(tx -> work.apply(tx.store(type)));
  }

  /** Reads a number from one store. */
  protected final <S extends Store> long number(Class<S> type, ToLongFunction<S> work) {
    return storage().read(tx -> work.applyAsLong(tx.store(type)));
  }

  /** Looks something up in one store. */
  protected final <S extends Store, T> Optional<T> optional(
      Class<S> type, Function<S, Optional<T>> work) {
    return read(type, work);
  }

  /** Lists something of one store. */
  protected final <S extends Store, T> List<T> list(Class<S> type, Function<S, List<T>> work) {
    return read(type, work);
  }

  /** Writes to one store. */
  protected final <S extends Store> void write(Class<S> type, Consumer<S> work) {
    storage()
        .<Boolean>write(tx -> {
          work.accept(tx.store(type));
          return true;
        });
  }

  protected final MemoryId fact(Namespace namespace, String content) {
    return fact(namespace, content, FactMetadata.NONE);
  }

  protected final MemoryId fact(Namespace namespace, String content, FactMetadata metadata) {
    var prepared = semantic.prepare(namespace, new RememberFact(content, metadata));
    return storage().write(tx -> semantic.store(tx, prepared)).id();
  }

  protected final MemoryId episode(Namespace namespace, String content, EpisodeContext context) {
    return episode(namespace, new RememberEpisode(content, "action", context));
  }

  protected final MemoryId episode(Namespace namespace, RememberEpisode request) {
    var prepared = episodic.prepare(namespace, request);
    return storage().write(tx -> episodic.store(tx, prepared)).id();
  }

  protected final MemoryId procedure(Namespace namespace, String name, String description) {
    var request = new RememberProcedure(name, description, ProcedureMetadata.NONE);
    var prepared = procedural.prepare(namespace, request);
    return storage().write(tx -> procedural.store(tx, prepared)).procedure().id();
  }

  /** Removes a memory with its index entry, as the operations do. */
  protected final boolean forget(
      Class<? extends MemoryStore<?>> type, Namespace namespace, MemoryId id) {
    return storage()
        .write(tx ->
            type == FactStore.class
                ? semantic.forget(tx, namespace, id)
                : Writing.remove(tx, tx.store(type), namespace, id));
  }

  protected static EpisodeContext session(@Nullable String session, @Nullable Instant timestamp) {
    return new EpisodeContext(session, timestamp, null, JsonObject.EMPTY);
  }

  protected static FactMetadata tagged(String... tags) {
    return metadata(List.of(tags), 1, null, null);
  }

  protected static FactMetadata keyed(String key) {
    return new FactMetadata(
        List.of(), 1, null, "fact", key, null, null, List.of(), JsonObject.EMPTY);
  }

  protected static FactMetadata metadata(
      List<String> tags, double confidence, @Nullable Instant from, @Nullable Instant to) {
    return new FactMetadata(
        tags, confidence, null, "fact", null, from, to, List.of(), JsonObject.EMPTY);
  }
}
