package dev.athena.app.keys;

import java.util.Optional;

/** Asks a person for what must not be shown. */
@FunctionalInterface
public interface PassphraseAsker {
  /** Asks nobody. */
  PassphraseAsker NOBODY = _ -> Optional.empty();

  /** Returns the answer; empty if nobody is there. */
  Optional<String> ask(String question);
}
