package dev.athena.storage;

/** Makes ids that sort by the time they were made, without a central counter. */
@FunctionalInterface
public interface IdSource {
  /** Returns a new id such as {@code evt_01k…}; {@code prefix} comes without the underscore. */
  String next(String prefix);
}
