package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Doc;
import dev.athena.principal.Grant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocsTest {
  private final OperationRegistry all = AllOperations.registry();

  /** An operation whose documentation is full of what is markup elsewhere. */
  @Category(name = "markup", summary = "Less < & more | stars *.")
  interface MarkupApi {
    @Operation(
        category = "markup",
        grant = Grant.READ,
        effect = Effect.READS,
        summary = "<script>alert('x & y')</script>.",
        details = "a | b",
        returns = "\"quoted\" <b>.",
        example = "{\"given\": \"</code><img src=x>\"}")
    String check(@Doc(value = "<i> | *", ifAbsent = "\"<\"") String given);
  }

  @Test
  void everyCategorySaysWhatItIsFor() {
    assertThat(all.categories())
        .allSatisfy(name -> assertThat(all.categorySummary(name)).endsWith("."));
  }

  @Test
  void everyOperationSpeaksInSentencesAndEveryParameterIsDocumented() {
    assertThat(all.list(null, null))
        .allSatisfy(spec -> {
          assertThat(spec.summary()).endsWith(".").hasSizeLessThan(100);
          assertThat(spec.returns()).endsWith(".");
          assertThat(spec.details()).endsWith(".");
          assertThat(spec.parameters())
              .allSatisfy(parameter -> assertThat(parameter.doc()).isNotBlank());
        });
  }

  @Test
  void aPageShowsSignatureParametersAnswerExampleAndErrors() {
    String page = markdown(all.get("get_memory"));

    assertThat(page)
        .contains("memory.get_memory(id=\"mem_")
        .contains("| `id` | string | required | The id that remember or recall gave. |")
        .contains("| `history[].replaced_at` | time |")
        .contains("| `superseded_by` (if any) | string |")
        .contains("- `not_found`:")
        .contains("- `permission_denied`:")
        .contains("Needs the grant read. It only reads.")
        .doesNotContain("$semantic");
  }

  @Test
  void parametersThatAreObjectsShowTheirMembersAndDefaults() {
    assertThat(markdown(all.get("remember_semantic")))
        .contains("| `metadata` | object | `{}` |")
        .contains("| `metadata.confidence` | number | `1` |")
        .contains("| `metadata.valid_from` | time | none |")
        .contains("| `metadata.tags` | list of string | `[]` |");
  }

  @Test
  void choicesAreSpeltOut() {
    assertThat(markdown(all.get("discover_apis")))
        .contains("| `detail` | \"names\" or \"summary\" or \"full\" | `\"summary\"` |");
  }

  @Test
  void lessDetailIsLessText() {
    ApiDocs docs = new ApiDocs(all);
    OperationSpec spec = all.get("recall");

    for (DocsFormat format : DocsFormat.values()) {
      assertThat(List.of(DetailLevel.values()))
          .extracting(detail -> docs.page(spec, detail, format).length())
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void markupInTextIsTextInHtml() {
    OperationRegistry markup = new OperationRegistry();
    markup.register(MarkupApi.class);

    String page = new ApiDocs(markup).wholePage();

    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;x &amp; y&#39;)&lt;/script&gt;")
        .contains("Less &lt; &amp; more")
        .doesNotContain("<script", "<img", "<i>", "<b>");
  }

  @Test
  void markupInTextIsTextInMarkdown() {
    OperationRegistry markup = new OperationRegistry();
    markup.register(MarkupApi.class);

    String page = markdown(markup.get("check"));

    assertThat(page).contains("| &lt;i> \\| \\* |").contains("a \\| b");
  }

  @Test
  void thePageOfHtmlNeedsNothingFromElsewhere() {
    assertThat(new ApiDocs(all).wholePage())
        .startsWith("<!doctype html>")
        .contains("prefers-color-scheme: dark")
        .doesNotContainPattern("=\\s*[\"']?\\s*(https?:)?//") // an address in text fetches nothing
        .doesNotContain("src=", "<script", "<link", "@import", "url(");
  }

  @Test
  void everyLinkOfThePageLeadsToAnOperation() {
    String page = new ApiDocs(all).wholePage();

    assertThat(all.list(null, null))
        .allSatisfy(spec -> {
          String anchor = spec.category() + "." + spec.shortName();
          assertThat(page).containsOnlyOnce("id=\"" + anchor + "\"");
          assertThat(page).contains("href=\"#" + anchor + "\"");
        });
  }

  @Test
  void everyLinkOfTheIndexLeadsToAFile() {
    var files = new ApiDocs(all).files();

    assertThat(all.list(null, null))
        .allSatisfy(spec -> {
          String path = spec.path().substring(1) + ".md";
          assertThat(files).containsKey(path);
          assertThat(files.get("README.md")).contains("(" + path + ")");
        });
  }

  @Test
  void aToolHasNoPythonCall() {
    assertThat(DocWords.python(all.get("tools.recall"))).isEmpty();
    assertThat(DocWords.python(all.get("recall")))
        .hasValueSatisfying(call -> assertThat(call).startsWith("memory.recall(query="));
  }

  private static String markdown(OperationSpec spec) {
    return MarkdownDocs.operation(spec, DetailLevel.FULL);
  }
}
