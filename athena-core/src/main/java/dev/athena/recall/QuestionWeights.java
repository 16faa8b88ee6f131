package dev.athena.recall;

import java.util.Arrays;
import java.util.List;

/**
 * What each part of a question weighs in full text; all parts together weigh 1.
 *
 * <p>The words that name a time are one part, however many they are: an episode answers it by when
 * it happened as well as by saying those words. A pseudonym is one word and stands for a whole
 * address, number or name, which would have been several.
 */
final class QuestionWeights {
  /** For how many words of a question a pseudonym stands. */
  private static final double WORDS_OF_ATOM = 3;

  /** Of each word, its weight if it names no time, else 0. */
  private final double[] ofSubject;

  /** Of each word, its part of what names the time. */
  private final double[] inTime;

  private final double ofTime;
  private final double ofAtoms;

  private QuestionWeights(double[] ofSubject, double[] inTime, double ofTime, double ofAtoms) {
    this.ofSubject = ofSubject;
    this.inTime = inTime;
    this.ofTime = ofTime;
    this.ofAtoms = ofAtoms;
  }

  /**
   * Returns the weights of a question.
   *
   * @param weights what each of its words weighs on its own
   */
  static QuestionWeights of(Question question, List<Double> weights) {
    double[] ofSubject = new double[weights.size()];
    double[] inTime = new double[weights.size()];
    double ofAtoms = 0;
    for (int i = 0; i < weights.size(); i++) {
      String word = question.terms().get(i);
      if (question.timeWords().contains(word)) {
        inTime[i] = weights.get(i);
      } else if (question.atoms().contains(word)) {
        ofSubject[i] = WORDS_OF_ATOM * weights.get(i);
        ofAtoms += ofSubject[i];
      } else {
        ofSubject[i] = weights.get(i);
      }
    }
    double ofTime = Arrays.stream(inTime).max().orElse(0);
    double all = ofTime + Arrays.stream(ofSubject).sum();
    return new QuestionWeights(
        scaled(ofSubject, all),
        scaled(inTime, Arrays.stream(inTime).sum()),
        scaled(ofTime, all),
        scaled(ofAtoms, all));
  }

  /** Returns how much of the question is in pseudonyms, of which vectors know nothing. */
  double ofAtoms() {
    return ofAtoms;
  }

  /**
   * Returns what a memory is worth by its words and its time.
   *
   * @param shares of each word of the question, the share the memory reaches
   * @param nearness how well it answers by when it happened, from 0 to 1
   */
  double text(double[] shares, double nearness) {
    double text = 0;
    double said = 0;
    for (int i = 0; i < ofSubject.length; i++) {
      text += ofSubject[i] * shares[i];
      said += inTime[i] * shares[i];
    }
    return text + ofTime * Math.max(said, nearness);
  }

  private static double[] scaled(double[] weights, double sum) {
    return Arrays.stream(weights).map(weight -> scaled(weight, sum)).toArray();
  }

  private static double scaled(double weight, double sum) {
    return sum > 0 ? weight / sum : 0;
  }
}
