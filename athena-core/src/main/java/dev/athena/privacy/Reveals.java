package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Keyring;
import dev.athena.detection.SensitiveClass;
import dev.athena.detection.SensitiveType;
import dev.athena.error.PermissionDenied;
import dev.athena.error.RateLimited;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one place where what stands behind pseudonyms is shown.
 *
 * <p>Nobody may see anything unless it was permitted, and nobody sees credentials. Each request,
 * granted or refused, is in the audit by the same transaction that reads the vault.
 */
public final class Reveals {
  private final Storage storage;
  private final Keyring keyring;
  private final InstantSource clock;

  Reveals(Storage storage, Keyring keyring, InstantSource clock) {
    this.storage = storage;
    this.keyring = keyring;
    this.clock = clock;
  }

  /**
   * What holds what was shown.
   *
   * @param count how many pseudonyms were resolved
   */
  public record Revealed(Json json, Set<SensitiveType> shown, int count) {
    public Revealed {
      shown = Set.copyOf(shown);
    }
  }

  /** What a transaction came to: what is shown, or why nothing is. */
  private sealed interface Verdict {
    record Granted(Revealed revealed) implements Verdict {}

    record Refused(String problem) implements Verdict {}

    record TooMany() implements Verdict {}
  }

  /**
   * Returns {@code tree} with what stands behind the pseudonyms in its strings. Pseudonyms of types
   * that are not permitted, and of values that were erased, stay.
   *
   * @throws RevealRefused if no type of which there is a pseudonym is permitted
   * @throws RateLimited if the principal asked too often
   */
  public Revealed reveal(Caller caller, RevealRequest request, Json tree) {
    Verdict verdict =
        storage.write(tx -> {
          Verdict reached = decide(tx, caller, request, tree);
          tx.store(AuditLog.class).append(event(caller, request, reached));
          return reached;
        });
    return switch (verdict) {
      case Verdict.Granted(Revealed revealed) -> revealed;
      case Verdict.Refused(String problem) ->
          throw new RevealRefused(caller.principal().name(), request.purpose(), problem);
      case Verdict.TooMany _ -> throw new RateLimited("reveal", Taken.WINDOW.toMillis());
    };
  }

  /**
   * Returns {@code tree} with what stands behind the pseudonyms of one person, for whom it is: the
   * right of access. Those of others, and credentials, stay.
   *
   * <p>It needs no permission, only {@link Grant#GOVERN}: whoever asks has named these values, and
   * learns nothing but how they are written in the vault.
   *
   * @param own the pseudonyms of the values that were named
   * @param told for the audit, beside the counts of what was shown
   */
  public Revealed access(Caller caller, Set<Pseudonym> own, Json tree, JsonObject told) {
    if (!caller.may(Grant.GOVERN)) {
      throw new PermissionDenied("the right of access", Grant.GOVERN.wireName());
    }
    Set<SensitiveType> types = EnumSet.noneOf(SensitiveType.class);
    own.stream()
        .map(Pseudonym::type)
        .filter(type -> type.sensitiveClass() != SensitiveClass.SECRET)
        .forEach(types::add);
    RevealGrant grant =
        new RevealGrant(
            caller.namespace().tenant(), caller.principal().name(), "access", types, own);
    return storage.write(tx -> {
      Opening opening = new Opening(tx.store(Vault.class), keyring, grant);
      Revealed revealed = new Revealed(opening.open(tree), opening.shown(), opening.count());
      tx.store(AuditLog.class)
          .append(
              new AuditEvent(
                  clock.instant(),
                  grant.tenant(),
                  grant.principal(),
                  AuditAction.SUBJECT,
                  AuditOutcome.DONE,
                  "access",
                  "",
                  told.with("values", Json.of(revealed.count()))));
      return revealed;
    });
  }

  private Verdict decide(Transaction tx, Caller caller, RevealRequest request, Json tree) {
    Set<SensitiveType> asked = EnumSet.noneOf(SensitiveType.class);
    Pseudonym.in(JsonCodec.write(tree)).forEach(place -> asked.add(place.pseudonym().type()));
    Set<SensitiveType> shown = permitted(tx, caller, request.purpose());
    shown.retainAll(asked);
    if (shown.isEmpty()) {
      return new Verdict.Refused(
          asked.isEmpty()
              ? request.target() + " holds no pseudonym"
              : "%s may not see %s for \"%s\""
                  .formatted(
                      caller.principal().name(), TypeWords.of(asked, ", "), request.purpose()));
    }
    if (Taken.isTooMuch(tx, caller, clock.instant(), /* isSent= */ false)) {
      return new Verdict.TooMany();
    }
    RevealGrant grant =
        new RevealGrant(
            caller.namespace().tenant(), caller.principal().name(), request.purpose(), shown, null);
    Opening opening = new Opening(tx.store(Vault.class), keyring, grant);
    Json opened = opening.open(tree);
    return new Verdict.Granted(new Revealed(opened, opening.shown(), opening.count()));
  }

  private Set<SensitiveType> permitted(Transaction tx, Caller caller, String purpose) {
    Instant now = clock.instant();
    List<RevealPermission> given =
        tx.store(RevealPermissions.class).all(caller.namespace().tenant()).stream()
            .filter(one -> one.principal().equals(caller.principal().name()))
            .filter(one -> one.purpose().equals(purpose))
            .toList();
    Set<SensitiveType> types = EnumSet.noneOf(SensitiveType.class);
    for (SensitiveType type : SensitiveType.values()) {
      boolean mayBeShown = type.sensitiveClass() != SensitiveClass.SECRET;
      if (mayBeShown && given.stream().anyMatch(one -> one.covers(type, now))) {
        types.add(type);
      }
    }
    return types;
  }

  private AuditEvent event(Caller caller, RevealRequest request, Verdict verdict) {
    JsonObject.Builder details = JsonObject.builder().put("purpose", request.purpose());
    if (verdict instanceof Verdict.Granted(Revealed revealed)) {
      details
          .put("types", Json.of(TypeWords.of(revealed.shown(), ", ")))
          .put("values", revealed.count());
    }
    return new AuditEvent(
        clock.instant(),
        caller.namespace().tenant(),
        caller.principal().name(),
        AuditAction.REVEAL,
        verdict instanceof Verdict.Granted ? AuditOutcome.DONE : AuditOutcome.REFUSED,
        request.target(),
        request.reason(),
        details.build());
  }
}
