package dev.athena.app.config;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The file that keeps what was set.
 *
 * <p>A change replaces the file in one step, and changes of several processes happen one after the
 * other, so that none is lost and a reader never sees half a file. Only the owner can read it.
 */
public final class ConfigFile {
  /** What the file is called in the folder of all data. */
  public static final String NAME = "config.json";

  /** A file lock keeps out other processes only. */
  private static final Lock OTHER_THREADS = new ReentrantLock();

  private final Path path;

  public ConfigFile(Path path) {
    this.path = path;
  }

  /** Returns where the file is, or would be. */
  public Path path() {
    return path;
  }

  /** Returns what is set, by setting. */
  public Map<Setting, Json> all() {
    JsonObject file = read();
    Map<Setting, Json> values = new LinkedHashMap<>();
    file.members().forEach((name, value) -> values.put(Settings.named(name), value));
    values.forEach(this::refuseOutOfRange);
    return values;
  }

  /** Returns what {@code setting} is set to. */
  public Optional<Json> find(Setting setting) {
    Optional<Json> value = read().find(setting.name());
    value.ifPresent(found -> refuseOutOfRange(setting, found));
    return value;
  }

  /** Returns what {@code setting}, a text, is set to. */
  public Optional<String> text(Setting setting) {
    return find(setting).map(value -> value instanceof Json.Text(String text) ? text : "");
  }

  /** Returns what {@code setting}, a whole number, is set to. */
  public Optional<Long> whole(Setting setting) {
    return find(setting).isPresent() ? read().whole(setting.name()) : Optional.empty();
  }

  /** Sets {@code setting} to {@code value}, which it has {@linkplain Setting#read read}. */
  public void set(Setting setting, Json value) {
    change(file -> file.with(setting.name(), value));
  }

  /** Takes back what {@code name} was set to, and returns whether it was; any name will do. */
  public boolean unset(String name) {
    boolean wasSet = read().has(name);
    change(file -> {
      Map<String, Json> rest = new LinkedHashMap<>(file.members());
      rest.remove(name);
      return new JsonObject(rest);
    });
    return wasSet;
  }

  private void change(UnaryOperator<JsonObject> edit) {
    Path folder = path.toAbsolutePath().normalize().resolveSibling("");
    OTHER_THREADS.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(path.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        replace(folder, JsonCodec.writePretty(edit.apply(read())) + "\n");
      }
    } catch (IOException e) {
      throw new InvalidArgument(
          "cannot write " + path + ": " + e.getMessage(),
          "make the folder writable, or set ATHENA_HOME to one that is",
          e);
    } finally {
      OTHER_THREADS.unlock();
    }
  }

  private void replace(Path folder, String text) throws IOException {
    Path draft = Files.createTempFile(folder, "config", ".json");
    try {
      if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft, text);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private JsonObject read() {
    try {
      return JsonCodec.readObject(Files.readString(path));
    } catch (NoSuchFileException _) {
      return JsonObject.EMPTY;
    } catch (IOException e) {
      throw new InternalFailure("cannot read " + path + ": " + e.getMessage(), e);
    } catch (AthenaException e) {
      throw new InvalidArgument(
          path + " is not a JSON object: " + e.problem(), "correct the file or remove it", e);
    }
  }

  private void refuseOutOfRange(Setting setting, Json value) {
    if (!setting.kind().takes(value)) {
      throw new InvalidArgument(
          "`%s` is %s in %s".formatted(setting.name(), setting.shown(JsonCodec.write(value)), path),
          "set it to " + setting.kind().range());
    }
  }
}
