package dev.athena.text;

import java.util.List;
import java.util.Set;

/**
 * What full text search stores of a text and asks for a question.
 *
 * <p>Both go through one analysis. Words are told apart by the rules of Unicode, lose case, accents
 * and English endings; Chinese, Japanese and Korean is read in pairs of characters. Names made of
 * several words ({@code getUserName}, {@code src/main/FooBar.java}, {@code v1.2.3}) are terms as a
 * whole and in their parts. Numbers and emoji are kept, other signs are not. A question for one of
 * the {@link Atoms} is for that one, and not for all of its type.
 *
 * <p>English function words are left out of both, and words that only say what kind of answer is
 * wanted ("who", "when", "tell") are left out of questions. Texts keep those, so a question of
 * nothing else ("The Who") still finds. A text or question of function words alone keeps them all:
 * "to be or not to be" finds a text that says just that, but not a longer one.
 *
 * <p>Stateless and safe for use by many threads. Any text is analysed in time in proportion to its
 * length.
 */
public final class TextAnalysis {
  /** The number of characters analysed; what comes after them is left out. */
  public static final int TEXT_LENGTH_MAX = 200_000;

  /** The length of the longest term; longer words and names are left out. */
  public static final int TERM_LENGTH_MAX = 100;

  /** The number of distinct terms of a text; further ones are left out. */
  public static final int DISTINCT_TERMS_MAX = 10_000;

  private static final List<Words> OF_TEXT_IN_TURN =
      List.of(new Words(StopWords.OF_TEXT, true), new Words(StopWords.NONE, true));

  private static final List<Words> OF_QUESTION_IN_TURN =
      List.of(
          new Words(StopWords.OF_QUESTION, false),
          new Words(StopWords.OF_TEXT, false),
          new Words(StopWords.NONE, false));

  private TextAnalysis() {}

  /** Returns the terms by which {@code text} is to be found. */
  public static Terms ofText(String text) {
    return terms(text, OF_TEXT_IN_TURN);
  }

  /** Returns the terms to search for when {@code text} is asked. */
  public static Terms ofQuestion(String text) {
    return terms(Atoms.inQuestion(text), OF_QUESTION_IN_TURN);
  }

  /** Returns those terms of {@link #ofQuestion} that are {@link Atoms}. */
  public static Set<String> atoms(String question) {
    return terms(Atoms.symbols(question), OF_QUESTION_IN_TURN).counts().keySet();
  }

  /** Returns whether {@code question} asks for nothing in particular, as "what happened" does. */
  public static boolean asksForAnything(String question) {
    return terms(Atoms.inQuestion(question), List.of(new Words(StopWords.OF_SUBJECT, false)))
        .isEmpty();
  }

  /**
   * Returns the words of {@code question} that look like names of persons or things, without
   * repetition, in the form of {@link #nameWords}.
   */
  public static List<String> names(String question) {
    return Names.in(PlainText.of(question));
  }

  /** Returns the words of a name, such as that of a speaker, whole and in lower case. */
  public static List<String> nameWords(String name) {
    return Names.wordsOf(PlainText.of(name));
  }

  /** Stop words are left out as long as anything remains. */
  private static Terms terms(String text, List<Words> inTurn) {
    String plain = PlainText.of(text);
    TermCounter counter = new TermCounter();
    for (Words words : inTurn) {
      if (counter.isEmpty()) {
        words.count(plain, counter);
        Identifiers.count(plain, counter);
      }
    }
    return counter.terms();
  }
}
