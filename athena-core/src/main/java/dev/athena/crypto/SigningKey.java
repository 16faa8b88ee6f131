package dev.athena.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Signs, so that whoever has the public half can check it: Ed25519 (RFC 8032). */
public final class SigningKey {
  /** What X.509 has before the 32 bytes of such a key (RFC 8410). */
  private static final byte[] X509_BEGINNING = HexFormat.of().parseHex("302a300506032b6570032100");

  private final PrivateKey key;
  private final VerifyingKey verifying;

  /** Creates the key that a secret is: to Ed25519, 32 random bytes are a private key. */
  public SigningKey(SecretKey secret) {
    byte[] bytes = secret.bytes();
    // Java makes no public key of a private one.
    byte[] half = new Ed25519PrivateKeyParameters(bytes, 0).generatePublicKey().getEncoded();
    byte[] x509 = new byte[X509_BEGINNING.length + half.length];
    System.arraycopy(X509_BEGINNING, 0, x509, 0, X509_BEGINNING.length);
    System.arraycopy(half, 0, x509, X509_BEGINNING.length, half.length);
    this.verifying = VerifyingKey.of(x509);
    try {
      this.key =
          KeyFactory.getInstance(VerifyingKey.ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** Returns the half that everybody may have. */
  public VerifyingKey verifying() {
    return verifying;
  }

  /** Returns the signature of a text, in base64. */
  public String sign(String text) {
    try {
      Signature signature = Signature.getInstance(VerifyingKey.ALGORITHM);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }
}
