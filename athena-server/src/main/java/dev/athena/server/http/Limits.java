package dev.athena.server.http;

/** How much is taken at once. */
record Limits(int bodyBytesMax, int bodiesBytesMax, int inFlightMax, int sessionsMax) {
  static final Limits STANDARD =
      new Limits(
          HttpTransport.BODY_BYTES_MAX,
          HttpTransport.BODIES_BYTES_MAX,
          HttpTransport.IN_FLIGHT_MAX,
          HttpTransport.SESSIONS_MAX);
}
