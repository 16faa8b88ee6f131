package dev.athena.execution;

import java.time.Duration;

/**
 * What one request may take.
 *
 * @param time from the request to the last byte of the answer
 * @param answerBytesMax how large the body of the answer may be, unpacked
 */
public record FetchLimits(Duration time, int answerBytesMax) {}
