package dev.athena.server.conformance;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.Base64;

/** Small valid files, and JSON written as text. */
final class Samples {
  private Samples() {}

  /** A PNG of one red pixel. */
  static byte[] png() {
    return Base64.getDecoder()
        .decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");
  }

  /** A WAV without a sound. */
  static byte[] wav() {
    return Base64.getDecoder()
        .decode("UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=");
  }

  /** Reads an object in which single quotes stand for double ones. */
  static JsonObject json(String text) {
    return JsonCodec.readObject(text.replace('\'', '"'));
  }
}
