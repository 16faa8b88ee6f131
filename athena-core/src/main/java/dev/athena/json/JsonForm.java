package dev.athena.json;

/** How values of one Java type are written in JSON. */
public interface JsonForm<T> {
  /** Returns the JSON Schema of the type. */
  JsonObject schema();

  /** Returns {@code value} as JSON. */
  Json write(T value);

  /**
   * Returns the value of {@code json}.
   *
   * @param path what to call the value in an error, such as {@code metadata.tags[0]}
   * @throws dev.athena.error.InvalidArgument if it is none
   */
  T read(Json json, String path);
}
