package dev.athena.sandbox;

/** Why a program was ended from outside. */
enum Ending {
  TIMEOUT,
  OUTPUT,
  API_CALLS,
  API_BYTES,
  FILES,
  FORGED,
  CANCELLED
}
