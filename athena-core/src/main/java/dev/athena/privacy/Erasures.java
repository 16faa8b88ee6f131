package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.detection.SensitiveType;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.storage.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Erasures: what stands behind the pseudonyms of somebody goes, when all else that is known of them
 * is gone.
 */
public final class Erasures {
  private static final String PREFIX = "erasure ";
  private static final String VALUE = "value";
  private static final String PRINCIPAL = "principal";

  private final Privacy.World world;
  private final Pseudonymizer pseudonymizer;

  Erasures(Privacy.World world, Pseudonymizer pseudonymizer) {
    this.world = world;
    this.pseudonymizer = pseudonymizer;
  }

  /** Returns the pseudonyms that a value has, whatever it was taken for. */
  public List<Pseudonym> pseudonyms(String tenant, String value) {
    return world.vault().read(tx -> pseudonyms(tx, tenant, value));
  }

  /**
   * Runs an erasure: writes down what is to be erased, does {@code rest}, which may be done again,
   * and at last removes what stands behind the pseudonyms, with a record in the audit.
   */
  public <T> T run(Caller caller, String value, Supplier<T> rest) {
    String tenant = caller.namespace().tenant();
    String job = PREFIX + world.ids().next("ers");
    JsonObject todo =
        JsonObject.builder().put(VALUE, value).put(PRINCIPAL, caller.principal().name()).build();
    world
        .vault()
        .write(tx -> {
          tx.store(SettingStore.class).put(tenant, job, todo);
          return true;
        });
    T done = rest.get();
    var _ = finish(tenant, job, todo);
    return done;
  }

  /**
   * Finishes what was interrupted, and returns how much there was. Of several processes that do so
   * at the same time, one finishes each erasure and tells the audit.
   *
   * @param rest is given tenants and values
   * @param finished is given what {@code rest} made of those that this process finished
   */
  public <T> int resume(BiFunction<String, String, T> rest, Consumer<T> finished) {
    int resumed = 0;
    Map<SettingStore.Name, JsonObject> left =
        world.vault().read(tx -> tx.store(SettingStore.class).startingWith(PREFIX));
    for (Map.Entry<SettingStore.Name, JsonObject> one : left.entrySet()) {
      String tenant = one.getKey().tenant();
      T done = rest.apply(tenant, one.getValue().text(VALUE).orElse(""));
      resumed++;
      if (finish(tenant, one.getKey().name(), one.getValue()).isPresent()) {
        finished.accept(done);
      }
    }
    var _ = world.vault().purge(); // whoever was killed had perhaps not come to it
    return resumed;
  }

  private OptionalInt finish(String tenant, String job, JsonObject todo) {
    OptionalInt values =
        world
            .vault()
            .write(tx -> {
              if (!tx.store(SettingStore.class).remove(tenant, job)) {
                return OptionalInt.empty(); // another process was faster, and told the audit
              }
              List<Pseudonym> gone = pseudonyms(tx, tenant, todo.text(VALUE).orElse(""));
              gone.forEach(pseudonym -> tx.store(Vault.class).remove(tenant, pseudonym));
              tx.store(AuditLog.class)
                  .append(
                      new AuditEvent(
                          world.clock().instant(),
                          tenant,
                          todo.text(PRINCIPAL).orElse(""),
                          AuditAction.SUBJECT,
                          AuditOutcome.DONE,
                          "erasure",
                          "",
                          JsonObject.builder().put("values", gone.size()).build()));
              return OptionalInt.of(gone.size());
            });
    var _ = world.vault().purge();
    return values;
  }

  List<Pseudonym> pseudonyms(Transaction tx, String tenant, String value) {
    Stream<Sensitive> asAll =
        Arrays.stream(SensitiveType.values()).map(type -> new Sensitive(type, value));
    Stream<Sensitive> found = Marked.of(value, world.detector().get()).found();
    return Stream.concat(asAll, found)
        .distinct()
        .flatMap(one -> pseudonymizer.find(tx, tenant, one).stream())
        .distinct()
        .toList();
  }
}
