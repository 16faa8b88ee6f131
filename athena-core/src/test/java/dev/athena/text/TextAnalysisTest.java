package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextAnalysisTest {
  @Test
  void wordsLoseCaseEndingsAndPossessives() {
    Terms terms = TextAnalysis.ofText("Caroline's dogs RAN and were running");

    assertThat(terms.counts().keySet()).containsExactlyInAnyOrder("carolin", "dog", "ran", "run");
    assertThat(terms.length()).isEqualTo(4);
  }

  @Test
  void occurrencesAreCounted() {
    Terms terms = TextAnalysis.ofText("cat, cats; a dog");

    assertThat(terms.counts()).containsEntry("cat", 2).containsEntry("dog", 1).hasSize(2);
    assertThat(terms.length()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user name            | calls getUserName twice
          username             | the userName is set
          FooBar.java          | see src/main/java/FooBar.java:12
          foobar               | see src/main/java/FooBar.java:12
          src/main/FooBar.java | at src/main/FooBar.java:12:3
          http://a.b:80/c      | see http://a.b:80/c.
          Foo2.java            | see src/main/java/Foo2.java
          server               | the HTTPServer is up
          snake case           | set snake_case_name to 3
          com.foo.Bar          | class com.foo.Bar is final
          v1.2.3               | released V1.2.3.
          ERR_CONN_REFUSED     | failed: ERR_CONN_REFUSED
          refused              | failed: ERR_CONN_REFUSED
          user@example.com     | mail to user@example.com, please
          example.com          | mail to user@example.com, please
          https://host/path?x=1 | (https://host/path?x=1)
          #1234                | fixes #1234.
          1234                 | fixes #1234.
          --dry-run            | use --dry-run first
          dry-run              | use --dry-run first
          [EMAIL_k7q2m9xw4tz8p] | wrote to [EMAIL_k7q2m9xw4tz8p].
          email_k7q2m9xw4tz8p  | wrote to [EMAIL_k7q2m9xw4tz8p].
          email                | wrote to [EMAIL_k7q2m9xw4tz8p].
          7a2660d33b52aa8b1f0  | at commit 7a2660d33b52aa8b1f0
          c++                  | written in C++, mostly
          C#                   | written in c#
          python               | runs on Python3
          .gitignore           | add it to .gitignore
          resume               | her résumé
          résumé               | her resume
          don’t panic          | panic
          ｆｕｌｌ                | full
          café                 | CAFE\u0301
          東京                  | 私は東京都に住む
          猫                    | 黒猫がいる
          서울                  | 서울시
          Москва               | в МОСКВА
          US                   | the US army
          2023                 | back in 2023
          1000                 | all 1,000 of them
          1,234,567.5          | it cost 1234567.5
          in May               | she came in May
          """)
  void aQuestionFindsAText(String question, String text) {
    Set<String> asked = TextAnalysis.ofQuestion(question).counts().keySet();

    assertThat(asked).isNotEmpty();
    assertThat(TextAnalysis.ofText(text.translateEscapes()).counts().keySet()).containsAll(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/java/FooBar.java, src/main/java/foobar.java",
    "/etc/hosts, /etc/hosts",
    "snake_case_name, snake_case_name",
    "com.foo.Bar, com.foo.bar",
    "ERR_CONN_REFUSED, err_conn_refused",
    "user@example.com, user@example.com",
    "https://host/path?x=1, https://host/path?x=1",
    "#1234, #1234",
    "--dry-run, --dry-run",
    "getUserName, getusernam",
    "v1.2.3, v1.2.3",
    "2023-05-05, 2023-05-05",
  })
  void aNameIsKeptWhole(String name, String term) {
    assertThat(TextAnalysis.ofText("see " + name + ".").counts()).containsEntry(term, 1);
    assertThat(TextAnalysis.ofQuestion(name + "?").counts()).containsEntry(term, 1);
  }

  @Test
  void questionWordsAreLeftOutOfQuestionsOnly() {
    assertThat(TextAnalysis.ofQuestion("When did Caroline tell you who won?").counts().keySet())
        .containsExactlyInAnyOrder("carolin", "won");
    assertThat(TextAnalysis.ofText("The Who played").counts().keySet())
        .containsExactlyInAnyOrder("who", "plai");
  }

  @Test
  void aQuestionOfQuestionWordsKeepsThem() {
    assertThat(TextAnalysis.ofQuestion("The Who?").counts().keySet()).containsExactly("who");
  }

  @Test
  void functionWordsAloneAreKeptOnBothSides() {
    Terms text = TextAnalysis.ofText("To be, or not to be");
    Terms question = TextAnalysis.ofQuestion("to be or not to be");

    assertThat(text.counts()).isEqualTo(question.counts()).containsEntry("be", 2);
    assertThat(TextAnalysis.ofText("to be or not to be, that is the question").counts().keySet())
        .containsExactly("question");
  }

  @Test
  void contractionsAreFunctionWords() {
    assertThat(
            TextAnalysis.ofText("I'm sure they're late; she DOESN’T and won't").counts().keySet())
        .containsExactlyInAnyOrder("sure", "late", "doesn't");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "!!! ... ---", "€ § → {} *", "\u200b\ufeff", "\ud83d", "\u0301"})
  void textWithoutWordsHasNoTerms(String text) {
    assertThat(TextAnalysis.ofText(text)).isEqualTo(Terms.NONE);
    assertThat(TextAnalysis.ofQuestion(text)).isEqualTo(Terms.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "😀, Release 1.4 went out 😀!",
    "😀, so glad😀",
    "👍, Ship it 👍🏽",
    "👍🏿, Ship it 👍",
    "❤, Thanks ❤️",
    "☺️, Thanks ☺",
    "👧, the family 👨‍👩‍👧",
    "👨‍👩‍👧, the family 👨‍👩‍👧",
    "👩‍💻, at work 👩🏽‍💻",
    "🇩🇪, from Berlin 🇩🇪🇫🇷",
    "✅, ✅ done",
    "😀, 日本😀語"
  })
  void anEmojiFindsATextWithIt(String question, String text) {
    Set<String> asked = TextAnalysis.ofQuestion(question).counts().keySet();

    assertThat(asked).isNotEmpty();
    assertThat(TextAnalysis.ofText(text).counts().keySet()).containsAll(asked);
  }

  @Test
  void emojiAreToldApart() {
    assertThat(TextAnalysis.ofText("🎉🎉 👍🏽 🇩🇪").counts())
        .containsOnly(Map.entry("🎉", 2), Map.entry("👍", 1), Map.entry("🇩🇪", 1));
  }

  @Test
  void aPlaceInAFileIsThePathToo() {
    assertThat(TextAnalysis.ofText("src/Foo.java:12").counts())
        .containsEntry("src/foo.java:12", 1)
        .containsEntry("src/foo.java", 1)
        .containsEntry("foo.java", 1);
  }

  @Test
  void aQuestionForAPseudonymIsNotForAllOfItsType() {
    assertThat(TextAnalysis.ofQuestion("who is [ACCESS_TOKEN_k7q2m9xw4tz8p]?").counts().keySet())
        .containsExactly("k7q2m9xw4tz8p");
  }

  @Test
  void aPseudonymIsItsTypeAndItself() {
    assertThat(TextAnalysis.ofText("[EMAIL_k7q2m9xw4tz8p]").counts().keySet())
        .containsExactlyInAnyOrder("email_k7q2m9xw4tz8p", "email", "k7q2m9xw4tz8p");
  }

  @Test
  void hiddenCharactersDoNotHideWords() {
    assertThat(TextAnalysis.ofText("pass\u200bword \u202edrow\u00ad").counts().keySet())
        .containsExactlyInAnyOrder("password", "drow");
  }

  @Test
  void pairsOfCharactersAreAskedAndSinglesAreStoredToo() {
    assertThat(TextAnalysis.ofQuestion("東京都").counts().keySet())
        .containsExactlyInAnyOrder("東京", "京都");
    assertThat(TextAnalysis.ofText("東京都").counts().keySet())
        .containsExactlyInAnyOrder("東京", "京都", "東", "京", "都");
  }
}
