package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.athena.error.ErrorCode;
import dev.athena.execution.ProgramFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramFilesTest {
  /** A file should cost its reader little. */
  private static final int STUB_LENGTH_MAX = 8_000;

  private static final Set<String> RESERVED =
      words(
          "and as assert async await break case catch class const continue debugger def default del"
              + " delete do elif else enum except export extends false finally for from function"
              + " global if implements import in instanceof interface is lambda let new nonlocal not"
              + " null or package pass private protected public raise return static super switch"
              + " this throw true try typeof var void while with yield arguments eval call");

  private static final Set<String> OF_DICT =
      words("clear copy fromkeys get items keys pop popitem setdefault update values");

  private final OperationRegistry registry = AllOperations.registry();
  private final List<OperationSpec> shown =
      registry.list(null, null).stream().filter(ProgramFiles::mayBeUsed).toList();

  @Test
  void everyOperationHasItsFileInBothLanguages() {
    Map<String, String> files = files(ProgramFiles.of(registry));

    assertThat(shown)
        .isNotEmpty()
        .allSatisfy(spec -> {
          String folder = "api/" + spec.category() + "/";
          assertThat(files)
              .containsKeys(
                  folder + "__init__.py",
                  folder + "index.mjs",
                  folder + spec.shortName() + ".py",
                  folder + spec.shortName() + ".mjs");
          assertThat(files.get("api/README.md")).contains("`" + spec.shortName() + "`");
        });
  }

  @Test
  void toolsAreNotShown() {
    assertThat(files(ProgramFiles.of(registry)).keySet())
        .noneMatch(path -> path.startsWith("api/tools"));
  }

  @Test
  void whatMayNotBeUsedIsNowhere() {
    Map<String, String> files =
        files(ProgramFiles.of(registry, spec -> spec.effect() == Effect.READS));

    assertThat(files).containsKey("api/memory/recall.py").doesNotContainKey("api/memory/forget.py");
    for (String path : List.of("README.md", "index.mjs", "memory/__init__.py")) {
      assertThat(files.get("api/" + path))
          .contains("recall_semantic")
          .doesNotContain("update_memory");
    }
  }

  @Test
  void oneOperationIsEnough() {
    Map<String, String> files =
        files(ProgramFiles.of(registry, spec -> spec.name().equals("forget")));

    assertThat(files.get("api/README.md")).contains("memory.forget(subject=");
    assertThat(files).doesNotContainKey("api/discovery/__init__.py");
  }

  @Test
  void noneAtAllIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ProgramFiles.of(registry, _ -> false));
  }

  @Test
  void noPlaceOfATemplateIsLeftOpenAndNoFileIsLong() {
    assertThat(ProgramFiles.of(registry))
        .allSatisfy(file -> {
          assertThat(file.text()).doesNotContain("{{", "}}").endsWith("\n");
          assertThat(file.text()).as(file.path()).hasSizeLessThan(STUB_LENGTH_MAX);
          assertThat(file.path()).matches("api/([a-z_]+/)?[A-Za-z_]+\\.(md|py|mjs)");
        });
  }

  @Test
  void aFileInPythonShowsSignatureMembersAnswerErrorsAndExample() {
    Map<String, String> files = files(ProgramFiles.of(registry));

    assertThat(files.get("api/memory/remember_semantic.py"))
        .contains("def remember_semantic(content: str, metadata: dict = {}) -> Record:")
        .contains("metadata.confidence (number, default 1): How sure it is")
        .contains("- duplicate (true or false): It was there already.")
        .contains("NotFound: What an id")
        .contains("memory.remember_semantic(content=\"The build needs JDK 25.\", ");
    assertThat(files.get("api/memory/recall_semantic.py"))
        .contains("    as_of: str | datetime | None = None,\n) -> list[Record]:");
    assertThat(files.get("api/discovery/discover_apis.py"))
        .contains("    detail: Literal[\"names\", \"summary\", \"full\"] = \"summary\",");
  }

  @Test
  void aFileInJavaScriptShowsSignatureTypesAndExample() {
    Map<String, String> files = files(ProgramFiles.of(registry));

    assertThat(files.get("api/memory/recall_episodic.mjs"))
        .contains("export function recallEpisodic(timeRange, eventType, query, sessionId, limit =")
        .contains("@param {string|Object} [timeRange] 24h")
        .contains("@param {number} [limit=20] ")
        .contains("@returns {Promise<Object[]>} ")
        .contains("await memory.recallEpisodic({ query: \"")
        .contains("export { recallEpisodic as recall_episodic };");
    assertThat(files.get("api/memory/recall.mjs"))
        .contains("@param {(\"episodic\"|\"semantic\"|\"procedural\")[]} [layers] ");
  }

  @Test
  void everyCodeIsAClassInBothLanguages() {
    Map<String, String> files = files(ProgramFiles.of(registry));

    assertThat(ErrorCode.values())
        .allSatisfy(code -> {
          String name = StubDocs.className(code);
          assertThat(files.get("api/_errors.py")).contains("class " + name + "(");
          assertThat(files.get("api/_errors.mjs")).contains("export class " + name + " extends ");
        });
    assertThat(StubDocs.className(ErrorCode.PROCEDURE_NOT_FOUND)).isEqualTo("ProcedureNotFound");
  }

  /** What programs could not write would have to be called otherwise. */
  @Test
  void namesMeanNothingElseInEitherLanguage() {
    assertThat(shown)
        .allSatisfy(spec -> {
          assertThat(RESERVED).doesNotContain(spec.category(), spec.shortName());
          assertThat(spec.parameters())
              .extracting(ParameterSpec::name)
              .doesNotContainAnyElementsOf(RESERVED);
        });
  }

  /** Python allows no other order, and JavaScript counts. */
  @Test
  void whatIsRequiredStandsFirst() {
    assertThat(shown)
        .allSatisfy(
            spec -> assertThat(spec.parameters()).extracting(ParameterSpec::optional).isSorted());
  }

  /** An attribute that a dict has already would hide the field of a record. */
  @Test
  void everyFieldOfAnAnswerCanBeReadAsAnAttribute() {
    assertThat(shown)
        .flatExtracting(DocField::ofAnswer)
        .extracting(field -> field.path().substring(field.path().lastIndexOf('.') + 1))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(OF_DICT);
  }

  @Test
  void namesInJavaScriptAreCamelCase() {
    assertThat(Stream.of("recall", "as_of", "from_2_to_b", "_own").map(JavaScriptText::name))
        .containsExactly("recall", "asOf", "from2ToB", "_own");
  }

  private static Map<String, String> files(List<ProgramFile> files) {
    return files.stream().collect(Collectors.toMap(ProgramFile::path, ProgramFile::text));
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.split(" ", -1)));
  }
}
