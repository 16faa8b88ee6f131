package dev.athena.execution;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells in which language a program is written, from what only one of the two has.
 *
 * <p>Each trait counts once for each line that has it, with a weight by how surely it tells; a
 * program without any is taken for Python.
 */
public final class LanguageGuess {
  /** How many lines are looked at. */
  private static final int LINES_MAX = 400;

  /** Longer lines are data. */
  private static final int LINE_LENGTH_MAX = 1_000;

  private record Trait(Pattern pattern, int weight) {
    Trait(String pattern, int weight) {
      this(Pattern.compile(pattern), weight);
    }
  }

  private static final List<Trait> PYTHON =
      List.of(
          new Trait("^\\s*(async\\s+)?(def|class)\\s+\\w+.*:\\s*(#.*)?$", 5),
          new Trait("^\\s*(if|elif|else|for|while|with|try|except|finally)\\b.*:\\s*(#.*)?$", 4),
          new Trait("^\\s*(from\\s+[\\w.]+\\s+import\\s|import\\s+[\\w., ]+(\\s+as\\s+\\w+)?$)", 5),
          new Trait("^\\s*(elif\\b|except\\b|pass$|raise\\s+\\w|del\\s+\\w|@\\w)", 3),
          new Trait("\\b(None|True|False|lambda|nonlocal|isinstance|len\\(|range\\()", 3),
          new Trait("(?<![.\\w])print\\(", 3),
          new Trait("\\b[frb]{1,2}(\"|')", 3),
          new Trait("^\\s*#", 2),
          new Trait("\\bfor\\s+\\w+(\\s*,\\s*\\w+)*\\s+in\\s", 3),
          new Trait("\\b(not\\s+in|is\\s+not|and|or|not)\\b", 1),
          new Trait("\\.[a-z]+_[a-z_]+\\(", 1));

  private static final List<Trait> JAVASCRIPT =
      List.of(
          new Trait("^\\s*(export\\s+)?(const|let|var)\\s+[\\w$\\[{]", 5),
          new Trait("^\\s*import\\s.*from\\s*[\"']", 6),
          new Trait("\\b(async\\s+)?function\\s*\\*?\\s*\\w*\\s*\\(", 5),
          new Trait("=>", 4),
          new Trait("\\b(console\\.\\w+\\(|require\\(|JSON\\.|Math\\.[a-z]|Promise\\b)", 5),
          new Trait("(===|!==|&&|\\|\\||\\?\\.|\\?\\?)", 4),
          new Trait("\\b(null|undefined|true|false|typeof|new\\s+[A-Z]\\w*)\\b", 3),
          new Trait("[;{]\\s*(//.*)?$", 2),
          new Trait("^\\s*(//|/\\*|}\\s*(else|catch|finally)?)", 3),
          new Trait("^\\s*}?\\s*(if|for|while|switch|catch)\\s*\\(.*\\{", 4),
          new Trait("`", 3),
          new Trait("^(?!\\s*async\\s+def).*\\bawait\\b", 2),
          new Trait("\\.[a-z]+[A-Z]\\w*\\(", 1));

  /** What a program says tells nothing of its language. */
  private static final Pattern TEXTS =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");

  private LanguageGuess() {}

  /** Returns the language that {@code source} is most likely written in. */
  public static Language of(String source) {
    int python = 0;
    int javascript = 0;
    List<String> lines = source.lines().limit(LINES_MAX).toList();
    for (String line : lines) {
      if (line.length() <= LINE_LENGTH_MAX) {
        String bare = TEXTS.matcher(line).replaceAll("''");
        python += weigh(PYTHON, bare);
        javascript += weigh(JAVASCRIPT, bare);
      }
    }
    return javascript > python ? Language.JAVASCRIPT : Language.PYTHON;
  }

  private static int weigh(List<Trait> traits, String line) {
    int weight = 0;
    for (Trait trait : traits) {
      weight += trait.pattern().matcher(line).find() ? trait.weight() : 0;
    }
    return weight;
  }
}
