package dev.athena.privacy;

import dev.athena.detection.CustomPattern;
import dev.athena.json.Doc;
import java.util.List;

/** A pattern of what is private here, as it is declared. */
public record PrivatePattern(
    @Doc("A name for it, such as customer-number.") String id,
    @Doc("An RE2 expression; what it matches, or its first group, is private.") String expression,
    @Doc("Words of three characters or more, of which a text with a match has one.")
        List<String> keywords,
    @Doc("Texts in which it finds something.") List<String> examples,
    @Doc(value = "Texts in which it finds nothing.", ifAbsent = "[]")
        List<String> counterexamples) {
  public PrivatePattern {
    keywords = List.copyOf(keywords);
    examples = List.copyOf(examples);
    counterexamples = List.copyOf(counterexamples);
  }

  /** Returns it ready to find, having tried it on its examples. */
  CustomPattern compiled() {
    return CustomPattern.of(
        id, keywords, expression, new CustomPattern.Examples(examples, counterexamples));
  }
}
