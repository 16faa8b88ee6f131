package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {
  @TempDir private Path temporary;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(temporary.resolve("home"), temporary);
  }

  @Test
  void oneBadLineDoesNotHoldUpTheOthers() throws IOException {
    write(
        "my notes.jsonl",
        """
        {"kind":"semantic","content":"One."}
        {"kind":"semantic","content":"  "}
        {"kind":"odd","content":"x"}
        nonsense

        {"kind":"episodic","content":"Two.","context":{"timestamp":"never"}}
        {"kind":"procedural","name":"p","description":"Three."}
        """);

    assertThat(shell.run("import", "jsonl", "my notes.jsonl", "--no-vectors")).isZero();

    assertThat(shell.out())
        .contains("2 new, 0 known already, 4 left out")
        .contains("content is blank (my notes.jsonl:2)")
        .contains("kind is \"odd\" (my notes.jsonl:3)")
        .contains("the line is not valid JSON (my notes.jsonl:4)");
  }

  @Test
  void aFileOfWhichNothingCanBeTakenFails() throws IOException {
    write("bad.jsonl", "{}");
    write("empty.jsonl", "");

    assertThat(shell.run("import", "jsonl", "bad.jsonl")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.run("import", "jsonl", "nowhere.jsonl")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("there is no file");
    assertThat(shell.run("import", "jsonl", "empty.jsonl")).isEqualTo(ExitCode.DONE);
    assertThat(shell.run("import")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("import", "odd")).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void vectorsAreComputedUnlessThatIsNotWanted() throws IOException {
    write("a.jsonl", "{\"kind\":\"semantic\",\"content\":\"One.\"}");
    write("b.jsonl", "{\"kind\":\"semantic\",\"content\":\"Two.\"}");

    shell.run("import", "jsonl", "a.jsonl");
    shell.run("doctor");
    assertThat(shell.out()).contains("0 vectors pending");
    shell.run("import", "jsonl", "b.jsonl", "--no-vectors");
    shell.run("doctor");
    assertThat(shell.out()).contains("1 vectors pending");
  }

  @Test
  void theMemoryServersEntitiesAndRelationsBecomeFacts() throws IOException {
    write(
        "memory.json",
        """
        {"type":"entity","name":"John_Smith","entityType":"person","observations":["Speaks Spanish"]}
        {"type":"relation","from":"John_Smith","to":"Anthropic","relationType":"works_at"}
        {"type":"entity","entityType":"person","observations":[]}
        {"type":"what"}
        """);

    shell.run("import", "mcp-memory", "memory.json", "--no-vectors");
    assertThat(shell.out())
        .contains("3 new", "2 left out", "the entity has no name", "neither an entity nor");

    shell.run("recall", "semantic", "Spanish", "--tags", "John_Smith", "--json");
    JsonObject fact = (JsonObject) ((JsonArray) shell.json()).values().getFirst();
    assertThat(fact.text("content")).contains("John Smith: Speaks Spanish");
    shell.run("recall", "semantic", "works at", "--tags", "works_at", "--json");
    assertThat(shell.out()).contains("John Smith works at Anthropic.");
  }

  @Test
  void aSectionThatChangedSupersedesWhatItWas() throws IOException {
    write("guide.md", "# Guide\n\nIntro.\n\n## Setup\n\nUse JDK 24.\n");
    shell.run("import", "documents", "guide.md", "--no-vectors");
    assertThat(shell.out()).contains("2 new");

    write("guide.md", "# Guide\n\nIntro.\n\n## Setup\n\nUse JDK 25.\n");
    shell.run("import", "documents", "guide.md", "--no-vectors");
    assertThat(shell.out()).contains("1 new, 1 known already");

    shell.run("recall", "semantic", "setup JDK", "--json");
    JsonArray found = (JsonArray) shell.json();
    assertThat(found.values()).hasSize(1);
    assertThat(shell.out()).contains("Use JDK 25.", "guide.md › Guide › Setup");
  }

  @Test
  void documentsThatAreNoTextAreLeftOut() throws IOException {
    Files.createDirectories(temporary.resolve("docs/.hidden"));
    Files.createDirectories(temporary.resolve("docs/target"));
    write("docs/a b.txt", "Plain text.\n# not a heading");
    write("docs/empty.md", "\n");
    Files.write(temporary.resolve("docs/binary.txt"), new byte[] {(byte) 0xff, 0, 1});
    write("docs/.hidden/x.md", "no");
    write("docs/target/x.md", "no");
    write("docs/code.java", "no");

    shell.run("import", "documents", "docs", "--no-vectors");

    assertThat(shell.out())
        .contains("1 new, 0 known already, 2 left out")
        .contains("the file has no text (docs/empty.md)")
        .contains("the file is not text in UTF-8 (docs/binary.txt)");
    assertThat(shell.run("import", "documents", "nowhere")).isEqualTo(ExitCode.FAILED);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(temporary.resolve(name), text);
  }
}
