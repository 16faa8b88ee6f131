package dev.athena.app.doctor;

import java.nio.file.Path;
import java.util.Locale;

/** Whether the disk has room for more memories. */
public final class DiskCheck implements Check {
  /** Below this little, a warning. */
  public static final long FREE_BYTES_MIN = 1L << 30;

  private static final double GIBIBYTE = 1L << 30;

  private final Path folder;

  public DiskCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public String subject() {
    return "free disk";
  }

  @Override
  public Finding look() {
    Path existing = FolderCheck.nearestExisting(folder);
    if (existing == null) {
      return Finding.poor("unknown for " + folder, "set ATHENA_HOME to a folder on a disk");
    }
    return judge(existing.toFile().getUsableSpace()); // asks for no table of mounts
  }

  static Finding judge(long freeBytes) {
    String free = String.format(Locale.ROOT, "%.1f GiB", freeBytes / GIBIBYTE);
    return freeBytes >= FREE_BYTES_MIN
        ? Finding.good(free)
        : Finding.poor(free, "free some space: Athena wants 1 GiB");
  }
}
