package dev.athena.app.context;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What the process was started with.
 *
 * @param home where data lies unless the command line names another folder
 * @param user the folder of whoever started it
 * @param workingFolder the folder it was started in
 * @param program the launcher, as it can be called from anywhere
 * @param searchPath where programs of this machine are looked for, as PATH has it
 * @param environment the variables it was started with
 * @param sources time and chance
 */
public record Start(
    AthenaHome home,
    UserHome user,
    Path workingFolder,
    Path program,
    String searchPath,
    Map<String, String> environment,
    Sources sources) {
  /**
   * Time and chance.
   *
   * @param nanos a counter of nanoseconds, to measure with
   */
  public record Sources(
      InstantSource clock, ZoneId zone, LongSupplier nanos, RandomGenerator chance) {}
}
