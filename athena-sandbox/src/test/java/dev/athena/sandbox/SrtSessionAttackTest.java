package dev.athena.sandbox;

/** The same in sandboxes of srt: what they say of files is believed no more. */
class SrtSessionAttackTest extends SessionAttackTest {
  @Override
  String backend() {
    return "srt";
  }
}
