package dev.athena.index;

import dev.athena.embedding.Vector;
import dev.athena.principal.Namespace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param terms the analysed words of the question, each once
 * @param vector the question's vector, or null to search by full text alone
 * @param model the model that made {@code vector}; vectors of other models are not looked at
 * @param askedAfter labels whose presence the evidence is to tell, without requiring them
 */
public record SearchRequest(
    Namespace namespace,
    SearchFilter filter,
    List<String> terms,
    @Nullable Vector vector,
    String model,
    Set<Label> askedAfter) {
  /** The most terms of a question that are looked at, the first ones; the rest is left out. */
  public static final int TERMS_MAX = 64;

  public SearchRequest {
    terms = List.copyOf(terms.subList(0, Math.min(TERMS_MAX, terms.size())));
    askedAfter = Set.copyOf(askedAfter);
  }

  /** Returns this question with another filter. */
  public SearchRequest filtered(SearchFilter filter) {
    return new SearchRequest(namespace, filter, terms, vector, model, askedAfter);
  }
}
