package dev.athena.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * English words that say nothing about what a text is about.
 *
 * <p>The sets hold each word in lower case and with a capital first letter, and are asked before
 * words lose their case: US, IT and WHO are not us, it and who, and May is a month.
 */
final class StopWords {
  /** Articles, pronouns, prepositions, conjunctions and auxiliary verbs. */
  private static final List<String> FUNCTION_WORDS =
      words(
          """
          a an the this that these those there here
          i me my mine we us our ours you your yours he him his she her hers it its
          they them their theirs
          and or but nor if then than so as not no
          of at by for from in into on onto to with without about between during before after
          over under up down out off through
          any some all both each few more most other such only own same too very just also ever
          am is are was were be been being do does did doing done have has had having
          can could would should will shall may might must
          """);

  /** Words that say what kind of answer is wanted. */
  private static final List<String> QUESTION_WORDS =
      words(
          """
          who whom whose what which when where why how
          tell give list name please explain describe know
          """);

  /** Words by which a question asks for whatever there is: "what happened", "anything going on". */
  private static final List<String> WORDS_FOR_ANYTHING =
      words(
          """
          happen happens happened happening occur occurs occurred occurring
          go goes going went gone work works worked working
          event events activity activities thing things
          anything everything something
          """);

  private static final List<String> SUBJECTS =
      words(
          """
          i you he she it we they this that these those there here
          who what which when where why how let
          """);

  private static final List<String> SHORT_VERBS = words("'m 're 's 've 'd 'll");

  private static final List<String> NEGATED =
      words(
          """
          don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't cannot
          couldn't wouldn't shouldn't won't shan't mustn't mightn't ain't
          """);

  private static final String MONTH_IF_CAPITAL = "may";

  /** What is left out of texts. */
  static final CharArraySet OF_TEXT = set(FUNCTION_WORDS, contractions());

  /** What is left out of questions. */
  static final CharArraySet OF_QUESTION = set(FUNCTION_WORDS, contractions(), QUESTION_WORDS);

  /** What is left out of questions to see whether they ask for anything in particular. */
  static final CharArraySet OF_SUBJECT =
      set(FUNCTION_WORDS, contractions(), QUESTION_WORDS, WORDS_FOR_ANYTHING);

  /** Leaves nothing out. */
  static final CharArraySet NONE = CharArraySet.EMPTY_SET;

  private StopWords() {}

  private static List<String> words(String list) {
    return Arrays.asList(list.strip().split("\\s+"));
  }

  private static List<String> contractions() {
    List<String> all = new ArrayList<>(NEGATED);
    for (String subject : SUBJECTS) {
      for (String verb : SHORT_VERBS) {
        all.add(subject + verb);
      }
    }
    return all;
  }

  @SafeVarargs
  private static CharArraySet set(Collection<String>... lists) {
    CharArraySet set = new CharArraySet(1000, false);
    for (Collection<String> list : lists) {
      for (String word : list) {
        set.add(word);
        if (!word.equals(MONTH_IF_CAPITAL)) {
          set.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
      }
    }
    return CharArraySet.unmodifiableSet(set);
  }
}
