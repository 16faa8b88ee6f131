package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Doc;
import dev.athena.operation.ApiAnswers.ApiDocumentation;
import dev.athena.operation.ApiAnswers.ApiPage;
import dev.athena.principal.Grant;
import org.jspecify.annotations.Nullable;

/** Finding out what can be done, a little at a time. */
@Category(name = "discovery", summary = "Find out what operations there are and how to call them.")
public interface DiscoveryApi {

  @Operation(
      category = "discovery",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Lists operations: the categories at /, those of one category, or by a search.",
      details =
          """
          Without a query, / lists the categories and /memory the operations of one, by name. With \
          a query, the operations below the path that share words with it come best first; one \
          that nothing matches gets no entries. A page holds up to 200 names, 50 summaries or 10 \
          full entries.\
          """,
      returns = "Entries in a stable order, and a cursor where there are more.",
      example =
          """
          {"path": "/memory", "query": "find facts"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  ApiPage discoverApis(
      @Doc(value = "Where to look: /, /memory or /memory/recall.", ifAbsent = "\"/\"") String path,
      @Doc("What you want to do, in a few words.") @Nullable String query,
      @Doc("Only this category.") @Nullable String category,
      @Doc(value = "How much to tell.", ifAbsent = "\"summary\"") DetailLevel detail,
      @Doc("The cursor of the page before.") @Nullable String cursor);

  @Operation(
      category = "discovery",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Documents one operation: parameters, answer, errors and an example.",
      details =
          """
          The name of a category gets the list of its operations. With detail names only the \
          signature comes, with summary also what it does and answers with.\
          """,
      returns = "The documentation, as text or, with format json, as docs.",
      example =
          """
          {"name": "recall_semantic"}\
          """,
      failsWith = ErrorCode.NOT_FOUND)
  ApiDocumentation getApiDocs(
      @Doc("Its name or path, such as recall or /memory/recall.") String name,
      @Doc(value = "How much to tell.", ifAbsent = "\"full\"") DetailLevel detail,
      @Doc(value = "The form it comes in.", ifAbsent = "\"markdown\"") DocsFormat format);
}
