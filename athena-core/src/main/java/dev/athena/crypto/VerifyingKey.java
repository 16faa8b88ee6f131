package dev.athena.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a {@link SigningKey}: it checks what that one signed, and nobody can sign with
 * it.
 *
 * @param base64 the key as X.509 has it (SubjectPublicKeyInfo), in base64
 */
public record VerifyingKey(String base64) {
  /** What it is used with, as Java and others call it. */
  public static final String ALGORITHM = "Ed25519";

  private static final int ID_DIGITS = 16;

  /** Checks that it is a key. */
  public VerifyingKey {
    PublicKey checked = key(base64);
    if (!checked.getAlgorithm().equals("EdDSA")) {
      throw new IllegalArgumentException("a key for " + checked.getAlgorithm());
    }
  }

  static VerifyingKey of(byte[] x509) {
    return new VerifyingKey(Base64.getEncoder().encodeToString(x509));
  }

  /** Returns what names it: the beginning of its SHA-256, in hexadecimal. */
  public String id() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
      return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns whether {@code signature}, in base64, was made of {@code text} with its other half. */
  public boolean verifies(String text, String signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key(base64));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (SignatureException | InvalidKeyException | IllegalArgumentException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  private static PublicKey key(String base64) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("no public key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
