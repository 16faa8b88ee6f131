package dev.athena.store.sqlite;

import dev.athena.index.Bm25;
import dev.athena.index.SearchRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The terms of a question with what the index knows of them. */
final class QuestionTerms {
  /**
   * One term.
   *
   * @param key its key in the index
   * @param spelled how one asks the full-text index for it
   * @param frequency in how many memories it occurs
   * @param weight how telling it is, as a share of all terms
   */
  record Term(long key, String spelled, long frequency, double weight) {}

  private final List<Term> terms;

  private QuestionTerms(List<Term> terms) {
    this.terms = terms;
  }

  /**
   * Returns the terms of a question.
   *
   * @param names all ways in which a term may be spelled
   */
  static QuestionTerms of(
      SearchRequest request, Mirror mirror, Frequencies frequencies, List<TermNames> names) {
    TermKey keys = new TermKey(request.namespace());
    List<Term> counted = new ArrayList<>();
    List<Double> inverse = new ArrayList<>();
    for (String term : request.terms()) {
      long key = keys.ofWord(term);
      String spelled = PostingLists.anyOf(names, key);
      long frequency = frequencies.of(key, spelled, mirror.live());
      counted.add(new Term(key, spelled, frequency, 0));
      inverse.add(Bm25.inverseDocumentFrequency(frequency, mirror.live()));
    }
    List<Double> weights = Bm25.weights(inverse);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      Term term = counted.get(i);
      terms.add(new Term(term.key(), term.spelled(), term.frequency(), weights.get(i)));
    }
    return new QuestionTerms(terms);
  }

  /** Returns the terms in the order of the question. */
  List<Term> inOrder() {
    return terms;
  }

  /** Returns the terms that occur at all, the rarest first. */
  List<Term> rarestFirst() {
    return terms.stream()
        .filter(term -> term.frequency() > 0)
        .sorted(Comparator.comparingLong(Term::frequency))
        .toList();
  }

  List<Double> weights() {
    return terms.stream().map(Term::weight).toList();
  }
}
