package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.operation.ApiAnswers.ApiEntry;
import dev.athena.operation.ApiAnswers.ApiPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
  private final OperationRegistry registry = AllOperations.registry();
  private final DiscoveryApi discovery = new RegistryDiscovery(registry);

  @Test
  void theTopListsCategoriesWithWhatTheyAreForAndTheirSize() {
    ApiPage page = list("/", null);

    assertThat(page.entries())
        .extracting(ApiEntry::path)
        .containsExactly("/code", "/discovery", "/http", "/memory", "/privacy", "/tools");
    assertThat(page.entries().get(3).summary()).isEqualTo("Remember, recall, change and forget.");
    assertThat(page.entries().get(3).operations()).isEqualTo(registry.list("memory", null).size());
    assertThat(page.total()).isEqualTo(6);
    assertThat(page.cursor()).isNull();
  }

  @Test
  void aCategoryListsItsOperationsByNameWithSignatureAndSummary() {
    ApiPage page = list("/memory", null);

    assertThat(page.entries()).extracting(ApiEntry::path).isSorted().contains("/memory/recall");
    assertThat(page.entries())
        .allSatisfy(entry -> {
          assertThat(entry.signature()).contains("(");
          assertThat(entry.summary()).endsWith(".");
          assertThat(entry.docs()).isNull();
        });
  }

  @Test
  void namesAreNothingButPaths() {
    ApiPage page = discovery.discoverApis("/tools", null, null, DetailLevel.NAMES, null);

    assertThat(page.entries())
        .containsExactly(
            new ApiEntry("/tools/recall", null, null, null, null),
            new ApiEntry("/tools/remember", null, null, null, null));
  }

  @Test
  void fullEntriesHoldAllThereIsToKnow() {
    ApiPage page = discovery.discoverApis("/memory/forget", null, null, DetailLevel.FULL, null);

    assertThat(page.entries())
        .singleElement()
        .satisfies(entry ->
            assertThat(entry.docs())
                .isEqualTo(new ApiDocs(registry).json(registry.get("forget"), DetailLevel.FULL)));
  }

  @Test
  void aSearchPutsTheBestMatchFirst() {
    assertThat(list("/", "find episodes").entries().getFirst().path())
        .isEqualTo("/memory/recall_episodic");
    assertThat(list("/", "forget").entries().getFirst().path()).isEqualTo("/memory/forget");
  }

  @ParameterizedTest
  @CsvSource({
    "delete old things, forget",
    "remove a memory, forget",
    "erase everything about Ada, erase_subject",
    "hide a password, remember_with_privacy",
    "who saw the real value, get_event_untokenized",
    "get rid of outdated facts, forget",
    "clear all notes, forget",
    "save a fact, remember_semantic",
    "put knowledge into memory, remember_semantic",
    "store an event, remember_episodic",
    "log what happened, remember_episodic",
    "write down the steps of a deployment, remember_procedural",
    "import many items in bulk, remember_many",
    "search my memories, recall",
    "query the memory, recall",
    "look up a fact, recall_semantic",
    "what happened last week, recall_episodic",
    "show recent events, recall_episodic",
    "which workflow fits, recall_procedural",
    "edit a memory, update_memory",
    "change a fact, update_memory",
    "correct a mistake, update_memory",
    "rename a procedure, update_memory",
    "open a memory by id, get_memory",
    "previous versions of a memory, get_memory",
    "list available commands, discover_apis",
    "how do I call an operation, get_api_docs"
  })
  void aSearchInEverydayWordsPutsTheOperationFirst(String wanted, String name) {
    assertThat(registry.search(wanted)).first().extracting(OperationSpec::name).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"store a note", "add something new", "keep this for later", "persist information"})
  void aSearchForKeepingPutsWaysToRememberFirst(String wanted) {
    assertThat(registry.search(wanted))
        .first()
        .extracting(OperationSpec::name)
        .asString()
        .contains("remember");
  }

  @Test
  void keywordsAreNotShown() {
    String keyword = "wipe";
    assertThat(registry.get("forget").keywords()).contains(keyword);

    for (DocsFormat format : DocsFormat.values()) {
      assertThat(discovery.getApiDocs("forget", DetailLevel.FULL, format).toString())
          .doesNotContain(keyword);
    }
  }

  @Test
  void aSearchLooksOnlyBelowThePath() {
    assertThat(list("/tools", "recall").entries())
        .extracting(ApiEntry::path)
        .containsExactly("/tools/recall");
  }

  @Test
  void aSearchThatNothingMatchesGetsNothing() {
    assertThat(list("/", "quantum chromodynamics").entries()).isEmpty();
  }

  @Test
  void aBlankQueryIsNone() {
    assertThat(list("/", " ")).isEqualTo(list("/", null));
  }

  @Test
  void aCategoryMayBeNamedInsteadOfAPath() {
    assertThat(discovery.discoverApis("/", null, "memory", DetailLevel.SUMMARY, null))
        .isEqualTo(list("/memory", null));
  }

  @Test
  void aPathOutsideTheCategoryIsRefused() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(
            () -> discovery.discoverApis("/memory", null, "tools", DetailLevel.SUMMARY, null))
        .withMessageContaining("/memory is not in the category tools");
  }

  @Test
  void anUnknownPathNamesTheNearest() {
    assertThatExceptionOfType(UnknownPath.class)
        .isThrownBy(() -> list("/memory/recal", null))
        .satisfies(e -> assertThat(e.hint()).contains("/memory/recall"));
    assertThatExceptionOfType(UnknownPath.class)
        .isThrownBy(() -> discovery.getApiDocs("forgett", DetailLevel.FULL, DocsFormat.MARKDOWN))
        .satisfies(e -> assertThat(e.hint()).contains("forget"));
  }

  @Test
  void aLongUnknownPathIsNotRepeatedWhole() {
    assertThatExceptionOfType(UnknownPath.class)
        .isThrownBy(() -> list("x".repeat(5_000), null))
        .satisfies(
            e -> assertThat(e.problem()).hasSizeLessThan(UnknownPath.SHOWN_LENGTH_MAX + 100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recall_semantic",
        "/memory/recall_semantic",
        "memory/recall_semantic/",
        "memory.recall_semantic",
        "recallSemantic",
        "memory.recallSemantic",
        "athena://api/memory/recall_semantic",
        "memory/recall_semantic.md"
      })
  void anOperationIsKnownByAllItsSpellings(String name) {
    assertThat(discovery.getApiDocs(name, DetailLevel.NAMES, DocsFormat.JSON).path())
        .isEqualTo("/memory/recall_semantic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"discovery.get_api_docs", "discovery.getApiDocs", "memory.getApiDocs"})
  void anOperationOfAnotherCategoryIsKnownAsProgramsCallIt(String name) {
    assertThat(discovery.getApiDocs(name, DetailLevel.NAMES, DocsFormat.JSON).path())
        .isEqualTo("/discovery/get_api_docs");
  }

  @Test
  void aToolIsToldApartFromTheOperationOfThatName() {
    assertThat(discovery.getApiDocs("recall", DetailLevel.NAMES, DocsFormat.JSON).path())
        .isEqualTo("/memory/recall");
    assertThat(discovery.getApiDocs("tools.recall", DetailLevel.NAMES, DocsFormat.JSON).path())
        .isEqualTo("/tools/recall");
    assertThat(discovery.getApiDocs("/tools/recall", DetailLevel.NAMES, DocsFormat.JSON).path())
        .isEqualTo("/tools/recall");
  }

  @Test
  void docsComeAsTextOrAsJson() {
    assertThat(discovery.getApiDocs("forget", DetailLevel.FULL, DocsFormat.MARKDOWN))
        .satisfies(docs -> {
          assertThat(docs.text()).startsWith("# forget\n").contains("## Parameters");
          assertThat(docs.docs()).isNull();
        });
    assertThat(discovery.getApiDocs("forget", DetailLevel.FULL, DocsFormat.JSON))
        .satisfies(docs -> {
          assertThat(docs.text()).isNull();
          assertThat(docs.docs()).isNotNull();
          assertThat(docs.docs().find("name")).contains(Json.of("forget"));
        });
  }

  @Test
  void theDocsOfACategoryAreItsIndex() {
    assertThat(discovery.getApiDocs("memory", DetailLevel.FULL, DocsFormat.MARKDOWN).text())
        .contains("[recall](memory/recall.md)")
        .doesNotContain("discover_apis](");
  }

  @Test
  void fullEntriesComeInPagesOfALimitedSize() {
    ApiPage first = discovery.discoverApis("/memory", null, null, DetailLevel.FULL, null);
    ApiPage second =
        discovery.discoverApis("/memory", null, null, DetailLevel.FULL, first.cursor());

    assertThat(first.entries()).hasSize(RegistryDiscovery.FULL_MAX);
    assertThat(first.cursor()).isEqualTo("10");
    assertThat(second.entries())
        .extracting(ApiEntry::path)
        .containsExactly("/memory/update_memory");
    assertThat(second.total()).isEqualTo(11);
    assertThat(second.cursor()).isNull();
  }

  @Test
  void aCursorPastTheEndGetsNothing() {
    assertThat(discovery.discoverApis("/", null, null, DetailLevel.SUMMARY, "999").entries())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "ten", "1234567890"})
  void aCursorThatWasNotGivenOutIsRefused(String cursor) {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> discovery.discoverApis("/", null, null, DetailLevel.SUMMARY, cursor));
  }

  @Test
  void aQueryOfTheLongestLengthIsTakenAndOneLongerIsRefused() {
    String longest = "x".repeat(RegistryDiscovery.QUERY_LENGTH_MAX);

    assertThat(list("/", longest).entries()).isEmpty();
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> list("/", longest + "x"))
        .withMessageContaining("1,001");
  }

  private ApiPage list(String path, @Nullable String query) {
    return discovery.discoverApis(path, query, null, DetailLevel.SUMMARY, null);
  }
}
