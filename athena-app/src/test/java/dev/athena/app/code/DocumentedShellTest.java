package dev.athena.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the command lines that the pages show, or at least asks for the help of each. */
class DocumentedShellTest {
  private static final Pattern COMMAND = Pattern.compile("(?:\\./)?athena (?<rest>[^#]*)(?:#.*)?");
  private static final Pattern WORD =
      Pattern.compile("'(?<plain>[^']*)'|\"(?<quoted>[^\"]*)\"|(?<bare>\\S+)");

  @TempDir private Path home;

  @AfterEach
  void stop() {
    Logs.stop();
  }

  static Stream<DocumentedStep> shown() {
    return DocumentedPages.steps().filter(step -> step.block().language().equals("sh"));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void theShellAnswersAsShown(DocumentedStep step) throws IOException {
    DocumentedBlock said = step.expected("text").orElseThrow();
    RecordedShell shell = new RecordedShell(home);
    Files.writeString(home.resolve("seed.py"), DocumentedPages.seed());
    assertThat(shell.run("exec", "seed.py")).as(shell.err()).isEqualTo(ExitCode.DONE);
    for (DocumentedBlock file : files(step.block().page())) {
      Files.writeString(home.resolve(file.word("file").orElseThrow()), file.text());
    }

    StringBuilder out = new StringBuilder();
    for (String command : commands(step.block())) {
      assertThat(run(shell, words(command))).as(shell.err()).isEqualTo(ExitCode.DONE);
      out.append(shell.out());
    }

    List<String> found = new ArrayList<>();
    DocumentedStep.compareText(said, out.toString(), found);
    assertThat(found).isEmpty();
  }

  @Test
  void everyCommandIsThereWithItsOptions() {
    RecordedShell shell = new RecordedShell(home);
    List<String> commands =
        DocumentedPages.blocks()
            .filter(block -> block.language().equals("sh"))
            .flatMap(block -> commands(block).stream())
            .toList();

    assertThat(commands).hasSizeGreaterThan(20);
    for (String command : commands) {
      List<String> words = new ArrayList<>(words(command));
      if (words.contains("<")) {
        words = words.subList(0, words.indexOf("<"));
      }
      words.add("--help");

      assertThat(run(shell, words)).as(command).isEqualTo(ExitCode.DONE);
      assertThat(shell.out())
          .as(command)
          .contains("Usage: athena " + (command.startsWith("-") ? "" : words.getFirst()))
          .contains(words.stream().filter(word -> word.startsWith("--")).toList());
      if (words.size() > 2) {
        assertThat(shell.out()).as(command).doesNotContain("<command>", "[COMMAND]");
      }
    }
  }

  /** Runs a command, which may read a file by {@code <} at its end. */
  private int run(RecordedShell shell, List<String> words) {
    int sign = words.indexOf("<");
    if (sign < 0) {
      return shell.typing("").run(words.toArray(String[]::new));
    }
    try {
      String input = Files.readString(home.resolve(words.get(sign + 1)));
      return shell.typing(input).run(words.subList(0, sign).toArray(String[]::new));
    } catch (IOException e) {
      throw new AssertionError(words + " reads what is not there", e);
    }
  }

  private static List<DocumentedBlock> files(String page) {
    return DocumentedPages.blocks()
        .filter(block -> block.page().equals(page) && block.has("file"))
        .toList();
  }

  private static List<String> commands(DocumentedBlock block) {
    return block
        .text()
        .lines()
        .map(COMMAND::matcher)
        .filter(Matcher::matches)
        .map(command -> command.group("rest").strip())
        .toList();
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String plain = word.group("plain");
      String quoted = word.group("quoted");
      words.add(plain != null ? plain : quoted != null ? quoted : word.group("bare"));
    }
    return words;
  }
}
