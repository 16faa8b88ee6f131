package dev.athena.app.config;

import dev.athena.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a setting can be. */
public sealed interface SettingKind {
  /** Returns the value that {@code typed} stands for; empty if it is none of this kind. */
  Optional<Json> read(String typed);

  /** Returns whether {@code value} is of this kind. */
  boolean takes(Json value);

  /** Returns what can be set, to end the sentence "send …". */
  String range();

  /** A text of a length between {@code lengthMin} and {@code lengthMax}, on one line. */
  record Text(int lengthMin, int lengthMax) implements SettingKind {
    @Override
    public Optional<Json> read(String typed) {
      return Optional.of(Json.of(typed)).filter(this::takes);
    }

    @Override
    public boolean takes(Json value) {
      return value instanceof Json.Text(String text)
          && text.length() >= lengthMin
          && text.length() <= lengthMax
          && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String range() {
      return "a text of " + lengthMin + " to " + lengthMax + " characters on one line";
    }
  }

  /** A whole number between {@code min} and {@code max}. */
  record Whole(long min, long max) implements SettingKind {
    @Override
    public Optional<Json> read(String typed) {
      if (!typed.matches("-?[0-9]{1,18}")) {
        return Optional.empty();
      }
      return Optional.of(Json.of(Long.parseLong(typed))).filter(this::takes);
    }

    @Override
    public boolean takes(Json value) {
      return value instanceof Json.Num(BigDecimal number)
          && number.stripTrailingZeros().scale() <= 0
          && number.compareTo(BigDecimal.valueOf(min)) >= 0
          && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    @Override
    public String range() {
      return "a whole number from " + min + " to " + max;
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements SettingKind {
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public Optional<Json> read(String typed) {
      return Optional.of(Json.of(typed)).filter(this::takes);
    }

    @Override
    public boolean takes(Json value) {
      return value instanceof Json.Text(String word) && words.contains(word);
    }

    @Override
    public String range() {
      return "one of " + String.join(", ", words);
    }
  }
}
