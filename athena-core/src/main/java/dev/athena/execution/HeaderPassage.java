package dev.athena.execution;

import dev.athena.privacy.Opened;
import dev.athena.privacy.Passage;
import dev.athena.privacy.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of a header in which pseudonyms may stand. Of the scheme Basic it is what is encoded.
 *
 * @param isBasic whether what was opened has to be encoded again
 */
record HeaderPassage(Passage passage, String value, boolean isBasic) {
  private static final String BASIC = "Basic ";

  /** Returns those of headers, by name. */
  static Map<String, HeaderPassage> all(FetchHeaders headers) {
    Map<String, HeaderPassage> all = new LinkedHashMap<>();
    headers.values().forEach((name, value) -> all.put(name, of(name, value)));
    return all;
  }

  private static HeaderPassage of(String name, String value) {
    boolean basic =
        name.equalsIgnoreCase("authorization")
            && value.regionMatches(/* ignoreCase= */ true, 0, BASIC, 0, BASIC.length());
    if (basic) {
      try {
        byte[] plain = Base64.getDecoder().decode(value.substring(BASIC.length()).strip());
        String text = new String(plain, StandardCharsets.UTF_8);
        return new HeaderPassage(new Passage(text, Spelling.PLAIN), value, true);
      } catch (IllegalArgumentException _) {
        basic = false;
      }
    }
    return new HeaderPassage(new Passage(value, Spelling.LINE), value, basic);
  }

  /** Returns the header as it is to be sent. */
  Opened written(Opened opened) {
    if (!isBasic) {
      return opened;
    }
    return opened.isPrivate()
        ? opened.map(plain ->
            BASIC + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)))
        : Opened.same(value);
  }
}
