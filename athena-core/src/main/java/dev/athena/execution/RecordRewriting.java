package dev.athena.execution;

import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what is sensitive out of the records of executions that are kept already. */
public final class RecordRewriting {
  /** How often a record that is changed meanwhile is rewritten. */
  private static final int ATTEMPTS_MAX = 5;

  private final Storage storage;
  private final Screen screen;

  /** Creates what rewrites the records in {@code storage} as {@code screen} has them. */
  public RecordRewriting(Storage storage, Screen screen) {
    this.storage = storage;
    this.screen = screen;
  }

  /** All that is kept of one execution. */
  private record Whole(ExecutionRecord record, List<Violation> violations) {
    static Optional<Whole> find(Transaction tx, Namespace namespace, ExecutionId id) {
      ExecutionStore store = tx.store(ExecutionStore.class);
      return store
          .find(namespace, id)
          .map(record -> new Whole(record, store.violations(namespace, id)));
    }
  }

  /**
   * Rewrites one record, or only says whether it would with {@code dryRun}; returns whether
   * something in it is sensitive.
   */
  public boolean rewrite(Namespace namespace, ExecutionId id, boolean dryRun) {
    RunScreen texts = new RunScreen(screen, namespace.tenant());
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<Whole> there = storage.read(tx -> Whole.find(tx, namespace, id));
      Optional<Whole> wanted =
          there.map(whole ->
              new Whole(record(whole.record(), texts), texts.violations(whole.violations())));
      if (there.equals(wanted)) {
        return false;
      }
      if (dryRun || storage.write(tx -> rewrite(tx, there, wanted))) {
        return true;
      }
    }
    throw new IllegalStateException(id.value() + " is changed all the time");
  }

  private static boolean rewrite(Transaction tx, Optional<Whole> there, Optional<Whole> wanted) {
    ExecutionRecord known = there.orElseThrow().record();
    return Whole.find(tx, known.namespace(), known.id()).equals(there)
        && tx.store(ExecutionStore.class)
            .rewrite(wanted.orElseThrow().record(), wanted.orElseThrow().violations());
  }

  private static ExecutionRecord record(ExecutionRecord record, RunScreen texts) {
    String source = record.source();
    @Nullable String screened = source == null ? null : texts.text(source);
    return new ExecutionRecord(
        record.id(),
        record.namespace(),
        record.principal(),
        record.owner(),
        record.language(),
        record.session(),
        record.preset(),
        config(record.config(), texts),
        screened == null || screened.equals(source)
            ? record.sourceHash()
            : Executions.sha256(screened),
        screened,
        record.startedAt(),
        ended(record.ended(), texts));
  }

  private static JsonObject config(JsonObject config, RunScreen texts) {
    boolean plain = config.object("environment").orElse(JsonObject.EMPTY).members().isEmpty();
    return plain ? config : texts.json(config);
  }

  private static ExecutionRecord.@Nullable Ended ended(
      ExecutionRecord.@Nullable Ended ended, RunScreen texts) {
    if (ended == null) {
      return null;
    }
    String error = ended.error();
    return new ExecutionRecord.Ended(
        ended.at(),
        ended.status(),
        error == null ? null : texts.text(error),
        ended.interrupted(),
        ended.calls(),
        ended.violations(),
        ended.use());
  }
}
