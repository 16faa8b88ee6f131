package dev.athena.execution;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of an answer. */
public final class FetchBody {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final byte[] bytes;
  private final @Nullable String text;

  /** Creates a body of {@code bytes}, which are not copied. */
  public FetchBody(byte[] bytes) {
    this(bytes, null);
  }

  private FetchBody(byte[] bytes, @Nullable String text) {
    this.bytes = bytes;
    this.text = text;
  }

  /** Creates a body that is a text, whatever charset is named beside it. */
  static FetchBody ofText(String text) {
    return new FetchBody(text.getBytes(StandardCharsets.UTF_8), text);
  }

  /** Returns what it is made of, which is not copied. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns how large it is, in bytes. */
  public int size() {
    return bytes.length;
  }

  /**
   * Returns the body as text, in the charset that {@code contentType} names, else in UTF-8; empty
   * if it is no text: its bytes have no meaning in that charset, or steer a device.
   */
  public Optional<String> text(@Nullable String contentType) {
    if (text != null) {
      return Optional.of(text);
    }
    try {
      String decoded = charset(contentType).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return decoded.chars().allMatch(FetchBody::isOfText)
          ? Optional.of(decoded)
          : Optional.empty();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** Returns the body in base64. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static boolean isOfText(int c) {
    return c >= ' ' || (c >= '\t' && c <= '\r') || c == '\u001b'; // the last begins a color
  }

  private static Charset charset(@Nullable String contentType) {
    if (contentType == null) {
      return StandardCharsets.UTF_8;
    }
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return StandardCharsets.UTF_8;
    }
  }
}
