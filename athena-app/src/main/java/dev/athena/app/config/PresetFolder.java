package dev.athena.app.config;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.Ceiling;
import dev.athena.execution.Preset;
import dev.athena.execution.PresetSource;
import dev.athena.execution.Presets;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder of presets made here, a file each, and of the ceiling that no preset can pass.
 *
 * <p>Files are read again when they change, so an edit holds for the next program.
 */
public final class PresetFolder implements PresetSource {
  /** The most presets. */
  public static final int PRESETS_MAX = 100;

  /** The largest file, in bytes. */
  public static final long FILE_BYTES_MAX = 64 * 1024;

  private static final String END = ".json";

  private final Path folder;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  private record Known(FileTime changed, long bytes, Object value) {}

  /** Makes something of the text of a file. */
  @FunctionalInterface
  private interface Maker {
    Object make(JsonObject json);
  }

  public PresetFolder(Path folder) {
    this.folder = folder;
  }

  /** Returns the file of the ceiling, which may not be there. */
  public Path ceilingFile() {
    return folder.resolve("ceiling.json");
  }

  @Override
  public Ceiling ceiling() {
    Path file = ceilingFile();
    return Files.exists(file) ? (Ceiling) read(file, Ceiling::of) : Ceiling.DEFAULT;
  }

  @Override
  public List<Preset> custom() {
    List<Preset> presets = new ArrayList<>();
    for (Path file : files()) {
      String name = nameOf(file);
      presets.add((Preset) read(file, json -> preset(name, json)));
    }
    return presets;
  }

  /** Keeps a preset, in place of one that had its name. */
  public void save(Preset preset) {
    if (!Presets.isFree(preset.name())) {
      throw new InvalidArgument(
          "the name " + preset.name() + " is taken by Athena", "choose another name");
    }
    List<Path> files = files();
    Path file = presets().resolve(preset.name() + END);
    if (files.size() >= PRESETS_MAX && !files.contains(file)) {
      throw new InvalidArgument(
          "there are " + files.size() + " presets already", "remove one of them first");
    }
    JsonObject json =
        JsonObject.builder()
            .put("description", preset.description())
            .put("config", preset.config().toJson())
            .build();
    try {
      Files.createDirectories(presets());
      Path made = Files.createTempFile(presets(), "preset", ".new");
      Files.writeString(made, JsonCodec.writePretty(json) + "\n");
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InternalFailure("the preset cannot be written", e);
    }
  }

  /** Removes a preset made here; returns whether it was there. */
  public boolean remove(String name) {
    try {
      return files().contains(presets().resolve(name + END))
          && Files.deleteIfExists(presets().resolve(name + END));
    } catch (IOException e) {
      throw new InternalFailure("the preset cannot be removed", e);
    }
  }

  /** Returns the preset that {@code json}, the text of a file, stands for. */
  public static Preset preset(String name, JsonObject json) {
    for (String member : json.members().keySet()) {
      if (!member.equals("description") && !member.equals("config")) {
        throw new InvalidArgument(
            "the preset %s has the member \"%s\"".formatted(name, member),
            "send description and config");
      }
    }
    JsonObject config = json.object("config").orElse(JsonObject.EMPTY);
    return new Preset(name, json.text("description").orElse(""), SandboxConfig.of(config));
  }

  private Path presets() {
    return folder.resolve("presets");
  }

  private List<Path> files() {
    if (Files.notExists(presets())) {
      return List.of(); // asked for each program, for which an exception would be dear
    }
    try (Stream<Path> files = Files.list(presets())) {
      return files
          .filter(file -> file.toString().endsWith(END))
          .filter(file -> Presets.isFree(nameOf(file)))
          .sorted()
          .limit(PRESETS_MAX)
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new InternalFailure("the folder of presets cannot be read", e);
    }
  }

  private Object read(Path file, Maker maker) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      long bytes = Files.size(file);
      Known before = known.get(file);
      if (before != null && before.changed().equals(changed) && before.bytes() == bytes) {
        return before.value();
      }
      if (bytes > FILE_BYTES_MAX) {
        throw new InvalidArgument(
            "%s has %,d bytes, the limit is %,d"
                .formatted(file.getFileName(), bytes, FILE_BYTES_MAX),
            "make it smaller");
      }
      Object value = maker.make(JsonCodec.readObject(Files.readString(file)));
      known.put(file, new Known(changed, bytes, value));
      return value;
    } catch (IOException e) {
      throw new InternalFailure(file.getFileName() + " cannot be read", e);
    } catch (MalformedJson e) {
      throw new InvalidArgument(
          file.getFileName() + " is no JSON: " + e.problem(), "correct the file", e);
    } catch (AthenaException e) {
      throw new InvalidArgument(file.getFileName() + ": " + e.problem(), e.hint(), e);
    }
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - END.length());
  }
}
