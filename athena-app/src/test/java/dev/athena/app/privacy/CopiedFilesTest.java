package dev.athena.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.privacy.AthenaProgram.Client;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who has a copy of all files of a home and no key reads no word of what is remembered; and who
 * changes one bit of them is found out.
 */
class CopiedFilesTest {
  private static final Logger LOG = Logger.getLogger(CopiedFilesTest.class.getName());
  private static final long SEED = Long.getLong("athena.seed", 20_261_126L);
  private static final int FLIPS = 14;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{5,}");
  private static final List<String> LINES =
      List.of(
          "The lighthouse keeper repaired the brass lantern after the storm in November.",
          "Kingfishers returned to the orchard pond near the abandoned windmill.",
          "Marmalade needs bitter oranges, patience and a heavy copper saucepan.",
          "Our harbour pilot refuses to navigate beyond the granite breakwater at dusk.",
          "Grandfather restored violins with hazelnut varnish and horsehair bows.",
          "Blacksmiths quench chisels quickly, otherwise hairline fractures appear.",
          "Subtitles were translated hurriedly before the Copenhagen premiere.",
          "Beekeepers moved fourteen hives towards the flowering buckwheat meadows.");

  @TempDir private Path top;

  @Test
  void withoutAKeyNoWordOfWhatIsRememberedCanBeRead() throws Exception {
    try (AthenaProgram athena = new AthenaProgram(Files.createDirectory(top.resolve("used")));
        AthenaProgram empty = new AthenaProgram(Files.createDirectory(top.resolve("empty")))) {
      Client client = athena.client().initialize("test");
      work(client);
      Path backup = top.resolve("used/home/backup");
      assertThat(athena.run("keys", "backup", "--to", backup.toString()).exit()).isZero();
      Client idle = empty.client().initialize("test");
      idle.call("recall", JsonObject.builder().put("query", "x").build());
      Set<String> words = new TreeSet<>();
      LINES.forEach(line -> words.addAll(words(line.getBytes(StandardCharsets.UTF_8))));
      Set<String> usual = wordsOfFiles(empty.home());
      words.removeAll(usual);
      assertThat(words).hasSizeGreaterThan(40);

      assertThat(athena.home().resolve("store/athena.db-wal")).isNotEmptyFile();
      Set<String> readable = wordsOfFiles(athena.home());
      readable.retainAll(words);
      client.close();
      idle.close();

      assertThat(readable).isEmpty();
      Path export = athena.home().resolve("export.jsonl");
      assertThat(athena.run("export", export.toString()).exit()).isZero();
      assertThat(wordsOfFiles(athena.home())).containsAll(words);
      LOG.info("%d words, none readable; in an export all are".formatted(words.size()));
    }
  }

  @Test
  void aChangedBitIsToldWhereverItIs() throws Exception {
    Path used = Files.createDirectory(top.resolve("used"));
    try (AthenaProgram athena = new AthenaProgram(used)) {
      Client client = athena.client().initialize("test");
      work(client);
      client.close();
      assertThat(athena.run("privacy", "permit", "local", "--types", "email", "--days", "7").exit())
          .isZero();
    }
    Path home = used.resolve("home");
    RecordedShell shell = new RecordedShell(home);
    assertThat(shell.run("keys", "verify")).as("%s", shell.out() + shell.err()).isZero();
    String before = answers(shell);
    assertThat(before).contains("Kingfishers").doesNotContain("failed");
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Map<String, Long>> told = new TreeMap<>();
    for (Path file : sealedFiles(home)) {
      List<String> how = new ArrayList<>();
      for (int flip = 0; flip < FLIPS; flip++) {
        Path copy = copy(home, top.resolve("copy"));
        how.add(flipped(copy, copy.resolve(home.relativize(file)), random, before));
        remove(copy);
      }
      told.put(
          name(file),
          how.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting())));
    }
    LOG.info("seed %d, %d bits each: %s".formatted(SEED, FLIPS, told));
    told.forEach((file, how) -> assertThat(how).as(file).doesNotContainKey("nobody"));
    assertThat(told.get("keychain.json")).containsOnlyKeys("keys verify");
    assertThat(told.get("file of a session")).containsOnlyKeys("keys verify");
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".sealed") ? "file of a session" : name;
  }

  /** Changes one bit of a file, and returns who tells. */
  private static String flipped(Path home, Path file, SplittableRandom random, String before)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[inUse(bytes, random)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, bytes);
    RecordedShell shell = new RecordedShell(home);
    if (shell.run("keys", "verify") != 0) {
      return "keys verify";
    }
    if (shell.run("privacy", "audit", "verify") != 0) {
      return "privacy audit verify";
    }
    String after = answers(shell);
    if (after.contains("failed")) {
      return "reading";
    }
    return after.equals(before) ? "nobody needs to: no answer changes" : "nobody";
  }

  /** Pages of a database are mostly empty; what is changed there changes nothing. */
  private static int inUse(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    while (bytes[at] == 0) {
      at = random.nextInt(bytes.length);
    }
    return at;
  }

  /** Returns all that can be asked and does not tell of the asking, as the audit does. */
  private static String answers(RecordedShell shell) {
    StringBuilder all = new StringBuilder();
    for (String[] asked :
        List.of(
            new String[] {"export", "--all-projects", "--quiet"},
            new String[] {
              "privacy", "erase", "ann.smith@harbour.example.org", "--dry-run", "--json"
            },
            new String[] {"privacy", "status"},
            new String[] {"privacy", "permissions", "--json"})) {
      int exit = shell.run(asked);
      all.append(exit == 0 ? shell.out() : "failed").append('\n');
    }
    return all.toString();
  }

  private void work(Client client) throws IOException {
    for (String line : LINES) {
      client.call("remember", JsonObject.builder().put("content", line).build());
    }
    client.call(
        "remember",
        JsonObject.builder().put("content", "Wrote to ann.smith@harbour.example.org").build());
    String program =
        "open('kingfishers.txt', 'w').write('%s')\nprint('%s')"
            .formatted(LINES.getFirst(), LINES.getLast());
    JsonObject ran =
        client.call(
            "execute_code", JsonObject.builder().put("code", program).put("session", "s").build());
    assertThat(ran.text("status")).hasValue("ok");
    client.call("recall", JsonObject.builder().put("query", LINES.get(2)).build());
  }

  private static List<Path> sealedFiles(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file ->
              file.toString().endsWith(".sealed")
                  || Set.of("athena.db", "vault.db", "keychain.json")
                      .contains(file.getFileName().toString()))
          .toList();
    }
  }

  private static Set<String> wordsOfFiles(Path folder) throws IOException {
    Set<String> words = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        words.addAll(words(file.toString().getBytes(StandardCharsets.UTF_8)));
        if (Files.isRegularFile(file)) {
          byte[] bytes = Files.readAllBytes(file);
          words.addAll(words(bytes));
          words.addAll(words(everySecond(bytes, 0)));
          words.addAll(words(everySecond(bytes, 1)));
        }
      }
    }
    return words;
  }

  private static byte[] everySecond(byte[] bytes, int from) {
    byte[] half = new byte[Math.max(0, (bytes.length - from + 1) / 2)];
    for (int i = 0; i < half.length; i++) {
      half[i] = bytes[from + 2 * i];
    }
    return half;
  }

  private static Set<String> words(byte[] bytes) {
    Set<String> words = new TreeSet<>();
    Matcher matcher = WORD.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (!path.startsWith(from.resolve("cache"))) {
          Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
      }
    }
    return to;
  }

  private static void remove(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.toList();
    }
    for (Path path : paths.reversed()) {
      Files.delete(path);
    }
  }
}
