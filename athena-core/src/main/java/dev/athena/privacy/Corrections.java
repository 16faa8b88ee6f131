package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.detection.SensitiveClass;
import dev.athena.detection.SensitiveType;
import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.storage.Transaction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Corrects what stands behind pseudonyms: a value that was wrong gives way to the right one, and
 * every memory that holds its pseudonym is right from then on.
 */
public final class Corrections {
  /** The longest value, in characters. */
  public static final int VALUE_LENGTH_MAX = 1_000;

  private final Privacy.World world;
  private final Pseudonymizer pseudonymizer;
  private final Erasures erasures;

  Corrections(Privacy.World world, Pseudonymizer pseudonymizer, Erasures erasures) {
    this.world = world;
    this.pseudonymizer = pseudonymizer;
    this.erasures = erasures;
  }

  /**
   * What was corrected.
   *
   * @param pseudonyms stand for the right value from now on
   * @param apart how many of them the right value is not found by, because it had a pseudonym of
   *     its own before: questions find what holds that one
   */
  public record Corrected(List<Pseudonym> pseudonyms, int apart) {
    public Corrected {
      pseudonyms = List.copyOf(pseudonyms);
    }
  }

  /**
   * Puts one value in the place of another, which the audit tells without either.
   *
   * @throws InvalidArgument if the wrong value has no pseudonym, or the right one is not of its
   *     type
   */
  public Corrected correct(Caller caller, String wrong, String right) {
    String from = checked(wrong);
    String to = checked(right);
    if (from.equals(to)) {
      throw new InvalidArgument("both values are the same", "send the wrong one and the right one");
    }
    String tenant = caller.namespace().tenant();
    return world.vault().write(tx -> correct(tx, caller, tenant, List.of(from, to)));
  }

  private Corrected correct(Transaction tx, Caller caller, String tenant, List<String> values) {
    List<Pseudonym> pseudonyms = erasures.pseudonyms(tx, tenant, values.getFirst());
    if (pseudonyms.isEmpty()) {
      throw new InvalidArgument(
          "the wrong value has no pseudonym",
          "what stands in memories themselves is updated there");
    }
    int apart = 0;
    for (Pseudonym pseudonym : pseudonyms) {
      SensitiveType type = pseudonym.type();
      refuseOtherType(type, values);
      Sensitive right = new Sensitive(type, values.getLast());
      apart += pseudonymizer.correct(tx, tenant, pseudonym, right) ? 0 : 1;
    }
    tx.store(AuditLog.class).append(event(caller, pseudonyms, apart));
    return new Corrected(pseudonyms, apart);
  }

  /** A right value that is not found as the wrong one was would be found by no question. */
  private void refuseOtherType(SensitiveType type, List<String> values) {
    String name = type.name().toLowerCase(Locale.ROOT);
    if (type.sensitiveClass() == SensitiveClass.SECRET) {
      throw new InvalidArgument(
          "the wrong value is a credential", "credentials are replaced, not corrected");
    }
    if (types(values.getFirst()).anyMatch(type::equals)
        && types(values.getLast()).noneMatch(type::equals)) {
      throw new InvalidArgument(
          "the right value is not found to be of the type " + name,
          "send one that is, as it would stand in a text");
    }
  }

  private Stream<SensitiveType> types(String value) {
    return Marked.of(value, world.detector().get()).found().map(Sensitive::type);
  }

  private AuditEvent event(Caller caller, List<Pseudonym> pseudonyms, int apart) {
    return new AuditEvent(
        world.clock().instant(),
        caller.namespace().tenant(),
        caller.principal().name(),
        AuditAction.SUBJECT,
        AuditOutcome.DONE,
        "correction",
        "",
        JsonObject.builder().put("values", pseudonyms.size()).put("apart", apart).build());
  }

  private static String checked(String value) {
    String stripped = value.strip();
    int length = Characters.count(stripped);
    if (length < 1 || length > VALUE_LENGTH_MAX) {
      throw new InvalidArgument(
          "a value has %,d characters".formatted(length),
          "send 1 to %,d".formatted(VALUE_LENGTH_MAX));
    }
    return stripped;
  }
}
