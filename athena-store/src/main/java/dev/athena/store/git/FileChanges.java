package dev.athena.store.git;

import dev.athena.store.git.Commit.FileChange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevTree;

/** Compares a commit with its parent. */
final class FileChanges implements AutoCloseable {
  /** The most files listed of one commit. */
  static final int FILES_MAX = 500;

  private final DiffFormatter differences = new DiffFormatter(OutputStream.nullOutputStream());

  FileChanges(Repository repository) {
    differences.setRepository(repository);
  }

  /** What changed: the first files, and how many more there are. */
  record Listed(List<FileChange> files, int omitted) {
    static final Listed NOTHING = new Listed(List.of(), 0);
  }

  /** Returns what changed in a commit with one parent or none. */
  Listed of(RevCommit commit) throws IOException {
    RevTree before = commit.getParentCount() == 0 ? null : commit.getParent(0).getTree();
    List<DiffEntry> entries = differences.scan(before, commit.getTree());
    List<FileChange> files = new ArrayList<>();
    for (DiffEntry entry : entries.subList(0, Math.min(FILES_MAX, entries.size()))) {
      files.add(change(entry));
    }
    return new Listed(files, entries.size() - files.size());
  }

  private FileChange change(DiffEntry entry) throws IOException {
    boolean deleted = entry.getChangeType() == ChangeType.DELETE;
    EditList edits = differences.toFileHeader(entry).toEditList();
    int added = edits.stream().mapToInt(Edit::getLengthB).sum();
    int removed = edits.stream().mapToInt(Edit::getLengthA).sum();
    return new FileChange(deleted ? entry.getOldPath() : entry.getNewPath(), added, removed);
  }

  @Override
  public void close() {
    differences.close();
  }
}
