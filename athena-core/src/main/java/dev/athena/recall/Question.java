package dev.athena.recall;

import dev.athena.embedding.Vector;
import dev.athena.index.Label;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.principal.Namespace;
import dev.athena.text.TextAnalysis;
import dev.athena.text.TimedQuestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question, understood as far as that goes without a language model.
 *
 * @param terms its words, analysed, in their order
 * @param timeWords those of them that name a time
 * @param atoms those of them that stand for something else, as a pseudonym does
 * @param vector its vector, or null if there is no model to make one or nothing to make it of
 * @param authors labels of the authors it may be naming
 */
record Question(
    List<String> terms,
    Set<String> timeWords,
    Set<String> atoms,
    @Nullable Vector vector,
    Set<Label> authors) {
  /** The most words an author's name is looked for in. */
  private static final int NAME_WORDS_MAX = 3;

  static Question of(String text, TimedQuestion timed, @Nullable Vector vector) {
    List<String> terms = terms(text);
    Set<String> timeWords = new HashSet<>(timed.times().isEmpty() ? List.of() : terms);
    timeWords.removeAll(terms(timed.subject()));
    return new Question(
        terms, timeWords, TextAnalysis.atoms(text), vector, authorsNamed(TextAnalysis.names(text)));
  }

  /** Returns a question that asks for nothing but a time; no vector can be like a time. */
  static Question ofTime(String text, TimedQuestion timed) {
    Set<String> subject = Set.copyOf(terms(timed.subject()));
    List<String> terms = terms(text).stream().filter(term -> !subject.contains(term)).toList();
    return new Question(terms, Set.copyOf(terms), Set.of(), null, Set.of());
  }

  private static List<String> terms(String text) {
    return List.copyOf(TextAnalysis.ofQuestion(text).counts().keySet());
  }

  /**
   * Returns whether there is a letter or a digit in {@code text}. To a model one emoji is like the
   * other, and signs are close to anything short.
   */
  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Returns this question as the index takes it. */
  SearchRequest request(Namespace namespace, SearchFilter filter, String model) {
    Set<Label> askedAfter = new HashSet<>(authors);
    askedAfter.add(Label.ANY_AUTHOR);
    return new SearchRequest(namespace, filter, terms, vector, model, askedAfter);
  }

  /** Every run of up to three names may be one author's name. */
  private static Set<Label> authorsNamed(List<String> names) {
    Set<Label> authors = new HashSet<>();
    for (int from = 0; from < names.size(); from++) {
      List<String> words = new ArrayList<>();
      for (int to = from; to < Math.min(names.size(), from + NAME_WORDS_MAX); to++) {
        words.add(names.get(to));
        authors.add(Label.author(String.join(" ", words)));
      }
    }
    return authors;
  }
}
