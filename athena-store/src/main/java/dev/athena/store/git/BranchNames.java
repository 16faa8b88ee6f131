package dev.athena.store.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Which branches contain a commit: handed down from child to parent, one bit for each branch.
 *
 * <p>Commits must be asked for children first, each once.
 */
final class BranchNames {
  /** The most branches told apart: the bits of a long. */
  static final int BRANCHES_MAX = Long.SIZE;

  private final List<String> names = new ArrayList<>();
  private final Map<ObjectId, Long> tips = new HashMap<>();
  private final Map<ObjectId, Long> bits = new HashMap<>();

  private BranchNames() {}

  /** Returns the local branches; those of remotes where there are no local ones; else HEAD. */
  static BranchNames of(Repository repository) throws IOException {
    BranchNames branches = new BranchNames();
    branches.add(repository, Constants.R_HEADS);
    if (branches.names.isEmpty()) {
      branches.add(repository, Constants.R_REMOTES);
    }
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head != null) {
      branches.tips.putIfAbsent(head, 0L);
    }
    return branches;
  }

  /** Returns the newest commit of each branch. */
  Iterable<ObjectId> tips() {
    return tips.keySet();
  }

  /** Returns the names of the branches that contain {@code commit}. */
  List<String> containing(RevCommit commit) {
    Long handedDown = bits.remove(commit.getId());
    long mine = (handedDown == null ? 0 : handedDown) | tips.getOrDefault(commit.getId(), 0L);
    for (RevCommit parent : commit.getParents()) {
      bits.merge(parent.getId(), mine, (one, other) -> one | other);
    }
    List<String> containing = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if ((mine >>> i & 1) == 1) {
        containing.add(names.get(i));
      }
    }
    return containing;
  }

  private void add(Repository repository, String prefix) throws IOException {
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
      ObjectId tip = ref.getObjectId();
      if (tip == null || ref.isSymbolic()) {
        continue;
      }
      long bit = 0;
      if (names.size() < BRANCHES_MAX) {
        bit = 1L << names.size();
        names.add(ref.getName().substring(prefix.length()));
      }
      tips.merge(tip.copy(), bit, (one, other) -> one | other);
    }
  }
}
