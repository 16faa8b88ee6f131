package dev.athena.app.privacy;

/**
 * A duty that some law or standard has, and what this Athena shows of it.
 *
 * @param where such as {@code GDPR 17}
 * @param asks what is asked for, in a few words
 * @param shows what Athena does for it
 * @param now what was measured
 * @param proof the command that shows it; empty if none does
 * @param state how far software can show it, and whether somebody has to look
 */
record Duty(String where, String asks, String shows, String now, String proof, State state) {
  /** How far it is shown. */
  enum State {
    /** What was measured is as it should be. */
    SHOWN,
    /** What was measured needs somebody to look at it. */
    LOOK,
    /** Software shows a part; the rest is for people to do and to write down. */
    PARTLY
  }
}
