package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.crypto.Keyring;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.SandboxUnavailable;
import dev.athena.execution.Status;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.testkit.InMemoryKeyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of sessions where they are sealed from one execution to the next. */
class SealedSessionTest extends BothLanguages {
  private static final String WORD = "Quillfeather";
  private static final String WRITE =
      """
      import os
      os.makedirs("Quillfeather-folder", exist_ok=True)
      open("Quillfeather-folder/notes.txt", "w").write("Quillfeather " * 3)
      open("other.txt", "w").write("other")
      """;
  private static final String READ = "open('Quillfeather-folder/notes.txt').read()";
  private static final String LIST =
      """
      import os
      sorted(os.path.relpath(os.path.join(at, name))
             for at, _, names in os.walk('.') for name in names)
      """;
  private static final String BOTH = "[\"Quillfeather-folder/notes.txt\",\"other.txt\"]";

  @TempDir private Path folder;
  private final InMemoryKeyring keys = new InMemoryKeyring(4);
  private final Caller caller = caller("local");

  @BeforeEach
  void letOthersRead() throws IOException {
    Files.setAttribute(folder, "unix:mode", 0755);
  }

  @Test
  void neitherContentNorNamesCanBeRead() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);

      assertThat(result(run(sandbox, READ))).contains(WORD);
      assertThat(result(run(sandbox, LIST))).isEqualTo(BOTH);
    }
    assertThat(readable(folder)).hasSizeGreaterThan(1).noneMatch(text -> text.contains(WORD));
    try (Sandbox sandbox = Sandbox.create(options(folder.resolve("open")))) {
      run(sandbox, WRITE);
    }
    assertThat(readable(folder.resolve("open"))).anyMatch(text -> text.contains(WORD));
  }

  @Test
  void bothLanguagesOpenThemAndWhatWasRemovedIsGone() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
      Outcome javaScript =
          run(
              sandbox,
              new Program(
                  Language.JAVASCRIPT,
                  "const fs = require('fs'); fs.rmSync('other.txt');"
                      + " fs.readFileSync('Quillfeather-folder/notes.txt', 'utf8').length;",
                  "s"));

      assertThat(result(javaScript)).isEqualTo("39");
      assertThat(result(run(sandbox, LIST))).isEqualTo("[\"Quillfeather-folder/notes.txt\"]");
      assertThat(sealed()).hasSize(1);
    }
  }

  @Test
  void filesOfSeveralPiecesAndNoneAreWhole() throws IOException {
    int piece = SealedFile.PIECE_BYTES;
    String write =
        "for size in (0, 1, %d, %d, %d):\n  open(f'f{size}', 'wb').write(b'x' * size)"
            .formatted(piece - 1, piece, 2 * piece + 1);
    String sizes = "import os\nsorted(os.path.getsize(name) for name in os.listdir('.'))";
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, write);

      assertThat(result(run(sandbox, sizes)))
          .isEqualTo("[0,1,%d,%d,%d]".formatted(piece - 1, piece, 2 * piece + 1));
    }
  }

  @Test
  void whatAnEarlierBuildLeftInTheOpenIsReadAndSealed() throws IOException {
    try (Sandbox before = Sandbox.create(options(folder))) {
      run(before, WRITE);
    }
    assertThat(readable(folder)).anyMatch(text -> text.contains(WORD));

    try (Sandbox sandbox = sealing(keys)) {
      assertThat(result(run(sandbox, READ))).contains(WORD);
      assertThat(readable(folder)).noneMatch(text -> text.contains(WORD));
      assertThat(result(run(sandbox, LIST))).isEqualTo(BOTH);
    }
  }

  @Test
  void whatASealingThatWasKilledLeftIsFinished() throws IOException {
    try (Sandbox before = Sandbox.create(options(folder))) {
      run(before, WRITE);
    }
    Path plain = only(options(folder).sessions()).resolve("other.txt");
    byte[] content = Files.readAllBytes(plain);
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, READ);
      Files.write(plain, content); // as it is between the sealing of a file and its removal
      Path unfinished = sealed().getFirst().resolveSibling(".athena1.tmp");
      Files.writeString(unfinished, WORD);

      assertThat(result(run(sandbox, LIST))).isEqualTo(BOTH);
      sessions().sealAnew(100);

      assertThat(plain).doesNotExist();
      assertThat(unfinished).doesNotExist();
      assertThat(sealed()).hasSize(2);
    }
  }

  @Test
  void withoutKeysSealedFilesAreRefusedAndStay() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
    }
    try (Sandbox without = Sandbox.create(options(folder))) {
      assertThatThrownBy(() -> run(without, READ))
          .isInstanceOf(SandboxUnavailable.class)
          .hasMessageContaining("are sealed");
    }
    assertThat(sealed()).hasSize(2);
  }

  @Test
  void aChangedByteAnywhereIsRefusedSetAsideAndToldAndTheSessionGoesOn() throws IOException {
    SplittableRandom random = new SplittableRandom(21);
    try (Sandbox sandbox = sealing(keys)) {
      for (int round = 0; round < 12; round++) {
        run(sandbox, WRITE);
        Path file = sealed().get(random.nextInt(2));
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");

        assertThat(verify()).as("byte %d of %d", at, bytes.length).hasSize(1);
        assertThatThrownBy(() -> run(sandbox, LIST))
            .as("byte %d of %d", at, bytes.length)
            .isInstanceOf(SessionFileDamaged.class)
            .hasMessageContaining("was changed on the disk");

        assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
        assertThat(run(sandbox, LIST).status()).isEqualTo(Status.OK);
        assertThat(verify()).singleElement().asString().contains("set aside");
        Files.delete(aside);
      }
    }
  }

  @Test
  void aFileThatIsCutOrLengthenedOrMovedIsRefused() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
      Path file = sealed().getFirst();
      byte[] bytes = Files.readAllBytes(file);
      for (int length : new int[] {0, 5, 9, 40, bytes.length - 1, bytes.length + 1}) {
        byte[] changed = new byte[length];
        System.arraycopy(bytes, 0, changed, 0, Math.min(length, bytes.length));
        Files.write(file, changed);
        assertThatThrownBy(() -> run(sandbox, LIST))
            .as("%d of %d", length, bytes.length)
            .isInstanceOf(SessionFileDamaged.class);
      }
      Files.write(file, bytes);
      Files.move(file, file.resolveSibling("another.sealed"));
      assertThatThrownBy(() -> run(sandbox, LIST)).isInstanceOf(SessionFileDamaged.class);
    }
  }

  @Test
  void whoHasOtherKeysReadsNothing() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
    }
    try (Sandbox other = sealing(new InMemoryKeyring(5))) {
      assertThatThrownBy(() -> run(other, READ)).isInstanceOf(SessionFileDamaged.class);
    }
  }

  @Test
  void rotationLeavesNothingSealedWithTheOldKey() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
      List<Path> before = sealed();

      keys.rotate();
      assertThat(sessions().sealAnew(1)).isEqualTo(1);
      assertThat(sessions().sealAnew(100)).isEqualTo(1);
      assertThat(sessions().sealAnew(100)).isZero();
      keys.destroyOld();

      assertThat(sealed()).isEqualTo(before);
      assertThat(verify()).isEmpty();
      assertThat(result(run(sandbox, READ))).contains(WORD);
    }
  }

  @Test
  void aDamagedNameOfATenantMakesNoKeysForIt() throws IOException {
    try (Sandbox sandbox = sealing(keys)) {
      run(sandbox, WRITE);
    }
    Path file = sealed().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[13] ^= 1;
    Files.write(file, bytes);
    String before = keys.write();

    assertThat(verify()).hasSize(1);
    assertThat(sessions().sealAnew(10)).isZero();

    assertThat(keys.write()).isEqualTo(before);
  }

  private Sandbox sealing(Keyring keyring) {
    return Sandbox.sealing(options(folder), keyring);
  }

  private SealedSessions sessions() {
    return new SealedSessions(options(folder).sessions(), keys, "local"::equals);
  }

  private List<String> verify() {
    List<String> broken = new ArrayList<>();
    sessions().verify(broken::add);
    return broken;
  }

  private Outcome run(Sandbox sandbox, String source) {
    return run(sandbox, new Program(Language.PYTHON, source, "s"));
  }

  private Outcome run(Sandbox sandbox, Program program) {
    return sandbox.run(
        new RunRequest(
            new ExecutionId("exe_sealed"),
            caller,
            program,
            SandboxConfig.of(JsonObject.EMPTY),
            calls,
            _ -> {}));
  }

  private static Caller caller(String tenant) {
    return new Caller(new Principal("anna"), new Namespace(tenant, "one"), Set.of(Grant.values()));
  }

  private static Path only(Path sessions) throws IOException {
    try (Stream<Path> owners = Files.list(sessions);
        Stream<Path> all = Files.list(owners.findFirst().orElseThrow())) {
      return all.findFirst().orElseThrow();
    }
  }

  private List<Path> sealed() throws IOException {
    return SealedFolder.sealedIn(only(options(folder).sessions())).stream().sorted().toList();
  }

  /** Returns the names and the contents of all files but those that every program finds. */
  private static List<String> readable(Path top) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (!path.toString().contains("/cache/")) {
          found.add(top.relativize(path).toString());
          if (Files.isRegularFile(path)) {
            found.add(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return found;
  }
}
