package dev.athena.privacy;

import java.util.List;

/**
 * The one way by which what stands behind pseudonyms leaves Athena. Whoever carries something out
 * has it opened here, and has what comes back looked through. Safe for use by many threads.
 */
public interface Bridge {
  /** Knows no pseudonyms, so that all is sent as it is written. */
  Bridge NONE =
      new Bridge() {
        @Override
        public List<Opened> cross(Crossing crossing, List<Passage> passages) {
          return passages.stream().map(passage -> Opened.same(passage.text())).toList();
        }

        @Override
        public Crossed crossed(String tenant) {
          return Crossed.NOTHING;
        }
      };

  /**
   * Returns texts with what stands behind the pseudonyms in them, if it may go there. What is
   * granted and what is refused is in the audit; texts without pseudonyms are returned as they are.
   *
   * @throws RevealRefused if one may not go there, or nothing stands behind it
   * @throws dev.athena.error.RateLimited if the principal had too much sent
   * @throws dev.athena.error.InvalidArgument if a value cannot stand where its pseudonym does
   */
  List<Opened> cross(Crossing crossing, List<Passage> passages);

  /** Returns what finds the values of a tenant that were sent, in what comes back. */
  Crossed crossed(String tenant);
}
