package dev.athena.bench.sandbox;

import java.nio.file.Path;

/**
 * How thoroughly is measured.
 *
 * @param calls how many calls make a row
 * @param slowCalls the same where a call takes long
 * @param facts how many facts the memory holds that is searched
 * @param srt the folder in which srt is installed, if it is
 */
record Setting(int calls, int slowCalls, int facts, Path srt) {
  Setting {
    if (calls < 1 || slowCalls < 1 || facts < 1) {
      throw new IllegalArgumentException("nothing can be measured with no calls or no facts");
    }
  }
}
