package dev.athena.json;

import dev.athena.error.InvalidArgument;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The forms of strings, numbers, booleans, times and JSON itself. */
final class BasicForms {
  static final Map<Class<?>, JsonForm<?>> ALL =
      Map.of(
          String.class, new TextForm(),
          int.class, new IntForm(),
          Integer.class, new IntForm(),
          long.class, new LongForm(),
          Long.class, new LongForm(),
          double.class, new DoubleForm(),
          Double.class, new DoubleForm(),
          boolean.class, new BoolForm(),
          Boolean.class, new BoolForm(),
          Instant.class, new InstantForm());

  private BasicForms() {}

  static InvalidArgument wrongType(String path, String wanted, Json got) {
    return new InvalidArgument(
        "%s is of type %s".formatted(path, got.typeName()), "send " + wanted);
  }

  private static JsonObject type(String name) {
    return JsonObject.builder().put("type", name).build();
  }

  private record TextForm() implements JsonForm<String> {
    @Override
    public JsonObject schema() {
      return type("string");
    }

    @Override
    public Json write(String value) {
      return Json.of(value);
    }

    @Override
    public String read(Json json, String path) {
      if (json instanceof Json.Text(String text)) {
        return WellFormed.text(text, path);
      }
      throw wrongType(path, "a string", json);
    }
  }

  private record IntForm() implements JsonForm<Integer> {
    @Override
    public JsonObject schema() {
      return type("integer");
    }

    @Override
    public Json write(Integer value) {
      return Json.of(value.longValue());
    }

    @Override
    public Integer read(Json json, String path) {
      long value = new LongForm().read(json, path);
      if (value != (int) value) {
        throw new InvalidArgument(path + " is " + value, "send a smaller whole number");
      }
      return (int) value;
    }
  }

  private record LongForm() implements JsonForm<Long> {
    @Override
    public JsonObject schema() {
      return type("integer");
    }

    @Override
    public Json write(Long value) {
      return Json.of(value);
    }

    @Override
    public Long read(Json json, String path) {
      if (!(json instanceof Json.Num(BigDecimal number))) {
        throw wrongType(path, "a whole number", json);
      }
      try {
        return number.longValueExact();
      } catch (ArithmeticException e) {
        throw new InvalidArgument(path + " is " + JsonCodec.write(json), "send a whole number", e);
      }
    }
  }

  private record DoubleForm() implements JsonForm<Double> {
    @Override
    public JsonObject schema() {
      return type("number");
    }

    @Override
    public Json write(Double value) {
      return Json.of(value);
    }

    @Override
    public Double read(Json json, String path) {
      if (json instanceof Json.Num(BigDecimal number)) {
        return number.doubleValue();
      }
      throw wrongType(path, "a number", json);
    }
  }

  private record BoolForm() implements JsonForm<Boolean> {
    @Override
    public JsonObject schema() {
      return type("boolean");
    }

    @Override
    public Json write(Boolean value) {
      return Json.of(value);
    }

    @Override
    public Boolean read(Json json, String path) {
      if (json instanceof Json.Bool(boolean flag)) {
        return flag;
      }
      throw wrongType(path, "true or false", json);
    }
  }

  /** Times are ISO-8601; one without an offset is taken as UTC, a day as its beginning. */
  private record InstantForm() implements JsonForm<Instant> {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    @Override
    public JsonObject schema() {
      return JsonObject.builder().put("type", "string").put("format", "date-time").build();
    }

    @Override
    public Json write(Instant value) {
      return Json.of(value.toString());
    }

    @Override
    public Instant read(Json json, String path) {
      String text = new TextForm().read(json, path).strip();
      try {
        Instant time = parse(text);
        if (time.isBefore(FIRST) || !time.isBefore(END)) {
          throw new InvalidArgument(
              "%s is %s".formatted(path, time), "send a time of the years 1 to 9999");
        }
        return time;
      } catch (DateTimeException e) {
        throw new InvalidArgument(
            "%s is \"%s\", which is not a time"
                .formatted(path, text.lines().findFirst().orElse("")),
            "send ISO-8601 with offset, such as 2026-01-31T09:30:00+01:00",
            e);
      }
    }

    private static Instant parse(String text) {
      if (text.length() <= 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String iso = text.replace(' ', 'T');
      boolean hasOffset =
          iso.endsWith("Z")
              || iso.endsWith("z")
              || iso.indexOf('+') > 0
              || iso.lastIndexOf('-') > 9;
      return hasOffset
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }
  }
}
