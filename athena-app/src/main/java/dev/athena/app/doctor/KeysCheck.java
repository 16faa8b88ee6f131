package dev.athena.app.doctor;

import dev.athena.crypto.KeyHistory;
import dev.athena.crypto.Keychain;
import dev.athena.error.AthenaException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the keys open, how old they are, and whether they could be brought back. */
public final class KeysCheck implements Check {
  private final Supplier<Known> known;
  private final InstantSource clock;

  /**
   * What is looked at.
   *
   * @param due the age at which a key should be rotated
   * @param backup tells when shares of the master key were last made
   */
  public record Known(Keychain keychain, Duration due, Supplier<Optional<Instant>> backup) {}

  public KeysCheck(Supplier<Known> known, InstantSource clock) {
    this.known = known;
    this.clock = clock;
  }

  @Override
  public String subject() {
    return "keys";
  }

  @Override
  public Finding look() {
    try {
      Known here = known.get();
      if (!here.keychain().exists()) {
        return Finding.good("none yet (made on first use)");
      }
      return judge(here, here.keychain().verify(), here.backup().get());
    } catch (AthenaException e) {
      return Finding.missing("the keys do not open: " + e.problem(), e.hint());
    }
  }

  private Finding judge(Known here, int versions, Optional<Instant> backedUp) {
    List<KeyHistory> keys = here.keychain().histories();
    Instant now = clock.instant();
    long oldest =
        keys.stream()
            .mapToLong(key -> Duration.between(key.newest().created(), now).toDays())
            .max()
            .orElse(0);
    List<String> old =
        keys.stream()
            .filter(key -> key.isDue(now, here.due()))
            .map(key -> key.purpose().name().toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    String found =
        "%d versions of keys open with the master key of the kind %s; the oldest in use is %d days"
                .formatted(versions, here.keychain().master().kind(), oldest)
            + " old; shares of the master key: "
            + backedUp.map(at -> "made " + at).orElse("never made here");
    if (!old.isEmpty()) {
      return Finding.poor(
          found, "rotate those that are due: `athena keys rotate %s`".formatted(old.getFirst()));
    }
    return backedUp.isEmpty()
        ? Finding.poor(found, "`athena keys backup` makes shares of the master key")
        : Finding.good(found);
  }
}
