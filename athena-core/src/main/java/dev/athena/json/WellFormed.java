package dev.athena.json;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses or mends what JSON can spell but is no text: half of a character, a surrogate without the
 * other one. It could not be stored as it came, since UTF-8 has no bytes for it.
 */
public final class WellFormed {
  /** The longest place told, in characters; the names on the way to it are the caller's. */
  private static final int PLACE_LENGTH_MAX = 200;

  /**
   * Half of a character.
   *
   * @param inName whether it is in the name of a member of what is at {@code place}
   * @param place where it stands, seen from where the search began
   */
  private record Half(int codePoint, boolean inName, String place) {
    Half below(String step) {
      return new Half(codePoint, inName, step + place);
    }
  }

  private WellFormed() {}

  /** Returns {@code text}, which stands at {@code path}. */
  static String text(String text, String path) {
    refuse(inText(text), path);
    return text;
  }

  /** Returns {@code json}, which stands at {@code path}, after looking at every text in it. */
  static Json tree(Json json, String path) {
    refuse(inTree(json), path);
    return json;
  }

  /** Returns {@code json} with U+FFFD in the place of each half in its values. */
  public static Json mended(Json json) {
    return switch (json) {
      case Json.Text(String text) -> inText(text) == null ? json : Json.of(mended(text));
      case Json.Num _, Json.Bool _, Json.Null _ -> json;
      case JsonArray(List<Json> values) ->
          new JsonArray(values.stream().map(WellFormed::mended).toList());
      case JsonObject(Map<String, Json> members) -> {
        Map<String, Json> mended = new LinkedHashMap<>();
        members.forEach((name, value) -> mended.put(name, mended(value)));
        yield new JsonObject(mended);
      }
    };
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    text.codePoints().map(c -> isHalf(c) ? 0xFFFD : c).forEach(mended::appendCodePoint);
    return mended.toString();
  }

  private static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  private static void refuse(@Nullable Half half, String path) {
    if (half == null) {
      return;
    }
    String place = path + half.place();
    if (place.isEmpty()) {
      place = "the object";
    } else if (place.startsWith(".")) {
      place = place.substring(1);
    }
    String shown = Characters.first(place, PLACE_LENGTH_MAX);
    throw new InvalidArgument(
        "%s%s holds half of a character (U+%04X)"
            .formatted(half.inName() ? "the name of a member of " : "", shown, half.codePoint()),
        "send both halves, or leave it out; a text was cut within a character, such as an emoji");
  }

  private static @Nullable Half inTree(Json json) {
    return switch (json) {
      case Json.Text(String text) -> inText(text);
      case Json.Num _, Json.Bool _, Json.Null _ -> null;
      case JsonArray(List<Json> values) -> inElements(values);
      case JsonObject(Map<String, Json> members) -> inMembers(members);
    };
  }

  private static @Nullable Half inElements(List<Json> values) {
    for (int i = 0; i < values.size(); i++) {
      Half half = inTree(values.get(i));
      if (half != null) {
        return half.below("[" + i + "]");
      }
    }
    return null;
  }

  private static @Nullable Half inMembers(Map<String, Json> members) {
    for (Map.Entry<String, Json> member : members.entrySet()) {
      Half inName = inText(member.getKey());
      if (inName != null) {
        return new Half(inName.codePoint(), true, "");
      }
      Half half = inTree(member.getValue());
      if (half != null) {
        return half.below("." + member.getKey());
      }
    }
    return null;
  }

  private static @Nullable Half inText(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isHalf(c)) {
        return new Half(c, false, "");
      }
    }
    return null;
  }
}
