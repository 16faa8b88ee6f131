package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SecretKey;
import dev.athena.crypto.SigningKey;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Signs what an erasure removed and what was found afterwards. The value itself is not told: it is
 * named by a keyed hash, so that whoever has the keys and is asked about a value can say whether
 * the proof is about that one.
 */
public final class ErasureProofs {
  private final Privacy.World world;

  ErasureProofs(Privacy.World world) {
    this.world = world;
  }

  /**
   * What was erased, signed.
   *
   * @param statement JSON
   * @param key names the key; its public half is in every export of the audit
   * @param signature Ed25519 over {@code "athena erasure 1\n"} and the statement, in base64
   */
  public record Proof(String statement, String key, String signature) {}

  /** Signs a proof, which the audit tells of. */
  public Proof sign(Caller caller, String value, JsonObject removed, JsonObject left) {
    String tenant = caller.namespace().tenant();
    JsonObject told =
        JsonObject.builder()
            .put("subject", subject(tenant, value))
            .put("removed", removed)
            .put("left", left)
            .build();
    JsonObject statement =
        JsonObject.builder()
            .put("at", world.clock().instant().toString())
            .put("tenant", tenant)
            .put("principal", caller.principal().name())
            .putAll(told)
            .build();
    String text = JsonCodec.write(statement);
    SigningKey key = AuditKeys.signing(world.keyring());
    Proof proof = new Proof(text, key.verifying().id(), key.sign("athena erasure 1\n" + text));
    return world
        .vault()
        .write(tx -> {
          tx.store(AuditLog.class)
              .append(
                  new AuditEvent(
                      world.clock().instant(),
                      tenant,
                      caller.principal().name(),
                      AuditAction.SUBJECT,
                      AuditOutcome.DONE,
                      "erasure proof",
                      "",
                      told.with("signature", Json.of(proof.signature()))));
          return proof;
        });
  }

  /** Returns what names a value in proofs. */
  public String subject(String tenant, String value) {
    SecretKey key = world.keyring().secrets(Namespace.LOCAL_TENANT, Purpose.AUDIT).getLast();
    byte[] told = ("erased\n" + tenant + "\n" + value).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(key.hash().of(told));
  }
}
