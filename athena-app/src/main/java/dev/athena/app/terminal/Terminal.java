package dev.athena.app.terminal;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The two streams that a command writes to: answers to {@code out}, everything else to {@code err}.
 *
 * <p>Not safe for use by several threads.
 */
public final class Terminal {
  private static final int ANSWER_LENGTH_MAX = 100;
  private static final int HIDDEN_LENGTH_MAX = 10_000;

  private final PrintStream out;
  private final PrintStream err;
  private final TerminalTraits traits;

  public Terminal(PrintStream out, PrintStream err, TerminalTraits traits) {
    this.out = out;
    this.err = err;
    this.traits = traits;
  }

  /** Writes one line of the answer. */
  public void line(String text) {
    out.println(text);
  }

  /** Writes the lines of a table. */
  public void table(Table table) {
    lines(table.lines(traits.width(), this::styled));
  }

  /** Writes the lines of a card. */
  public void card(Card card) {
    lines(card.lines(traits.width(), this::styled));
  }

  /** Writes one line that is not part of the answer. */
  public void note(String text) {
    err.println(text);
  }

  /** Writes what went wrong and what to do about it. */
  public void failure(String problem, String hint) {
    boolean colour = traits.errIsTerminal() && traits.colour();
    err.println((colour ? Style.BAD.wrap("error:") : "error:") + " " + problem);
    if (!hint.isBlank()) {
      err.println((colour ? Style.FAINT.wrap("hint:") : "hint:") + " " + hint);
    }
  }

  /** Returns whether a person is there to answer a question. */
  public boolean canAsk() {
    return traits.inIsTerminal() && traits.errIsTerminal();
  }

  /** Asks, and returns whether the next line of {@code in} says yes. */
  public boolean confirmed(String question, InputStream in) {
    err.print(question + " [y/N] ");
    err.flush();
    String answer = nextLine(in, ANSWER_LENGTH_MAX).orElse("");
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }

  /**
   * Asks for what the screen must not show, and returns the answer; empty at the end of input.
   *
   * @param in is read where there is no terminal, which alone can hide what is typed
   */
  public Optional<String> hidden(String question, InputStream in) {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isPresent()) {
      return console.map(there -> there.readPassword("%s ", question)).map(String::new);
    }
    err.print(question + " ");
    err.flush();
    return nextLine(in, HIDDEN_LENGTH_MAX);
  }

  /** Returns the next line, cut to {@code max} bytes; empty if there is none. */
  private static Optional<String> nextLine(InputStream in, int max) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        if (line.size() < max) {
          line.write(next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(line.toString(StandardCharsets.UTF_8));
  }

  /** Returns {@code text} in {@code style} if the answer goes to a terminal with colour. */
  public String styled(Style style, String text) {
    return traits.outIsTerminal() && traits.colour() ? style.wrap(text) : text;
  }

  /** Returns a display of work that takes {@code total} steps. */
  public ProgressBar progress(String label, long total, LongSupplier nanos) {
    return new ProgressBar(new ProgressBar.Work(label, total), err, traits, nanos);
  }

  /** Returns the characters in a line. */
  public int width() {
    return traits.width();
  }

  /** Sends on what was written. */
  public void flush() {
    out.flush();
    err.flush();
  }

  private void lines(List<String> lines) {
    lines.forEach(out::println);
  }
}
