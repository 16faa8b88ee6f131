package dev.athena.index;

import dev.athena.memory.MemoryId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for one memory as an answer to a {@link SearchRequest}.
 *
 * @param shares for each term of the question, in its order, the share of the highest possible BM25
 *     score that the memory reaches, from 0 to 1
 * @param cosine the cosine of the question with the memory's own text; null if there is no vector
 * @param contextCosine the cosine with the text in its context; null if there is no such vector
 * @param carried those of the labels asked after that the memory carries
 */
public record Evidence(
    MemoryId id,
    Lifetime lifetime,
    List<Double> shares,
    @Nullable Double cosine,
    @Nullable Double contextCosine,
    Set<Label> carried) {
  public Evidence {
    shares = List.copyOf(shares);
    carried = Set.copyOf(carried);
  }
}
