package dev.athena.sandbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * What comes by the error stream of a sandbox itself, past the streams of its language.
 *
 * <p>The stream and the frames are two pipes, so that the last frame may come before what was
 * written earlier. That is why a runner writes {@link #END} to the stream before its last frame. A
 * program that writes it too deceives nobody but itself.
 */
final class ErrorText {
  private static final Logger LOG = Logger.getLogger(ErrorText.class.getName());

  /** What a runner writes when all of its program is written. */
  static final String END = "\0athena:end\0";

  /** How much is kept, in characters. */
  private static final int KEPT_MAX = 64 * 1024;

  private static final long END_MILLIS = 500;

  private final Capture text = new Capture(KEPT_MAX);
  private final CountDownLatch ended = new CountDownLatch(1);
  private String held = "";

  /** Takes what came next. Only one thread reads a stream. */
  void add(String piece) {
    String all = held + piece;
    int end = all.indexOf(END);
    if (end >= 0) {
      text.add(all.substring(0, end));
      ended.countDown();
      held = "";
      text.add(all.substring(end + END.length()));
    } else {
      int begun = all.length() - beginOfEnd(all);
      text.add(all.substring(0, begun));
      held = all.substring(begun);
    }
  }

  /** Notes that nothing more can come. */
  void close() {
    text.add(held);
    held = "";
    ended.countDown();
  }

  /** Waits until all that the program wrote is here, if a runner says so, and returns it. */
  String whole() {
    try {
      if (!ended.await(END_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.fine("a program ended without saying that it has written all");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text();
  }

  /** Returns what there is. */
  String text() {
    return text.text().text();
  }

  /** Returns how many characters at the end may be the beginning of the mark. */
  private static int beginOfEnd(String all) {
    for (int length = Math.min(END.length() - 1, all.length()); length > 0; length--) {
      if (all.endsWith(END.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }
}
