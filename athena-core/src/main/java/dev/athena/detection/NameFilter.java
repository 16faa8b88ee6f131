package dev.athena.detection;

import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * Whether a name is that of a credential: {@code dbPassword} is, {@code passwordLength}, {@code
 * public_key} and {@code getToken} are not. Which words say so stands in names.json.
 *
 * @param words what one word of the name has to be
 * @param parts what one word of the name may end with instead
 * @param phrases two words in a row that may be there instead, without what separates them
 * @param other words that say before all these that it is something else
 */
record NameFilter(Set<String> words, List<String> parts, Set<String> phrases, Set<String> other)
    implements Filter {
  private static final JsonObject DATA = DataFile.read("names.json", JsonObject.class);

  /** Words that say after the name of a credential that something about it is meant. */
  private static final Set<String> ABOUT = DataFile.words(DATA, "about");

  /** Words at the beginning that say that something is asked or done. */
  private static final Set<String> DEEDS = DataFile.words(DATA, "deeds");

  NameFilter {
    words = Set.copyOf(words);
    parts = List.copyOf(parts);
    phrases = Set.copyOf(phrases);
    other = Set.copyOf(other);
  }

  /** Returns the filter for a group of names.json. */
  static NameFilter of(String group) {
    JsonObject names = DATA.object(group).orElseThrow();
    return new NameFilter(
        DataFile.words(names, "words"),
        List.copyOf(DataFile.words(names, "parts")),
        DataFile.words(names, "phrases"),
        DataFile.words(names, "other"));
  }

  @Override
  public boolean passes(Candidate candidate) {
    List<String> name = Words.of(candidate.name());
    int last = last(name);
    if (last < 0 || isAboutIt(name, last)) {
      return false;
    }
    int before = first(name, last) - 1;
    return before < 0 || !(other.contains(name.get(before)) || isDeed(name, candidate));
  }

  /** Returns the last word that names a credential, or -1. */
  private int last(List<String> name) {
    for (int i = name.size() - 1; i >= 0; i--) {
      if (isCredential(name.get(i)) || isPhrase(name, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isCredential(String word) {
    return words.contains(word) || parts.stream().anyMatch(word::endsWith);
  }

  private boolean isPhrase(List<String> name, int at) {
    return at > 0 && phrases.contains(name.get(at - 1) + name.get(at));
  }

  private int first(List<String> name, int last) {
    return isPhrase(name, last) ? last - 1 : last;
  }

  private static boolean isAboutIt(List<String> name, int last) {
    return name.subList(last + 1, name.size()).stream().anyMatch(ABOUT::contains);
  }

  private static boolean isDeed(List<String> name, Candidate candidate) {
    return candidate.between().contains("(") && DEEDS.contains(name.getFirst());
  }
}
