package dev.athena.app.keys.command;

import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shares as they were typed or stand in files, not read yet. */
final class ShareTexts {
  /** The most that is read of a file or of standard input, in bytes. */
  static final int BYTES_MAX = 64 * 1024;

  private final ShellContext context;

  ShareTexts(ShellContext context) {
    this.context = context;
  }

  /** Returns the texts of {@code files}; if there are none, those of standard input. */
  List<String> read(List<Path> files) {
    if (files.isEmpty()) {
      return typed();
    }
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      Path path = context.start().workingFolder().resolve(file);
      try {
        if (Files.size(path) > BYTES_MAX) {
          throw new WrongUse("%s has more than %,d bytes".formatted(file, BYTES_MAX));
        }
        texts.add(Files.readString(path));
      } catch (IOException e) {
        throw new WrongUse(file + " cannot be read: " + e.getMessage());
      }
    }
    return texts;
  }

  private List<String> typed() {
    if (context.terminal().canAsk()) {
      context.terminal().note("type or paste the shares, an empty line between two; end: Ctrl-D");
    }
    try {
      byte[] bytes = context.streams().in().readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new WrongUse("standard input has more than %,d bytes".formatted(BYTES_MAX));
      }
      return apart(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the texts between empty lines. */
  private static List<String> apart(String all) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : (all + "\n\n").lines().toList()) {
      if (!line.isBlank()) {
        text.append(line).append('\n');
      } else if (!text.isEmpty()) {
        texts.add(text.toString());
        text.setLength(0);
      }
    }
    return texts;
  }
}
