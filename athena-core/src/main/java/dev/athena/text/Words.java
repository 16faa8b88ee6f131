package dev.athena.text;

import dev.athena.error.InternalFailure;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a plain text as stemmed terms. */
final class Words {
  private static final int CJK_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private static final Set<String> IGNORED_TYPES =
      Set.of(StandardTokenizer.TOKEN_TYPES[StandardTokenizer.EMOJI]);

  private Words() {}

  /**
   * Counts the words of {@code plain}, leaving out {@code stopWords}.
   *
   * @param singles whether a Chinese, Japanese or Korean character is also a term of its own when
   *     it stands beside others
   */
  static void count(String plain, CharArraySet stopWords, boolean singles, TermCounter counter) {
    Tokenizer tokenizer = new StandardTokenizer();
    tokenizer.setReader(new StringReader(plain));
    try (TokenStream words = filtered(tokenizer, stopWords, singles)) {
      CharTermAttribute term = words.getAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        counter.add(term.toString());
      }
      words.end();
    } catch (IOException failure) {
      throw new InternalFailure("reading a text in memory failed", failure);
    }
  }

  private static TokenStream filtered(
      Tokenizer tokenizer, CharArraySet stopWords, boolean singles) {
    TokenStream words = new TypeTokenFilter(tokenizer, IGNORED_TYPES);
    words = new CJKBigramFilter(words, CJK_SCRIPTS, singles);
    words = new StopFilter(words, stopWords);
    words = new EnglishPossessiveFilter(words);
    words = new WordPartsFilter(words);
    words = new LowerCaseFilter(words);
    words = new LengthFilter(words, 1, TextAnalysis.TERM_LENGTH_MAX);
    return new PorterStemFilter(words);
  }
}
