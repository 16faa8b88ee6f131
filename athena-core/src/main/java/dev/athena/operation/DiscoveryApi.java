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
      summary = "Lists operations: categories at /, those of one, or results of a search.",
      keywords = "help function method command tool available explore",
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
      @Doc(value = "/, /memory, /memory/recall.", ifAbsent = "\"/\"") String path,
      @Doc("What to do.") @Nullable String query,
      @Doc("Such as memory.") @Nullable String category,
      @Doc(value = "How much to tell.", ifAbsent = "\"summary\"") DetailLevel detail,
      @Doc("From the page before.") @Verbatim("Athena made it") @Nullable String cursor);

  @Operation(
      category = "discovery",
      grant = Grant.READ,
      effect = Effect.READS,
      summary = "Documents an operation: parameters, answer, errors, example.",
      keywords = "help explain manual usage reference call function method arguments",
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
      @Doc("Name or path.") String name,
      @Doc(value = "How much to tell.", ifAbsent = "\"full\"") DetailLevel detail,
      @Doc(value = "The form it comes in.", ifAbsent = "\"markdown\"") DocsFormat format);
}
