package dev.athena.procedural;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.FreeKeys;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a procedure besides its name and description.
 *
 * @param category the group it belongs to, or null
 * @param details all else, as given
 */
public record ProcedureMetadata(
    @Doc("The group it belongs to, such as deployment.") @Nullable String category,
    @Doc(value = "Words to filter by later.", ifAbsent = "[]") List<String> tags,
    @FreeKeys JsonObject details) {
  /** The most tags of one procedure. */
  public static final int TAGS_MAX = 50;

  /** The longest category and tag, in characters. */
  public static final int NAME_LENGTH_MAX = 200;

  /** The most text all details may hold together, in characters of JSON. */
  public static final int DETAILS_LENGTH_MAX = 100_000;

  /** Nothing is known. */
  public static final ProcedureMetadata NONE =
      new ProcedureMetadata(null, List.of(), JsonObject.EMPTY);

  public ProcedureMetadata {
    tags = List.copyOf(tags);
    checkName("category", category);
    if (tags.size() > TAGS_MAX) {
      throw new InvalidArgument(
          "there are %d tags, the limit is %d".formatted(tags.size(), TAGS_MAX),
          "keep those you will filter by");
    }
    tags.forEach(tag -> checkName("a tag", tag));
    int length = Characters.count(JsonCodec.write(details));
    if (length > DETAILS_LENGTH_MAX) {
      throw new InvalidArgument(
          "metadata has %,d characters, the limit is %,d".formatted(length, DETAILS_LENGTH_MAX),
          "keep metadata short; put the steps into the description");
    }
  }

  private static void checkName(String field, @Nullable String value) {
    if (value != null && (value.isBlank() || Characters.count(value) > NAME_LENGTH_MAX)) {
      throw new InvalidArgument(
          "%s has %,d characters".formatted(field, Characters.count(value.strip())),
          "use 1 to %,d characters, or leave it out".formatted(NAME_LENGTH_MAX));
    }
  }
}
