package dev.athena.privacy;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text that is to be sent somewhere, and may hold pseudonyms.
 *
 * @param spelling how it is written
 */
public record Passage(String text, Spelling spelling) {
  /**
   * A pseudonym in it.
   *
   * @param isMarked whether it stands in brackets, and so cannot be a word like any other
   * @param isCoded whether it is percent-encoded within the text
   */
  record Place(Pseudonym pseudonym, int start, int end, boolean isMarked, boolean isCoded) {}

  /** Returns the pseudonyms in it, however they are written. */
  List<Place> pseudonyms() {
    ReadText read = ReadText.of(text, spelling);
    String plain = read.text();
    List<Place> places = new ArrayList<>();
    for (Pseudonym.Place one : Pseudonym.in(plain)) {
      char first = plain.charAt(one.start());
      places.add(
          new Place(
              one.pseudonym(),
              read.start(one.start()),
              read.start(one.end()),
              first == '[' || first == '\\' || first == '%',
              first == '%'));
    }
    return places;
  }

  /**
   * Returns the text with values in the places of their pseudonyms.
   *
   * @throws InvalidArgument if a value cannot stand there
   */
  Opened open(Map<Pseudonym, Sensitive> values) {
    StringBuilder opened = new StringBuilder();
    int from = 0;
    for (Place place : pseudonyms()) {
      Sensitive behind = values.get(place.pseudonym());
      if (behind != null) {
        opened.append(text, from, place.start()).append(written(place, behind.value()));
        from = place.end();
      }
    }
    return from == 0
        ? Opened.same(text)
        : Opened.of(text, opened.append(text, from, text.length()).toString());
  }

  private String written(Place place, String value) {
    String inner = place.isCoded() ? Spelling.PERCENT.write(value) : value;
    if (!spelling.takes(inner)) {
      throw new InvalidArgument(
          "what stands behind " + place.pseudonym() + " cannot stand in a header",
          "send it in the body: it has more than one line, or letters beyond ASCII");
    }
    return spelling.write(inner);
  }
}
