package dev.athena.operation;

import dev.athena.execution.ExecutionStore;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.operation.Answers.Forgotten;
import dev.athena.operation.PrivacyAnswers.Erased;
import dev.athena.operation.PrivacyAnswers.ErasedFile;
import dev.athena.operation.PrivacyAnswers.ErasedProof;
import dev.athena.operation.SubjectSearch.Found;
import dev.athena.operation.SubjectSearch.Mentioning;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.ErasureProofs.Proof;
import dev.athena.privacy.Exports;
import dev.athena.privacy.Privacy;
import dev.athena.privacy.Pseudonym;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes all that is kept of somebody: memories that mention them, in every project of the tenant,
 * the sources of programs that do, files that programs left or that were exported about them, and
 * what stands behind their pseudonyms.
 *
 * <p>The vault comes last, and what is to be erased is written down before the first step: an
 * erasure that is interrupted is finished by {@link #resume}. After the last step it is looked for
 * again, and what was removed and what was found then is signed.
 */
public final class Erasing {
  /** The most ids that are told. */
  static final int IDS_MAX = 1_000;

  private final Services services;
  private final JsonBinder binder;
  private final Privacy privacy;
  private final SubjectSearch search;

  public Erasing(Services services, JsonBinder binder, Privacy privacy) {
    this.services = services;
    this.binder = binder;
    this.privacy = privacy;
    this.search = new SubjectSearch(services, binder, privacy);
  }

  /** What was removed, or would be. */
  private record Removed(
      Found found, List<MemoryId> ids, int sessionFiles, List<Exports.Fate> exports) {
    long executionsRemoved() {
      return found.runs().stream().filter(one -> !one.inSourceOnly()).count();
    }

    JsonObject counts() {
      return JsonObject.builder()
          .putAll(found.counts())
          .put("memories", Found.kinds(ids))
          .put("session_files", sessionFiles)
          .put(
              "exports",
              exports.stream().filter(fate -> fate.state() == Exports.State.DELETED).count())
          .build();
    }
  }

  /** Erases what is kept of a value, or only says what would be. */
  Erased erase(Caller caller, String value, boolean dryRun) {
    String subject = SubjectSearch.checked(value);
    if (dryRun) {
      String tenant = caller.namespace().tenant();
      Found found = search.find(tenant, subject);
      List<Exports.Fate> exports = privacy.exports().erase(tenant, subject, true);
      return answer(new Removed(found, found.ids(), found.sessionFiles(), exports), null, null);
    }
    Removed removed = privacy.erasures().run(caller, subject, () -> removed(caller, subject));
    JsonObject left = left(caller, subject);
    return answer(removed, left, privacy.proofs().sign(caller, subject, removed.counts(), left));
  }

  /** An erasure that was finished by another process than began it. */
  private record Resumed(Caller caller, String subject, Removed removed) {}

  /** Finishes the erasures that were interrupted, and returns how many there were. */
  public int resume() {
    return privacy
        .erasures()
        .resume(
            (tenant, subject) -> {
              Caller caller = Caller.local(new Namespace(tenant, Namespace.DEFAULT_PROJECT));
              return new Resumed(caller, subject, removed(caller, subject));
            },
            this::prove);
  }

  private void prove(Resumed one) {
    JsonObject left = left(one.caller(), one.subject());
    var _ = privacy.proofs().sign(one.caller(), one.subject(), one.removed().counts(), left);
  }

  private Removed removed(Caller caller, String subject) {
    String tenant = caller.namespace().tenant();
    Found found = search.find(tenant, subject);
    Set<MemoryId> ids = new LinkedHashSet<>();
    found
        .memories()
        .keySet()
        .forEach(namespace -> found.words().forEach(word -> ids.addAll(forget(namespace, word))));
    found.executions().forEach(this::removeExecutions);
    var _ = services.storage().purge(); // also of what was removed before an interruption
    int sessionFiles = privacy.leftFiles().erase(tenant, found.words(), false);
    List<Exports.Fate> exports = privacy.exports().erase(tenant, subject, false);
    return new Removed(found, List.copyOf(ids), sessionFiles, exports);
  }

  private JsonObject left(Caller caller, String subject) {
    return search.find(caller.namespace().tenant(), subject).counts();
  }

  private List<MemoryId> forget(Namespace namespace, String word) {
    Editing editing = new Editing(services, binder, namespace);
    List<MemoryId> ids = new ArrayList<>();
    boolean more = true;
    while (more) {
      Forgotten forgotten = editing.forget(null, word, false);
      ids.addAll(forgotten.removed());
      more = forgotten.more();
    }
    return ids;
  }

  /** A program that still runs keeps its record; its source goes. */
  private void removeExecutions(Namespace namespace, List<Mentioning> executions) {
    int done =
        services
            .storage()
            .write(tx -> {
              ExecutionStore store = tx.store(ExecutionStore.class);
              int changed = 0;
              for (Mentioning one : executions) {
                boolean gone = !one.inSourceOnly() && store.remove(namespace, one.execution().id());
                boolean rid = gone || store.redact(namespace, one.execution().id());
                changed += rid ? 1 : 0;
              }
              return changed;
            });
    if (done > 0) {
      var _ = services.storage().purge();
    }
  }

  private static Erased answer(Removed removed, @Nullable JsonObject left, @Nullable Proof proof) {
    Found found = removed.found();
    int removedRuns = Math.toIntExact(removed.executionsRemoved());
    return new Erased(
        found.pseudonyms().stream().map(Pseudonym::toString).toList(),
        Found.kinds(removed.ids()),
        removed.ids().stream().limit(IDS_MAX).toList(),
        found.runs().size() - removedRuns,
        removedRuns,
        removed.sessionFiles(),
        Math.toIntExact(found.projects()),
        removed.exports().stream()
            .map(fate -> new ErasedFile(fate.file().path(), fate.file().at(), fate.state()))
            .toList(),
        left,
        proof == null ? null : new ErasedProof(proof.statement(), proof.key(), proof.signature()),
        left == null);
  }
}
