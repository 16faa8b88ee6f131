package dev.athena.bench.tasks;

/**
 * How fast a model is taken to be.
 *
 * @param secondsPerTurn from an answer of the server to the first token of the next call
 * @param tokensPerSecond how fast it writes
 */
record ModelSpeed(double secondsPerTurn, double tokensPerSecond) {
  ModelSpeed {
    if (!(secondsPerTurn >= 0) || !(tokensPerSecond > 0)) {
      throw new IllegalArgumentException(
          "%s seconds a turn and %s tokens a second is no speed of a model"
              .formatted(secondsPerTurn, tokensPerSecond));
    }
  }

  /** Returns the seconds it takes if each call is a turn of its own. */
  double oneByOne(Cost cost) {
    return seconds(cost, cost.calls());
  }

  /** Returns the seconds it takes if calls that do not depend on each other share a turn. */
  double together(Cost cost) {
    return seconds(cost, cost.turns());
  }

  private double seconds(Cost cost, int turns) {
    return turns * secondsPerTurn + cost.written() / tokensPerSecond + cost.serverSeconds();
  }
}
