package dev.athena.procedural;

import dev.athena.index.IndexEntry;
import dev.athena.index.Label;
import dev.athena.index.Lifetime;
import dev.athena.index.Prepared;
import dev.athena.index.Writing;
import dev.athena.memory.EditConflict;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryNotFound;
import dev.athena.principal.Namespace;
import dev.athena.storage.IdSource;
import dev.athena.storage.Transaction;
import dev.athena.text.TextAnalysis;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The way into procedural memory. */
public final class ProceduralMemory {
  private final InstantSource clock;
  private final IdSource ids;

  public ProceduralMemory(InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** Turns a request into what will be stored. */
  public Prepared<Procedure> prepare(Namespace namespace, RememberProcedure request) {
    return preparation(namespace, request).get();
  }

  /** Gives a request its id and time now; what is slow is done when the outcome is asked for. */
  public Supplier<Prepared<Procedure>> preparation(Namespace namespace, RememberProcedure request) {
    MemoryId id = new MemoryId(ids.next(MemoryKind.PROCEDURAL.idPrefix()));
    Procedure procedure =
        new Procedure(
            id,
            namespace,
            request.name(),
            request.description(),
            request.metadata(),
            clock.instant(),
            1);
    return () -> prepared(procedure);
  }

  /** Turns a request into what will be stored in the place of {@code present}. */
  public Prepared<Procedure> prepareChange(Procedure present, RememberProcedure wanted) {
    return prepared(
        new Procedure(
            present.id(),
            present.namespace(),
            wanted.name(),
            wanted.description(),
            wanted.metadata(),
            present.recordedAt(),
            present.revision() + 1));
  }

  /**
   * A procedure as it now stands.
   *
   * @param isKnown whether just that was known already, and nothing was stored
   */
  public record Learned(Procedure procedure, boolean isKnown) {}

  /**
   * Stores a prepared procedure: as a new one, as the next version of the one with its name, or not
   * at all when nothing differs.
   */
  public Learned store(Transaction tx, Prepared<Procedure> prepared) {
    ProcedureStore procedures = tx.store(ProcedureStore.class);
    Procedure wanted = prepared.memory();
    Optional<Procedure> present =
        procedures
            .findSame(wanted.namespace(), prepared.identity())
            .flatMap(id -> procedures.find(wanted.namespace(), id));
    if (present.isEmpty()) {
      Writing.add(tx, procedures, prepared);
      return new Learned(wanted, false);
    }
    Procedure known = present.get();
    if (known.description().equals(wanted.description())
        && known.metadata().equals(wanted.metadata())) {
      return new Learned(known, true);
    }
    RememberProcedure request =
        new RememberProcedure(wanted.name(), wanted.description(), wanted.metadata());
    Prepared<Procedure> next = prepareChange(known, request);
    storeChange(tx, next);
    return new Learned(next.memory(), false);
  }

  /**
   * Stores a prepared change; the present version is kept as a revision.
   *
   * @throws MemoryNotFound if the procedure is gone
   * @throws EditConflict if it was changed meanwhile, or another has its name
   */
  public void storeChange(Transaction tx, Prepared<Procedure> changed) {
    Writing.replace(tx, tx.store(ProcedureStore.class), changed, clock.instant());
  }

  private static Prepared<Procedure> prepared(Procedure procedure) {
    return new Prepared<>(procedure, identity(procedure), entry(procedure));
  }

  /** Two procedures are the same when their names are. */
  public static Identity identity(Procedure procedure) {
    return Identity.of(MemoryKind.PROCEDURAL, procedure.name());
  }

  /** Returns what the index keeps of a procedure. */
  public static IndexEntry entry(Procedure procedure) {
    Set<Label> labels = new HashSet<>();
    String category = procedure.metadata().category();
    if (category != null) {
      labels.add(Label.type(category));
    }
    procedure.metadata().tags().forEach(tag -> labels.add(Label.tag(tag)));
    String searched =
        String.join(
            "\n",
            procedure.name(),
            procedure.description(),
            String.join(" ", procedure.metadata().tags()));
    return new IndexEntry(
        procedure.id(),
        procedure.namespace(),
        TextAnalysis.ofText(searched),
        labels,
        new Lifetime(procedure.recordedAt(), null),
        1);
  }
}
