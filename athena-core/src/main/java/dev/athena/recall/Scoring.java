package dev.athena.recall;

import dev.athena.embedding.CosineRange;
import dev.athena.index.Evidence;
import dev.athena.index.Label;
import java.util.List;
import java.util.Set;

/**
 * What evidence is worth, from 0 to 1.
 *
 * <p>The score is absolute: nothing in it depends on the other memories that were found, so it
 * means the same from question to question. It is the weighted sum of three shares: that of the
 * best possible BM25, the closeness of the memory's own vector, and that of its vector in context.
 * An episode is lifted by a neighbour of its session that answers well, and one that another author
 * said, or that lies far from the time asked about, counts less. As far as a question consists of
 * pseudonyms, words alone decide: to the model they are names that somebody made up.
 */
final class Scoring {
  /** Words are sharp and vectors forgiving; each needs the other. */
  private static final double TEXT_WEIGHT = 0.4;

  private static final double OWN_WEIGHT = 0.3;
  private static final double CONTEXT_WEIGHT = 0.3;

  /** What a term in a neighbour counts against one in the memory itself. */
  private static final double NEIGHBOUR_TERM = 0.5;

  /** How much the better neighbour adds. */
  private static final double NEIGHBOUR_WEIGHT = 0.2;

  /** What closeness in meaning alone is worth less, when not one word of the question is there. */
  private static final double NO_TERM_PENALTY = 0.1;

  /** What is left when the question names an author and another one said it. */
  private static final double OTHER_AUTHOR_FACTOR = 0.75;

  private final QuestionWeights weights;
  private final CosineRange range;
  private final Set<Label> named;
  private final TimePreference time;

  /**
   * Creates the scoring of one question.
   *
   * @param named the authors named in the question that are known to have said something
   */
  Scoring(QuestionWeights weights, CosineRange range, Set<Label> named, TimePreference time) {
    this.weights = weights;
    this.range = range;
    this.named = named;
    this.time = time;
  }

  /** Returns what a memory is worth on its own. */
  double alone(Evidence evidence) {
    return base(evidence, text(evidence, shares(evidence))) * circumstances(evidence);
  }

  /** Returns what a memory is worth among its neighbours. */
  double among(Evidence evidence, List<Evidence> neighbours) {
    double base = lifted(evidence, neighbours);
    double best = Double.NEGATIVE_INFINITY;
    for (Evidence neighbour : neighbours) {
      best = Math.max(best, lifted(neighbour, List.of(evidence)));
    }
    double smoothed =
        neighbours.isEmpty() ? base : (base + NEIGHBOUR_WEIGHT * best) / (1 + NEIGHBOUR_WEIGHT);
    return Math.clamp(smoothed * circumstances(evidence), 0, 1);
  }

  /** The base score when a term that is missing may be found next door. */
  private double lifted(Evidence evidence, List<Evidence> neighbours) {
    double[] shares = shares(evidence);
    for (Evidence neighbour : neighbours) {
      for (int i = 0; i < shares.length; i++) {
        shares[i] = Math.max(shares[i], NEIGHBOUR_TERM * neighbour.shares().get(i));
      }
    }
    double text = text(evidence, shares);
    return base(evidence, text) - (text > 0 ? 0 : NO_TERM_PENALTY);
  }

  private static double[] shares(Evidence evidence) {
    return evidence.shares().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double text(Evidence evidence, double[] shares) {
    return weights.text(shares, time.nearness(evidence));
  }

  private double base(Evidence evidence, double text) {
    Double cosine = evidence.cosine();
    if (cosine == null) {
      return text; // the vector is pending: full text speaks alone, at full weight
    }
    Double inContext = evidence.contextCosine();
    double own = range.closeness(cosine);
    double context = inContext == null ? own : range.closeness(inContext);
    double byModel = (1 - weights.ofAtoms()) * (OWN_WEIGHT * own + CONTEXT_WEIGHT * context);
    return (TEXT_WEIGHT + (1 - TEXT_WEIGHT) * weights.ofAtoms()) * text + byModel;
  }

  private double circumstances(Evidence evidence) {
    return authorFactor(evidence) * time.factor(evidence);
  }

  private double authorFactor(Evidence evidence) {
    boolean another =
        !named.isEmpty()
            && evidence.carried().contains(Label.ANY_AUTHOR)
            && named.stream().noneMatch(evidence.carried()::contains);
    return another ? OTHER_AUTHOR_FACTOR : 1;
  }
}
