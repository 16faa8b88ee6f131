package dev.athena.detection;

import com.google.re2j.Pattern;
import dev.athena.json.JsonObject;
import java.util.Locale;
import java.util.Set;

/**
 * What stands after a word of a command that asks for a password. Commands stand in sentences too:
 * there a word goes on with the sentence, while an argument ends the command or an option follows.
 */
final class ArgumentFilter implements Filter {
  private static final Set<String> SENTENCE =
      DataFile.words(DataFile.read("values.json", JsonObject.class), "sentence");

  private static final Pattern WORD = Pattern.compile("[\\p{L}_'’-]+");

  private final Filter literal = new LiteralFilter(PasswordFilter.LENGTH_MIN);

  @Override
  public boolean passes(Candidate candidate) {
    String value = candidate.value();
    if (!literal.passes(candidate) || value.startsWith("-")) {
      return false;
    }
    if (candidate.isQuoted() || !WORD.matcher(value).matches() || Randomness.isRandom(value)) {
      return true;
    }
    return !SENTENCE.contains(value.toLowerCase(Locale.ROOT)) && endsCommand(candidate);
  }

  private static boolean endsCommand(Candidate candidate) {
    return candidate.endsLine()
        || candidate.after() == ';'
        || candidate.text().startsWith(" -", candidate.end());
  }
}
