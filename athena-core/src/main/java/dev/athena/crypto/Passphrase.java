package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Makes a master key of a passphrase, with Argon2id (RFC 9106). */
public final class Passphrase {
  /** The kind of such a master key. */
  public static final String KIND = "passphrase";

  /** The shortest passphrase, in characters. */
  public static final int LENGTH_MIN = 12;

  /** The longest. */
  public static final int LENGTH_MAX = 1_000;

  private static final int SALT_BYTES = 16;
  private static final String KIBIBYTES = "kibibytes";
  private static final String PASSES = "passes";
  private static final String LANES = "lanes";
  private static final String SALT = "salt";

  private Passphrase() {}

  /**
   * How dear one try is.
   *
   * @param kibibytes main memory
   * @param passes over it
   */
  record Cost(int kibibytes, int passes, int lanes) {
    /** What OWASP recommends; every start of Athena pays it. */
    static final Cost DEFAULT = new Cost(19 * 1024, 2, 1);

    static final int KIBIBYTES_MIN = 19 * 1024;
    static final int KIBIBYTES_MAX = 1024 * 1024;
    static final int PASSES_MIN = 2;
    static final int PASSES_MAX = 32;
    static final int LANES_MAX = 16;

    Cost {
      if (kibibytes < KIBIBYTES_MIN
          || kibibytes > KIBIBYTES_MAX
          || passes < PASSES_MIN
          || passes > PASSES_MAX
          || lanes < 1
          || lanes > LANES_MAX) {
        throw KeychainDamaged.because("a cost of passphrases that Athena does not use", null);
      }
    }
  }

  /**
   * Makes a new key, with a salt of its own.
   *
   * @throws InvalidArgument if the passphrase is too short or too long
   */
  public static RawMasterKey create(String passphrase) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return derive(passphrase, Cost.DEFAULT, salt);
  }

  /**
   * Makes a key again.
   *
   * @param parameters those of the key that was made of this passphrase
   * @throws InvalidArgument if the passphrase is too short or too long
   */
  public static RawMasterKey again(String passphrase, JsonObject parameters) {
    Cost cost =
        new Cost(
            Member.whole(parameters, KIBIBYTES),
            Member.whole(parameters, PASSES),
            Member.whole(parameters, LANES));
    byte[] salt = Member.bytes(parameters, SALT);
    if (salt.length != SALT_BYTES) {
      throw KeychainDamaged.because("a salt of %d bytes".formatted(salt.length), null);
    }
    return derive(passphrase, cost, salt);
  }

  private static RawMasterKey derive(String passphrase, Cost cost, byte[] salt) {
    int length = passphrase.codePointCount(0, passphrase.length());
    if (length < LENGTH_MIN || length > LENGTH_MAX) {
      throw new InvalidArgument(
          "the passphrase has %,d characters".formatted(length),
          "use %d to %,d characters; five or six words do well".formatted(LENGTH_MIN, LENGTH_MAX));
    }
    byte[] typed =
        Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    byte[] key = new byte[RawMasterKey.BYTES];
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.kibibytes())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    argon2.generateBytes(typed, key);
    Arrays.fill(typed, (byte) 0);
    JsonObject parameters =
        JsonObject.builder()
            .put(KIBIBYTES, cost.kibibytes())
            .put(PASSES, cost.passes())
            .put(LANES, cost.lanes())
            .put(SALT, Base64.getEncoder().encodeToString(salt))
            .build();
    return RawMasterKey.of(KIND, "Argon2id", key, parameters);
  }
}
