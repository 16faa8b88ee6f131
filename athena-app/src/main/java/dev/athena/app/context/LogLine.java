package dev.athena.app.context;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * A log record as one line, with the stack of a failure below it, and without what is sensitive:
 * whoever logs should not have it, but messages of others find their way into a log too.
 */
final class LogLine extends Formatter {
  /** The longest message written; nothing that has to be logged needs more. */
  static final int MESSAGE_LENGTH_MAX = 2_000;

  private final UnaryOperator<String> masking;

  /** Creates what writes lines, each as {@code masking} leaves it. */
  LogLine(UnaryOperator<String> masking) {
    this.masking = masking;
  }

  @Override
  public String format(LogRecord record) {
    StringBuilder line = new StringBuilder();
    line.append(record.getInstant()).append(' ').append(record.getLevel()).append(' ');
    line.append(record.getLoggerName()).append(": ").append(cut(formatMessage(record)));
    line.append(System.lineSeparator());
    Throwable failure = record.getThrown();
    if (failure != null) {
      StringWriter stack = new StringWriter();
      failure.printStackTrace(new PrintWriter(stack));
      line.append(stack);
    }
    return masking.apply(line.toString());
  }

  private static String cut(String message) {
    String oneLine = message.replaceAll("\\R", " ");
    return oneLine.length() <= MESSAGE_LENGTH_MAX
        ? oneLine
        : oneLine.substring(0, MESSAGE_LENGTH_MAX) + "…";
  }
}
