package dev.athena.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text while it is scanned, with what was found so far. For one thread. */
final class Scan {
  /** So many characters stand between two digits of a card's or telephone number, at the most. */
  static final int APART = 3;

  private final String text;
  private final ScanBudget.Running budget;
  private final ContextWords words;
  private final List<WeighedFinding> found = new ArrayList<>();
  private int digits;
  private int digitsTogether;
  private @Nullable Surroundings last;

  Scan(String text, ScanBudget.Running budget, ContextWords words) {
    this.text = text;
    this.budget = budget;
    this.words = words;
    countDigits();
  }

  private void countDigits() {
    int together = 0;
    int last = -1;
    for (int i = 0; i < text.length(); i++) {
      if (Edges.isDigit(text.charAt(i))) {
        together = i - last > APART + 1 ? 1 : together + 1;
        digitsTogether = Math.max(digitsTogether, together);
        digits++;
        last = i;
      }
    }
  }

  String text() {
    return text;
  }

  /** Returns how many digits there are in the text, without which no number need be looked for. */
  int digits() {
    return digits;
  }

  /** Returns how many of them there are with no more than {@link #APART} characters between two. */
  int digitsTogether() {
    return digitsTogether;
  }

  List<WeighedFinding> found() {
    return found;
  }

  /**
   * Does nothing while there is time.
   *
   * @throws ScanIncomplete if there is none left
   */
  void checkTime() {
    budget.check();
  }

  /** Returns whether a word of {@code topic} stands near. */
  boolean isNear(String topic, int start, int end) {
    return words.of(topic).areIn(surroundings(start, end).all());
  }

  /** Returns whether a word of {@code topic} is one of the last two before {@code start}. */
  boolean isJustBefore(String topic, int start, int end) {
    return words.of(topic).areIn(surroundings(start, end).justBefore());
  }

  private Surroundings surroundings(int start, int end) {
    Surroundings known = last;
    if (known == null || known.start() != start || known.end() != end) {
      checkTime();
      known = Surroundings.of(text, start, end);
      last = known;
    }
    return known;
  }

  /** Adds what leaves little doubt, or is declared. */
  void add(String rule, SensitiveType type, int start, int end) {
    found.add(WeighedFinding.of(new Finding(rule, type, start, end)));
  }

  /** Adds what only the words around it speak for. */
  void addLoose(String rule, SensitiveType type, int start, int end) {
    found.add(
        new WeighedFinding(new Finding(rule, type, start, end), WeighedFinding.Strength.LOOSE));
  }
}
