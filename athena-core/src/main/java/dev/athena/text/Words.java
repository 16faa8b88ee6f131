package dev.athena.text;

import dev.athena.error.InternalFailure;
import java.io.IOException;
import java.io.StringReader;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Finds the words and emoji of plain texts as stemmed terms.
 *
 * <p>To put the steps together costs as much as a short text does, so those that have done their
 * work wait to be used again. Safe for use by many threads.
 */
final class Words {
  /** How many chains of steps wait to be used again. */
  private static final int IDLE_MAX = 8;

  private static final int CJK_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private final CharArraySet stopWords;
  private final boolean singles;
  private final Queue<Steps> idle = new ArrayBlockingQueue<>(IDLE_MAX);

  /**
   * Creates what finds words other than {@code stopWords}.
   *
   * @param singles whether a Chinese, Japanese or Korean character is also a term of its own when
   *     it stands beside others
   */
  Words(CharArraySet stopWords, boolean singles) {
    this.stopWords = stopWords;
    this.singles = singles;
  }

  /** Counts the words of {@code plain}. */
  void count(String plain, TermCounter counter) {
    Steps waiting = idle.poll();
    Steps steps = waiting == null ? new Steps() : waiting;
    steps.count(plain, counter);
    idle.offer(steps); // those that failed are not put back
  }

  /** A chain of steps from characters to terms, for one text at a time. */
  private final class Steps {
    private final Tokenizer first = new StandardTokenizer();
    private final TokenStream last;
    private final CharTermAttribute term;

    Steps() {
      TokenStream words = new CJKBigramFilter(first, CJK_SCRIPTS, singles);
      words = new StopFilter(words, stopWords);
      words = new EnglishPossessiveFilter(words);
      words = new WordPartsFilter(words);
      words = new LowerCaseFilter(words);
      words = new LengthFilter(words, 1, TextAnalysis.TERM_LENGTH_MAX);
      this.last = new PorterStemFilter(words);
      this.term = last.getAttribute(CharTermAttribute.class);
    }

    void count(String plain, TermCounter counter) {
      try {
        first.setReader(new StringReader(plain));
        last.reset();
        while (last.incrementToken()) {
          counter.add(term.toString());
        }
        last.end();
        last.close();
      } catch (IOException failure) {
        throw new InternalFailure("reading a text in memory failed", failure);
      }
    }
  }
}
