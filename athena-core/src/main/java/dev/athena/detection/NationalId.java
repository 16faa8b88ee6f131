package dev.athena.detection;

import java.util.List;
import java.util.function.Predicate;

/**
 * A number that a state gives to people.
 *
 * @param country the state, by the two letters of ISO 3166
 * @param topic the words that speak for it
 * @param alone how it is written where its form and checksum leave little doubt; see {@link
 *     NationalIdRecognizer}
 * @param named how it is written where the words have to speak for it
 * @param check asked with letters and digits only, in capitals
 */
record NationalId(
    String country,
    SensitiveType type,
    String topic,
    List<String> alone,
    List<String> named,
    Predicate<String> check) {
  NationalId {
    alone = List.copyOf(alone);
    named = List.copyOf(named);
  }

  /** Returns the id of the rule. */
  String rule() {
    return topic;
  }
}
