package dev.athena.store.sqlite;

import dev.athena.index.Bm25;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the memories whose terms answer a question best, by BM25.
 *
 * <p>The rarest terms are read first and common ones only as far as a budget of postings goes: a
 * common term weighs little, so it rarely lifts a memory that holds no rare one. Of a term past the
 * budget, the newest memories are read when nothing rarer was found, and those that hold several
 * such terms at once. Counts above one are left to the exact ranking of what is found here.
 */
final class TextSearch {
  /**
   * How far one search reads.
   *
   * @param postingsMax the most postings of its terms
   * @param pairedMax the most memories that hold two common terms at once
   */
  record Budget(int postingsMax, int pairedMax) {
    static final Budget DEFAULT = new Budget(60_000, 5_000);
  }

  private final Mirror mirror;
  private final PostingLists postings;
  private final Admitted admitted;
  private final float[] scores;
  private final BitSet touched;
  private final Budget budget;

  TextSearch(Mirror mirror, PostingLists postings, Admitted admitted, Budget budget) {
    this.mirror = mirror;
    this.postings = postings;
    this.admitted = admitted;
    this.scores = new float[mirror.size()];
    this.touched = new BitSet(mirror.size());
    this.budget = budget;
  }

  /** Returns the numbers of the best rows. */
  List<Integer> best(QuestionTerms question, int limit) {
    List<QuestionTerms.Term> terms = question.rarestFirst();
    long left = budget.postingsMax();
    int next = 0;
    while (next < terms.size() && terms.get(next).frequency() <= left) {
      QuestionTerms.Term term = terms.get(next);
      postings.of(term.spelled(), seq -> add(seq, term));
      left -= term.frequency();
      next++;
    }
    addCommon(terms.subList(next, terms.size()), (int) left);
    return new Top(limit).of(touched.stream(), row -> scores[row]);
  }

  /** Reads of terms too common to be read whole: those that meet, and the newest of the rarest. */
  private void addCommon(List<QuestionTerms.Term> common, int left) {
    for (int i = 0; i + 1 < common.size(); i++) {
      QuestionTerms.Term one = common.get(i);
      QuestionTerms.Term other = common.get(i + 1);
      postings.newestOfAll(
          List.of(one.spelled(), other.spelled()),
          budget.pairedMax(),
          seq -> {
            add(seq, one);
            add(seq, other);
          });
    }
    if (!common.isEmpty() && touched.cardinality() < budget.pairedMax()) {
      QuestionTerms.Term rarest = common.getFirst();
      postings.newestOf(rarest.spelled(), left, seq -> add(seq, rarest));
    }
  }

  private void add(long seq, QuestionTerms.Term term) {
    int row = mirror.find(seq);
    if (row >= 0 && admitted.has(row)) {
      touched.set(row);
      double share = Bm25.share(1, mirror.length(row), mirror.averageLength());
      scores[row] += (float) (term.weight() * share);
    }
  }
}
