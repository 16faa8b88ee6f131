package dev.athena.app.transfer.source;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryKind;
import dev.athena.semantic.FactMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Documents, cut at their headings: a fact for each section.
 *
 * <p>A section is known by its file and headings, so that its newer text supersedes the older.
 */
public final class DocumentSource implements Source {
  /** The largest document taken, in bytes. */
  static final long FILE_BYTES_MAX = 5_000_000;

  /** The most files taken in one import. */
  static final int FILES_MAX = 20_000;

  private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdx");
  private static final Set<String> PLAIN = Set.of("txt", "text", "rst", "adoc");
  private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist");

  private final Path base;
  private final List<Path> files;

  /**
   * Returns the documents in {@code paths}: files as they are, folders with all below them.
   *
   * @param base the folder that the names of files are told from
   * @throws InvalidArgument if a path is not there
   */
  public DocumentSource(Path base, List<Path> paths) {
    this.base = base.toAbsolutePath().normalize();
    TreeSet<Path> found = new TreeSet<>();
    paths.forEach(path -> collect(path.toAbsolutePath().normalize(), found));
    this.files = List.copyOf(found);
  }

  @Override
  public String unit() {
    return "files";
  }

  @Override
  public long steps() {
    return files.size();
  }

  @Override
  public void read(Intake intake) {
    for (Path file : files) {
      read(file, intake);
      intake.advance(1);
    }
  }

  private void read(Path file, Intake intake) {
    String name = name(file);
    String text;
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        intake.leaveOut(name, "the file has more than %,d bytes".formatted(FILE_BYTES_MAX));
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      intake.leaveOut(name, "the file is not text in UTF-8");
      return;
    } catch (IOException _) {
      intake.leaveOut(name, "the file cannot be read");
      return;
    }
    List<Sections.Section> sections = Sections.of(text, MARKDOWN.contains(ending(file)));
    if (sections.isEmpty()) {
      intake.leaveOut(name, "the file has no text");
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Sections.Section section : sections) {
      String headings = String.join(" › ", section.headings());
      int count = seen.merge(headings + "#" + section.part(), 1, Integer::sum);
      JsonObject fact = fact(name, section, count);
      intake.take(Intake.Item.of(name + ":" + section.line(), fact));
    }
  }

  private static JsonObject fact(String name, Sections.Section section, int count) {
    String headings = String.join(" › ", section.headings());
    String part = section.part() == 1 ? "" : " (" + section.part() + ")";
    String again = count == 1 ? "" : " [" + count + "]";
    String source = name + (headings.isEmpty() ? "" : " › " + headings) + part + again;
    Cut content =
        Cut.of(headings.isEmpty() ? section.text() : headings + "\n\n" + section.text(), 8_000);
    JsonObject.Builder metadata =
        JsonObject.builder()
            .put("tags", Json.ofTexts(List.of("document")))
            .put("memory_type", "document")
            .put("source", Cut.of(source, FactMetadata.SOURCE_LENGTH_MAX).text())
            .put("key", key(source))
            .put("line", (long) section.line());
    content.note(metadata, "truncated_from");
    return JsonObject.builder()
        .put("kind", "semantic")
        .put("content", content.text())
        .put("metadata", metadata.build())
        .build();
  }

  /** A key has a limit; a longer one is told by its checksum. */
  private static String key(String source) {
    String key = "document:" + source;
    return key.length() <= FactMetadata.NAME_LENGTH_MAX
        ? key
        : "document:" + Identity.of(MemoryKind.SEMANTIC, source).sha256();
  }

  private String name(Path file) {
    Path shown = file.startsWith(base) ? base.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }

  private static void collect(Path path, Set<Path> found) {
    if (Files.isRegularFile(path)) {
      found.add(path);
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidArgument("there is no " + path, "name files or folders that are there");
    }
    try {
      Files.walkFileTree(path, new Walk(path, found));
    } catch (IOException e) {
      throw new InvalidArgument(
          "cannot list " + path + ": " + e.getMessage(), "name folders that can be read", e);
    }
  }

  /** Collects documents, but not from hidden folders and those that are made by builds. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path top;
    private final Set<Path> found;

    Walk(Path top, Set<Path> found) {
      this.top = top;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
      return skipped && !folder.equals(top)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isDocument(file)) {
        found.add(file);
      }
      return found.size() < FILES_MAX ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isDocument(Path file) {
    String ending = ending(file);
    return MARKDOWN.contains(ending) || PLAIN.contains(ending);
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
