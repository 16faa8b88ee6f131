package dev.athena.operation;

import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations about the operations answer with. */
public final class ApiAnswers {
  private ApiAnswers() {}

  /** A page of what is in one place of the tree. */
  public record ApiPage(
      List<ApiEntry> entries,
      @Doc("How many there are on all pages.") int total,
      @Doc("Send it to get the next page; missing on the last.") @Nullable String cursor) {}

  /** A category or an operation. */
  public record ApiEntry(
      @Doc("Send it to discover_apis or get_api_docs.") String path,
      @Doc("How it is called.") @Nullable String signature,
      @Nullable String summary,
      @Doc("How many operations a category has.") @Nullable Integer operations,
      @Doc("All there is to know, with detail full.") @Nullable JsonObject docs) {}

  /** The documentation of an operation or a category. */
  public record ApiDocumentation(
      String path,
      DocsFormat format,
      @Doc("The documentation as markdown or html.") @Nullable String text,
      @Doc("The documentation with format json.") @Nullable JsonObject docs) {}
}
