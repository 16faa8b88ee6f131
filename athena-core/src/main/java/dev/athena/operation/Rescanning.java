package dev.athena.operation;

import dev.athena.episodic.EpisodeStore;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.RecordRewriting;
import dev.athena.json.Json;
import dev.athena.json.JsonBinder;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.ProjectStore;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Progress;
import dev.athena.privacy.Redacted;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Use;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through what was stored before all that is private now was: while privacy was off, by older
 * rules, before a name or a pattern was declared, or when a text took too long. What holds
 * something is rewritten with pseudonyms, its former words are removed from the files.
 *
 * <p>Page by page; how far it is stands beside the vault, so that what is interrupted goes on. Two
 * that do it at once lose nothing, but count wrongly; who can, has a lock for each step.
 */
public final class Rescanning {
  /** How many memories or executions one step looks through. */
  static final int PAGE = 20;

  private static final String EXECUTIONS = "execution";
  private static final List<String> PARTS =
      Stream.concat(
              Arrays.stream(MemoryKind.values()).map(MemoryKind::wireName), Stream.of(EXECUTIONS))
          .toList();

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;

  public Rescanning(Services services, JsonBinder binder, Privacy privacy) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
  }

  /** Does one step for the first tenant that needs it; returns 0 if none does. */
  public int step() {
    for (String tenant : services.storage().read(tx -> tx.store(ProjectStore.class).tenants())) {
      if (privacy.settings(tenant).isOn()) {
        Progress progress = privacy.rescans().progress(tenant);
        if (!progress.isDone()) {
          var _ = step(tenant, progress);
          return 1;
        }
      }
    }
    return 0;
  }

  /**
   * Looks through all that a tenant has, or what is left of it, and returns how far that is.
   *
   * @param told is told after each step
   */
  public Progress run(String tenant, Consumer<Progress> told) {
    Progress progress;
    do {
      progress = goOn(tenant);
      told.accept(progress);
    } while (!progress.isDone());
    return progress;
  }

  /** Does one step for a tenant, if there is one to do, and returns how far it is then. */
  public Progress goOn(String tenant) {
    Progress progress = privacy.rescans().progress(tenant);
    return progress.isDone() ? progress : step(tenant, progress);
  }

  /** Counts what would be rewritten, and changes nothing. */
  public Progress dryRun(String tenant, Consumer<Progress> told) {
    Progress progress = Progress.begun(privacy.rescans().progress(tenant).version());
    Optional<Progress> next = Optional.of(progress);
    while (next.isPresent()) {
      progress = next.get();
      told.accept(progress);
      next = next(tenant, progress, true);
    }
    return progress;
  }

  /** Returns which part, from 0 to 1, of what a tenant has was looked through. */
  public double share(String tenant) {
    Progress progress = privacy.rescans().progress(tenant);
    long all = stored(tenant);
    return progress.isDone() || all == 0 ? 1 : Math.min(1, (double) progress.scanned() / all);
  }

  /** Returns how many memories and executions a tenant has. */
  public long stored(String tenant) {
    return services
        .storage()
        .read(tx ->
            projects(tx, tenant).stream()
                .mapToLong(project -> count(tx, new Namespace(tenant, project)))
                .sum());
  }

  private Progress step(String tenant, Progress progress) {
    Optional<Progress> next = next(tenant, progress, false);
    if (next.isPresent()) {
      privacy.rescans().note(tenant, next.get());
      return next.get();
    }
    if (progress.changed() > 0) {
      var _ = services.storage().purge();
    }
    return privacy.rescans().end(tenant, progress);
  }

  /** Looks through one page; returns how far it is then, or nothing if there is no page left. */
  private Optional<Progress> next(String tenant, Progress at, boolean dryRun) {
    SortedSet<String> projects = services.storage().read(tx -> projects(tx, tenant));
    Optional<String> project = projects.tailSet(at.project()).stream().findFirst();
    if (project.isEmpty()) {
      return Optional.empty();
    }
    boolean goesOn = project.get().equals(at.project()) && !at.part().isEmpty();
    String part = goesOn ? at.part() : PARTS.getFirst();
    Namespace namespace = new Namespace(tenant, project.get());
    List<String> ids = page(namespace, part, goesOn ? at.after() : "");
    if (!ids.isEmpty()) {
      return Optional.of(looked(namespace, ids, at, dryRun).at(project.get(), part, ids.getLast()));
    }
    int following = PARTS.indexOf(part) + 1;
    return Optional.of(
        following < PARTS.size()
            ? at.at(project.get(), PARTS.get(following), "")
            : at.at(project.get() + "\0", "", ""));
  }

  private Progress looked(Namespace namespace, List<String> ids, Progress at, boolean dryRun) {
    Looking looking = new Looking(namespace, dryRun);
    ids.forEach(looking::look);
    return at.counted(ids.size(), looking.changed, looking.left);
  }

  /** What one page comes to. */
  private final class Looking {
    private final Namespace namespace;
    private final boolean dryRun;
    private final Archive thorough;
    private final Archive usual;
    private final RecordRewriting records;
    private int changed;
    private int left;

    Looking(Namespace namespace, boolean dryRun) {
      this.namespace = namespace;
      this.dryRun = dryRun;
      Screen patient = screen(privacy.rescans().screen(), dryRun);
      this.thorough = new Archive(services, binder, namespace, patient);
      this.usual = new Archive(services, binder, namespace, screen(privacy, dryRun));
      this.records = new RecordRewriting(services.storage(), patient);
    }

    void look(String id) {
      boolean held =
          id.startsWith(ExecutionId.PREFIX)
              ? records.rewrite(namespace, new ExecutionId(id), dryRun)
              : memory(new MemoryId(id));
      changed += held ? 1 : 0;
    }

    /** What was put back of a text that was sealed as a whole may be too long for its place. */
    private boolean memory(MemoryId id) {
      try {
        return thorough.rewrite(id, dryRun);
      } catch (InvalidArgument tooLong) {
        return usual(id);
      }
    }

    private boolean usual(MemoryId id) {
      try {
        return usual.rewrite(id, dryRun);
      } catch (InvalidArgument tooLong) {
        left++;
        return false;
      }
    }
  }

  private List<String> page(Namespace namespace, String part, String after) {
    return services
        .storage()
        .read(tx ->
            part.equals(EXECUTIONS)
                ? executions(tx, namespace, after.isEmpty() ? null : new ExecutionId(after))
                : memories(store(tx, part), namespace, after));
  }

  private static List<String> memories(MemoryStore<?> store, Namespace namespace, String after) {
    Optional<MemoryId> last = after.isEmpty() ? Optional.empty() : Optional.of(new MemoryId(after));
    return store.page(namespace, last, PAGE).stream().map(Memory::id).map(MemoryId::value).toList();
  }

  private static List<String> executions(
      Transaction tx, Namespace namespace, @Nullable ExecutionId before) {
    ExecutionFilter filter = new ExecutionFilter(namespace, null, null, null, null, null, before);
    return tx.store(ExecutionStore.class).list(filter, PAGE).stream()
        .map(record -> record.id().value())
        .toList();
  }

  private static MemoryStore<?> store(Transaction tx, String kind) {
    if (kind.equals(MemoryKind.EPISODIC.wireName())) {
      return tx.store(EpisodeStore.class);
    }
    return kind.equals(MemoryKind.SEMANTIC.wireName())
        ? tx.store(FactStore.class)
        : tx.store(ProcedureStore.class);
  }

  private static SortedSet<String> projects(Transaction tx, String tenant) {
    SortedSet<String> projects = new TreeSet<>(tx.store(ProjectStore.class).projects(tenant));
    projects.addAll(tx.store(ExecutionStore.class).projects(tenant));
    return projects;
  }

  private static long count(Transaction tx, Namespace namespace) {
    ExecutionFilter all = new ExecutionFilter(namespace, null, null, null, null, null, null);
    long executions =
        tx.store(ExecutionStore.class).count(all).stream().mapToLong(one -> one.executions()).sum();
    return executions
        + Arrays.stream(MemoryKind.values())
            .mapToLong(kind -> store(tx, kind.wireName()).count(namespace))
            .sum();
  }

  /** What is only looked at leaves nothing in the vault. */
  private static Screen screen(Screen screen, boolean dryRun) {
    Use use = dryRun ? Use.ASKED : Use.STORED_PRIVATELY;
    return new Screen() {
      @Override
      public Redacted<String> text(String tenant, String text, Use ignored) {
        return screen.text(tenant, text, use);
      }

      @Override
      public Redacted<Json> json(String tenant, Json tree, Use ignored) {
        return screen.json(tenant, tree, use);
      }
    };
  }
}
