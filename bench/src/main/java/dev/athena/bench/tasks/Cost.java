package dev.athena.bench.tasks;

import java.util.List;

/**
 * What it cost to do something.
 *
 * @param written tokens of the calls, which the model wrote
 * @param read tokens of the answers, which it read
 * @param resent tokens that go to the model if each turn sends the conversation again from its
 *     beginning
 * @param calls how many calls were made, one after the other
 * @param turns in how many turns the model could have made them
 * @param serverSeconds the time the server took for all
 */
record Cost(int written, int read, long resent, int calls, int turns, double serverSeconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

  static Cost of(List<Exchange> exchanges) {
    int written = 0;
    int read = 0;
    long resent = 0;
    long nanos = 0;
    int turns = 0;
    for (Exchange exchange : exchanges) {
      written += exchange.written();
      read += exchange.read();
      resent += written + read;
      nanos += exchange.nanos();
      turns += exchange.dependent() ? 1 : 0;
    }
    return new Cost(written, read, resent, exchanges.size(), turns, nanos / NANOS_PER_SECOND);
  }

  /** Returns the cost with so many tokens more that are in the context from the beginning. */
  Cost reading(int tokens) {
    return new Cost(
        written, read + tokens, resent + (long) calls * tokens, calls, turns, serverSeconds);
  }

  Cost plus(Cost other) {
    return new Cost(
        written + other.written,
        read + other.read,
        resent + other.resent,
        calls + other.calls,
        turns + other.turns,
        serverSeconds + other.serverSeconds);
  }

  /** Returns the tokens that pass through the context, each once. */
  int tokens() {
    return written + read;
  }
}
