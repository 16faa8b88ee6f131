package dev.athena.app.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for texts in every byte of files, however they are written there. */
final class ByteSearch {
  private static final int BEGIN_BYTES = 4;
  private static final int DEPTH_MAX = 3;
  private static final int UNPACKED_MAX = 32 * 1024 * 1024;

  /** A text, in the bytes of an encoding. */
  private static final class Needle {
    private final String text;
    private final String encoding;
    private final byte[] bytes;

    Needle(String text, String encoding, byte[] bytes) {
      this.text = text;
      this.encoding = encoding;
      this.bytes = bytes;
    }
  }

  private final Map<Integer, List<Needle>> byBegin = new HashMap<>();
  private final boolean[] begins = new boolean[1 << 16];
  private final Set<String> found = new TreeSet<>();
  private int needles;
  private int files;
  private long bytes;

  ByteSearch(Iterable<String> texts) {
    for (String text : texts) {
      encodings(text).forEach((name, all) -> all.forEach(one -> add(text, name, one)));
    }
  }

  private void add(String text, String encoding, byte[] wanted) {
    int begin = begin(wanted, 0);
    byBegin.computeIfAbsent(begin, _ -> new ArrayList<>()).add(new Needle(text, encoding, wanted));
    begins[hash(begin)] = true;
    needles++;
  }

  /** Returns a text as it may be written, by the name of the encoding. */
  static Map<String, List<byte[]>> encodings(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    Map<String, List<byte[]>> all = new LinkedHashMap<>();
    all.put("UTF-8", List.of(utf8));
    all.put("UTF-16LE", List.of(text.getBytes(StandardCharsets.UTF_16LE)));
    all.put("UTF-16BE", List.of(text.getBytes(StandardCharsets.UTF_16BE)));
    all.put("case", others(utf8, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)));
    String hex = HexFormat.of().formatHex(utf8);
    all.put("hex", others(utf8, hex, hex.toUpperCase(Locale.ROOT)));
    String percent = HexFormat.of().withPrefix("%").formatHex(utf8);
    all.put(
        "URL",
        others(
            utf8,
            URLEncoder.encode(text, StandardCharsets.UTF_8),
            URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"),
            percent,
            percent.toUpperCase(Locale.ROOT)));
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(each -> escaped.append("\\u%04x".formatted(each)));
    String upper = escaped.toString().toUpperCase(Locale.ROOT).replace("\\U", "\\u");
    all.put("JSON", others(utf8, escaped.toString(), upper));
    all.put("base64", base64(utf8));
    return all;
  }

  private static List<byte[]> others(byte[] plain, String... texts) {
    return Arrays.stream(texts)
        .distinct()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .filter(one -> !Arrays.equals(one, plain))
        .toList();
  }

  /** What stands in Base64 whatever is before and after it, at each of three alignments. */
  private static List<byte[]> base64(byte[] utf8) {
    List<byte[]> all = new ArrayList<>();
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int before = 0; before < 3; before++) {
        byte[] padded = new byte[before + utf8.length];
        System.arraycopy(utf8, 0, padded, before, utf8.length);
        String whole = encoder.withoutPadding().encodeToString(padded);
        int from = (before * 8 + 5) / 6;
        int to = padded.length * 8 / 6;
        all.add(whole.substring(from, to).getBytes(StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  /** Looks through all files of a folder, and the names of all. */
  ByteSearch in(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return this;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.toList();
    }
    for (Path path : paths) {
      search(path.toString().getBytes(StandardCharsets.UTF_8), "the name of " + path, 0);
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        byte[] content = Files.readAllBytes(path);
        files++;
        bytes += content.length;
        search(content, path.toString(), 0);
      }
    }
    return this;
  }

  /** Looks through bytes, and what is packed in them. */
  ByteSearch in(byte[] content, String where) {
    search(content, where, 0);
    return this;
  }

  /** Returns each text found, how it was written, and where. */
  Set<String> found() {
    return found;
  }

  /** Returns what was looked for in how much. */
  String figures() {
    return "%,d byte sequences in %,d files of %,d bytes".formatted(needles, files, bytes);
  }

  private void search(byte[] content, String where, int depth) {
    for (int at = 0; at + BEGIN_BYTES <= content.length; at++) {
      int begin = begin(content, at);
      if (begins[hash(begin)]) {
        compare(content, at, begin, where);
      }
      if (depth < DEPTH_MAX && isGzip(begin)) {
        unpackGzip(content, at, where, depth);
      } else if (depth < DEPTH_MAX && begin == 0x504B0304) {
        unpackZip(content, at, where, depth);
      }
    }
  }

  private void compare(byte[] content, int at, int begin, String where) {
    for (Needle needle : byBegin.getOrDefault(begin, List.of())) {
      int end = at + needle.bytes.length;
      if (end <= content.length
          && Arrays.equals(content, at, end, needle.bytes, 0, needle.bytes.length)) {
        found.add("%s as %s in %s".formatted(needle.text, needle.encoding, where));
      }
    }
  }

  private static boolean isGzip(int begin) {
    return begin >>> 8 == 0x1F8B08;
  }

  private void unpackGzip(byte[] content, int at, String where, int depth) {
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(content, at, content.length - at))) {
      search(readable(in), where + ", unpacked", depth + 1);
    } catch (IOException _) {
      return; // those bytes only look like it
    }
  }

  private void unpackZip(byte[] content, int at, String where, int depth) {
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(content, at, content.length - at))) {
      ZipEntry entry = in.getNextEntry();
      if (entry != null) {
        search(readable(in), where + ", unpacked " + entry.getName(), depth + 1);
      }
    } catch (IOException | IllegalArgumentException _) {
      return; // likewise
    }
  }

  /** Returns what can be read of a stream that may break off. */
  private static byte[] readable(InputStream in) {
    byte[] all = new byte[BEGIN_BYTES];
    int length = 0;
    try {
      int read;
      while (length < UNPACKED_MAX && (read = in.read(all, length, all.length - length)) >= 0) {
        length += read;
        if (length == all.length) {
          all = Arrays.copyOf(all, all.length * 2);
        }
      }
    } catch (IOException _) {
      return Arrays.copyOf(all, length);
    }
    return Arrays.copyOf(all, length);
  }

  private static int begin(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  private static int hash(int begin) {
    return (begin * 0x9E3779B1) >>> 16;
  }
}
