package dev.athena.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Reads and writes JSON.
 *
 * <p>Reading refuses what a hostile sender could hurt with: nesting past {@link #DEPTH_MAX},
 * numbers past {@link #NUMBER_LENGTH_MAX} digits, a member name given twice, and anything after the
 * value.
 */
public final class JsonCodec {
  /** The deepest nesting read. */
  public static final int DEPTH_MAX = 100;

  /** The longest number read, in characters. */
  public static final int NUMBER_LENGTH_MAX = 400;

  /** The longest single string read, in characters. */
  public static final int TEXT_LENGTH_MAX = 16 * 1024 * 1024;

  private static final int NAME_LENGTH_MAX = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(NUMBER_LENGTH_MAX)
                  .maxStringLength(TEXT_LENGTH_MAX)
                  .maxNameLength(NAME_LENGTH_MAX)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonCodec() {}

  /**
   * Reads one value.
   *
   * @throws MalformedJson if {@code text} is not exactly one JSON value within the limits
   */
  public static Json read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /**
   * Reads one value from UTF-8.
   *
   * @throws MalformedJson if {@code utf8} is not exactly one JSON value within the limits
   */
  public static Json read(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return readWhole(parser);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /**
   * Reads one object.
   *
   * @throws MalformedJson if {@code text} is not exactly one JSON object within the limits
   */
  public static JsonObject readObject(String text) {
    if (read(text) instanceof JsonObject object) {
      return object;
    }
    throw new MalformedJson(
        "the JSON value is not an object", new IllegalArgumentException("not an object"));
  }

  /** Returns {@code value} on one line. */
  public static String write(Json value) {
    return write(value, ObjectWriteContext.empty());
  }

  /** Returns {@code value} on one line, as UTF-8. */
  public static byte[] writeUtf8(Json value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns {@code value} indented for people. */
  public static String writePretty(Json value) {
    return write(value, new Pretty());
  }

  private static String write(Json value, ObjectWriteContext context) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(context, out)) {
      write(value, generator);
    }
    return out.toString();
  }

  private static Json readWhole(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new MalformedJson("there is no JSON value", new IllegalArgumentException("empty"));
    }
    Json value = readValue(parser);
    if (parser.nextToken() != null) {
      throw new MalformedJson(
          "there is more text after the JSON value", new IllegalArgumentException("trailing"));
    }
    return value;
  }

  private static Json readValue(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> readMembers(parser);
      case START_ARRAY -> readElements(parser);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(number(parser));
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> Json.Null.VALUE;
      case null, default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private static BigDecimal number(JsonParser parser) {
    return parser.getDecimalValue();
  }

  private static JsonObject readMembers(JsonParser parser) {
    Map<String, Json> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, readValue(parser));
    }
    return new JsonObject(members);
  }

  private static JsonArray readElements(JsonParser parser) {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(readValue(parser));
    }
    return new JsonArray(values);
  }

  private static void write(Json value, JsonGenerator out) {
    switch (value) {
      case Json.Text(String text) -> out.writeString(text);
      case Json.Num(BigDecimal number) -> writeNumber(number, out);
      case Json.Bool(boolean flag) -> out.writeBoolean(flag);
      case Json.Null _ -> out.writeNull();
      case JsonArray(List<Json> values) -> {
        out.writeStartArray();
        values.forEach(element -> write(element, out));
        out.writeEndArray();
      }
      case JsonObject(Map<String, Json> members) -> {
        out.writeStartObject();
        members.forEach((name, member) -> {
          out.writeName(name);
          write(member, out);
        });
        out.writeEndObject();
      }
    }
  }

  /** A number keeps its value and its usual spelling: 5 and not 5.0, never 5E+3. */
  private static void writeNumber(BigDecimal number, JsonGenerator out) {
    if (number.scale() <= 0 && number.precision() - number.scale() < 40) {
      out.writeNumber(number.toBigIntegerExact());
    } else {
      out.writeNumber(number);
    }
  }

  private static MalformedJson malformed(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new MalformedJson("not valid JSON" + where + ": " + firstLine(e), e);
  }

  private static String firstLine(JacksonException e) {
    String message = e.getOriginalMessage();
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  /** Writes with line breaks and two spaces a level. */
  private static final class Pretty extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter();
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
