package dev.athena.index;

import java.util.List;

/**
 * What a search of the index brought up.
 *
 * @param weights how telling each term of the question is, in the order of its terms; they add up
 *     to 1, or are all 0 for a question without terms
 * @param searched how many memories the namespace holds
 */
public record Findings(List<Evidence> evidence, List<Double> weights, long searched) {
  public Findings {
    evidence = List.copyOf(evidence);
    weights = List.copyOf(weights);
  }
}
