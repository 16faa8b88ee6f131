package dev.athena.sandbox;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramError;
import dev.athena.execution.SandboxLimits;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The files of a session on their way into a sandbox and out of it.
 *
 * <p>What comes out is kept in main memory until the program has ended, and written then: a program
 * that is ended from outside leaves its session as it was.
 */
final class Working {
  private static final Logger LOG = Logger.getLogger(Working.class.getName());

  /** The most files that a program can leave or find. */
  static final int FILES_MAX = 1_000;

  private static final int PIECE_BYTES = 1 << 20;
  private static final long MIB = 1L << 20;

  /** Memory is given to files by the page. */
  private static final long PAGE_BYTES = 4_096;

  private final @Nullable SessionFiles folder;
  private final long bytesMax;
  private final long fileBytesMax;
  private List<SessionFiles.Kept> there = List.of();
  private final Map<String, Long> before = new LinkedHashMap<>();
  private final Map<String, ByteArrayOutputStream> changed = new LinkedHashMap<>();
  private final Set<String> complete = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private final Set<String> left = new LinkedHashSet<>();
  private long bytes;

  /** Creates the files of a program; {@code folder} is null where it has no session. */
  Working(@Nullable SessionFiles folder, SandboxLimits limits) throws IOException {
    this.folder = folder;
    this.bytesMax = limits.workspaceMb() * MIB;
    this.fileBytesMax = limits.fileSizeMb() * MIB;
    look();
  }

  /** Looks at what the session has now. */
  private void look() throws IOException {
    before.clear();
    if (folder != null) {
      there = folder.files();
      there.forEach(kept -> before.put(kept.path(), kept.size()));
    }
  }

  /** Returns what is wrong if the files of the session do not fit the sandbox. */
  Optional<ProgramError> fault() {
    long largest = before.values().stream().mapToLong(Long::longValue).max().orElse(0);
    if (largest > fileBytesMax) {
      return Optional.of(tooMuch("a file of", largest, "file_size_mb", fileBytesMax));
    }
    long all = inPages(before);
    return all > bytesMax
        ? Optional.of(tooMuch("files of", all, "workspace_mb", bytesMax))
        : Optional.empty();
  }

  private static ProgramError tooMuch(String what, long bytes, String limit, long max) {
    return ProgramError.of(
        ErrorCode.QUOTA_EXCEEDED.wireName(),
        "the session has %s %,d bytes, and limits.%s allows %,d".formatted(what, bytes, limit, max),
        "ask for a larger limits.%s, or name another session".formatted(limit));
  }

  boolean isKept() {
    return folder != null;
  }

  /**
   * Sends all files of the session.
   *
   * @throws SessionFileDamaged if one is not as it was written; the program must not be run then
   */
  void send(Frames frames) throws IOException {
    if (folder == null) {
      return;
    }
    for (SessionFiles.Kept kept : there) {
      try (InputStream in = folder.open(kept)) {
        byte[] piece = in.readNBytes(PIECE_BYTES);
        boolean more;
        do {
          byte[] following = in.readNBytes(PIECE_BYTES);
          more = following.length > 0;
          frames.write("file", file(kept.path(), piece, more));
          piece = following;
        } while (more);
      } catch (NoSuchFileException e) {
        LOG.log(Level.FINE, "another execution of the session removed a file", e);
      }
    }
  }

  /** Takes a piece of a file that a program left; returns whether it keeps the rules. */
  boolean take(JsonObject body) {
    String path = body.text("path").orElse("");
    if (folder == null || !SessionFolder.isSafe(path) || complete.contains(path)) {
      return false;
    }
    byte[] piece;
    try {
      piece = Base64.getDecoder().decode(body.text("content").orElse("!"));
    } catch (IllegalArgumentException _) {
      return false;
    }
    bytes += piece.length;
    if (!StoredNames.fit(path)) {
      left.add(path);
      return bytes <= bytesMax && left.size() <= FILES_MAX;
    }
    changed.computeIfAbsent(path, _ -> new ByteArrayOutputStream()).writeBytes(piece);
    if (!body.find("more").filter(more -> more.equals(Json.of(true))).isPresent()) {
      complete.add(path);
    }
    return bytes <= bytesMax && changed.size() <= FILES_MAX;
  }

  /** Notes that a program removed a file; returns whether it keeps the rules. */
  boolean takeAway(JsonObject body) {
    String path = body.text("path").orElse("");
    removed.add(path);
    return folder != null && SessionFolder.isSafe(path) && removed.size() <= FILES_MAX;
  }

  /** Adds a file that is not the program's own, unless it does not fit; returns whether it does. */
  boolean add(String path, String text) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream replaced = changed.put(path, content);
    if (fits()) {
      complete.add(path);
      return true;
    }
    if (replaced == null) {
      changed.remove(path);
    } else {
      changed.put(path, replaced);
    }
    return false;
  }

  /** Returns whether the program itself left a file. */
  boolean willKeep(String path) {
    return complete.contains(path);
  }

  /**
   * Returns whether all that the session will have fits it. What a program leaves in its working
   * folder does; what it only says it left may not.
   */
  boolean fits() {
    Map<String, Long> after = new LinkedHashMap<>(before);
    after.keySet().removeAll(removed);
    changed.forEach((path, content) -> after.put(path, (long) content.size()));
    return after.size() <= FILES_MAX && inPages(after) <= bytesMax;
  }

  private static long inPages(Map<String, Long> sizes) {
    return sizes.values().stream()
        .mapToLong(size -> Math.ceilDiv(size, PAGE_BYTES) * PAGE_BYTES)
        .sum();
  }

  /** Returns the files whose names cannot be stored. */
  Set<String> left() {
    return left;
  }

  /**
   * Writes what came out to the folder of the session; returns false, and writes nothing, if it
   * does not fit what another execution wrote there meanwhile.
   */
  boolean keep() throws IOException {
    if (folder == null || (removed.isEmpty() && complete.isEmpty())) {
      return true;
    }
    return folder.alone(() -> {
      look();
      boolean fits = fits();
      if (fits) {
        folder.change(removed, whole());
      }
      return fits;
    });
  }

  private Map<String, ByteArrayOutputStream> whole() {
    Map<String, ByteArrayOutputStream> whole = new LinkedHashMap<>();
    for (String path : complete) {
      ByteArrayOutputStream content = changed.get(path);
      if (content != null) {
        whole.put(path, content);
      }
    }
    return whole;
  }

  private static JsonObject file(String path, byte[] piece, boolean more) {
    return JsonObject.builder()
        .put("path", path)
        .put("content", Base64.getEncoder().encodeToString(piece))
        .put("more", more)
        .build();
  }
}
