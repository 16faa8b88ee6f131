package dev.athena.recall;

import dev.athena.text.Atoms;
import java.util.List;

/**
 * Words in the place of signs that stand for something else, for the model, to which symbols mean
 * nothing: a made-up name, always the same for the same sign. So what is told of one and of another
 * stays apart, as it would with their own names.
 */
final class Surrogates {
  private static final List<String> FIRST =
      List.of(
          "Ada", "Alan", "Amy", "Anna", "Ben", "Beth", "Bill", "Carl", "Clara", "Cora", "Dan",
          "Dave", "Diana", "Ed", "Ella", "Emma", "Eric", "Eva", "Frank", "Fred", "Gary", "Grace",
          "Greg", "Hank", "Helen", "Henry", "Hugo", "Ian", "Ida", "Ivan", "Jack", "Jane", "Jim",
          "Julia", "Karen", "Kate", "Ken", "Laura", "Leo", "Lily", "Linda", "Lucy", "Luke", "Maria",
          "Mark", "Max", "Mike", "Mona", "Nancy", "Nick", "Nina", "Oscar", "Otto", "Paul", "Peter",
          "Rita", "Rose", "Ruth", "Sam", "Sarah", "Simon", "Tom", "Vera", "Will");

  private static final List<String> LAST =
      List.of(
          "Adams", "Baker", "Barnes", "Bell", "Bishop", "Black", "Brooks", "Brown", "Burns",
          "Carter", "Clark", "Cole", "Cook", "Cooper", "Cox", "Cross", "Davis", "Dixon", "Evans",
          "Fisher", "Ford", "Foster", "Fox", "Gibson", "Gray", "Green", "Hall", "Harris", "Hill",
          "Hughes", "Hunt", "Jackson", "James", "Kelly", "King", "Knight", "Lane", "Lee", "Lewis",
          "Long", "Marsh", "Mason", "Miller", "Moore", "Morgan", "Nash", "Owen", "Parker", "Perry",
          "Porter", "Price", "Reed", "Rice", "Rogers", "Ross", "Scott", "Shaw", "Stone", "Turner",
          "Wade", "Walker", "Ward", "Wood", "Young");

  private Surrogates() {}

  /** Returns {@code text} as the model gets to read it. */
  static String in(String text) {
    return Atoms.replaced(text, Surrogates::surrogate);
  }

  private static String surrogate(String type, String symbols) {
    int number = symbols.hashCode();
    String first = FIRST.get(Math.floorMod(number, FIRST.size()));
    String last = LAST.get(Math.floorMod(number / FIRST.size(), LAST.size()));
    return type.equals("name") ? first + " " + last : "%s %s (%s)".formatted(first, last, type);
  }
}
