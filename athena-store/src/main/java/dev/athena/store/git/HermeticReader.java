package dev.athena.store.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * The system as JGit is shown it: without the configuration of the user and of the machine.
 *
 * <p>To find these JGit would run Git, and it would write what it measures of the disk into the
 * user's configuration.
 */
final class HermeticReader extends SystemReader.Delegate {
  private HermeticReader(SystemReader system) {
    super(system);
  }

  /** Makes JGit see the system this way, in the whole process. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof HermeticReader)) {
      SystemReader.setInstance(new HermeticReader(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public StoredConfig getUserConfig() {
    return new Nothing(null, FS.DETECTED);
  }

  @Override
  public StoredConfig getSystemConfig() {
    return new Nothing(null, FS.DETECTED);
  }

  @Override
  public StoredConfig getJGitConfig() {
    return new Nothing(null, FS.DETECTED);
  }

  /** A configuration without entries, which is never read or written. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
