package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When did Caroline go to the museum?            | caroline
          Caroline's dog?                                | caroline
          Melanie and Caroline went where?               | melanie caroline
          What did Dr. Smith say to José?                | smith jose
          Summarize what Jean-Luc and O'Neil built       | jean-luc o'neil
          Who met NASA in May on Monday?                 | nasa
          Did he go? Yes. Then Bob left                  | bob
          What does [PERSON_k7q2m9xw4tz8p] like?         | person_k7q2m9xw4tz8p
          Is FooBar.java in src/Main used by Ann?        | ann
          What did I do with Ann, Ann's dog and Ann?     | ann
          """)
  void namesAreFound(String question, String names) {
    assertThat(TextAnalysis.names(question)).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "what did she say?",
    "Describe the plan",
    "WHAT DID SHE SAY?",
    "'...'",
    "''",
    "When is The end?"
  })
  void nothingElseIsAName(String question) {
    assertThat(TextAnalysis.names(question)).isEmpty();
  }

  @Test
  void aSpeakersNameHasTheSameForm() {
    assertThat(TextAnalysis.nameWords("José Smith-Lee ")).containsExactly("jose", "smith-lee");
    assertThat(TextAnalysis.nameWords("[PERSON_k7q2m9xw4tz8p]"))
        .containsExactly("person_k7q2m9xw4tz8p");
  }

  @Test
  void namesBeyondTheLimitAreLeftOut() {
    StringBuilder question = new StringBuilder("did");
    for (int i = 0; i <= Names.NAMES_MAX; i++) {
      question.append(" N").append("a".repeat(i + 1));
    }

    assertThat(TextAnalysis.names(question.toString())).hasSize(Names.NAMES_MAX);
  }
}
