package dev.athena.privacy;

import java.util.Optional;

/** The files that Athena wrote for somebody outside of it. */
public interface ExportedFiles {
  /** There are none. */
  ExportedFiles NONE =
      new ExportedFiles() {
        @Override
        public Optional<String> sha256(String path) {
          return Optional.empty();
        }

        @Override
        public boolean delete(String path) {
          return false;
        }
      };

  /** Returns the SHA-256 of a file, in hexadecimal; empty if it cannot be read. */
  Optional<String> sha256(String path);

  /** Deletes a file; returns whether it is gone. */
  boolean delete(String path);
}
