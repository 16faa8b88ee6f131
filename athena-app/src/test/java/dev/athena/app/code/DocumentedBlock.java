package dev.athena.app.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param place the page and the line, for messages
 * @param language the first word behind the fence, or an empty text
 * @param words the words behind that; one without = stands for itself
 * @param follows only blank lines part it from the block before
 */
record DocumentedBlock(
    String place, String language, Map<String, String> words, String text, boolean follows) {
  private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*(.*)");
  private static final String END = "```";

  DocumentedBlock {
    words = Map.copyOf(words);
  }

  /** Returns the blocks of a page in Markdown. */
  static List<DocumentedBlock> of(String page, String markdown) {
    List<DocumentedBlock> blocks = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    boolean follows = false;
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int end = endOf(page, lines, i + 1);
        String text = String.join("\n", lines.subList(i + 1, end));
        String place = page + ":" + (i + 1);
        blocks.add(
            new DocumentedBlock(place, fence.group(1), words(fence.group(2)), text, follows));
        follows = true;
        i = end;
      } else {
        follows = follows && lines.get(i).isBlank();
      }
    }
    return blocks;
  }

  private static int endOf(String page, List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).equals(END)) {
        return i;
      }
    }
    throw new AssertionError("%s:%d: the block does not end".formatted(page, from));
  }

  private static Map<String, String> words(String info) {
    Map<String, String> words = new HashMap<>();
    for (String word : info.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        int equals = word.indexOf('=');
        words.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return words;
  }

  /** Returns the page it stands in. */
  String page() {
    return place.substring(0, place.lastIndexOf(':'));
  }

  boolean has(String word) {
    return words.containsKey(word);
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /** Returns whether it is a program that an agent could send. */
  boolean isProgram() {
    return language.equals("python") || language.equals("javascript");
  }

  /**
   * Returns whether something is done with it, and it is not what another one is expected to say.
   */
  boolean isStep() {
    return isProgram()
        || (language.equals("json") && (has("call") || has("preset") || has("ceiling")))
        || (language.equals("sh") && has("run"));
  }

  @Override
  public String toString() {
    return place;
  }
}
