package dev.athena.privacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was sent to hosts, to be found in what comes back: as it is, and as hosts commonly write it
 * anew, in upper or lower case.
 *
 * <p>A host that changes it in another way hides it from this.
 */
public final class Crossed {
  /** Nothing was sent. */
  static final Crossed NOTHING = new Crossed(Map.of());

  /** A shorter part of something encoded is found everywhere. */
  private static final int CODED_LENGTH_MIN = 8;

  private static final int BITS_OF_A_BYTE = 8;
  private static final int BITS_OF_A_SIGN = 6;

  private final List<Form> forms;

  Crossed(Map<Pseudonym, Sensitive> values) {
    this.forms =
        values.entrySet().stream()
            .flatMap(one ->
                forms(one.getValue()).stream()
                    .map(form -> new Form(lower(form), one.getKey().toString())))
            .filter(form -> !form.text().isEmpty())
            .sorted(Comparator.comparingInt((Form form) -> form.text().length()).reversed())
            .toList();
  }

  /** One way to write a value, and its pseudonym; not a record, which would print it. */
  private static final class Form {
    private final String text;
    private final String pseudonym;

    Form(String text, String pseudonym) {
      this.text = text;
      this.pseudonym = pseudonym;
    }

    String text() {
      return text;
    }

    @Override
    public String toString() {
      return pseudonym;
    }
  }

  /** Returns whether nothing was sent. */
  public boolean isNothing() {
    return forms.isEmpty();
  }

  /** Returns {@code text} with pseudonyms in the places of the values. */
  public String without(String text) {
    String without = text;
    for (Form form : forms) {
      without = without(without, form);
    }
    return without;
  }

  /** Returns whether one of the values stands in {@code bytes}. */
  public boolean standsIn(byte[] bytes) {
    String signs = lower(new String(bytes, StandardCharsets.ISO_8859_1));
    return forms.stream()
        .anyMatch(form ->
            signs.contains(lower(signs(form, StandardCharsets.UTF_8)))
                || signs.contains(lower(signs(form, StandardCharsets.UTF_16LE)))
                || signs.contains(lower(signs(form, StandardCharsets.UTF_16BE))));
  }

  private static String signs(Form form, Charset charset) {
    return new String(form.text().getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private static String without(String text, Form form) {
    String lower = lower(text);
    int at = lower.indexOf(form.text());
    if (at < 0) {
      return text;
    }
    StringBuilder without = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      without.append(text, from, at).append(form);
      from = at + form.text().length();
      at = lower.indexOf(form.text(), from);
    }
    return without.append(text, from, text.length()).toString();
  }

  private static Set<String> forms(Sensitive sensitive) {
    String value = sensitive.value();
    Set<String> forms = new LinkedHashSet<>();
    for (Spelling spelling : Spelling.values()) {
      forms.add(spelling.write(value));
    }
    forms.add(Spelling.PERCENT.write(value).replace("%20", "+"));
    forms.add(Spelling.JSON.write(value).replace("/", "\\/"));
    forms.add(Spelling.PERCENT.write(Spelling.PERCENT.write(value)));
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    List<String> coded = new ArrayList<>();
    coded.add(HexFormat.of().formatHex(bytes));
    for (int before = 0; before < 3; before++) {
      coded.add(inside(Base64.getEncoder(), bytes, before));
      coded.add(inside(Base64.getUrlEncoder(), bytes, before));
    }
    coded.stream().filter(one -> one.length() >= CODED_LENGTH_MIN).forEach(forms::add);
    return forms;
  }

  /** Returns the signs that are the same whatever stands around bytes in something encoded. */
  private static String inside(Base64.Encoder encoder, byte[] bytes, int before) {
    byte[] padded = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, padded, before, bytes.length);
    int first = Math.ceilDiv(before * BITS_OF_A_BYTE, BITS_OF_A_SIGN);
    int end = padded.length * BITS_OF_A_BYTE / BITS_OF_A_SIGN;
    return encoder.encodeToString(padded).substring(first, Math.max(first, end));
  }

  /** Lower case of each character by itself, so that places stay the same. */
  private static String lower(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = Character.toLowerCase(characters[i]);
    }
    return new String(characters);
  }
}
