package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Keyring;
import dev.athena.detection.SensitiveType;
import dev.athena.error.AthenaException;
import dev.athena.error.InvalidArgument;
import dev.athena.error.RateLimited;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place where what stands behind pseudonyms leaves the vault for a host.
 *
 * <p>Nothing does unless it was permitted, for its type and that host. Each request that holds a
 * pseudonym, granted or refused, is in the audit by the same transaction that reads the vault.
 */
final class Crossings implements Bridge {
  /** How many values one transfer takes. */
  static final int VALUES_MAX = 100;

  /** How many values that were sent are looked for in what comes back: the last of each tenant. */
  static final int CROSSED_MAX = 300;

  private static final String CROSSED = "crossed";
  private static final String PSEUDONYMS = "pseudonyms";

  private final Storage storage;
  private final Keyring keyring;
  private final InstantSource clock;

  Crossings(Storage storage, Keyring keyring, InstantSource clock) {
    this.storage = storage;
    this.keyring = keyring;
    this.clock = clock;
  }

  /** What a transaction came to: the texts as they are sent, or why nothing is. */
  private sealed interface Verdict {
    record Granted(List<Opened> opened) implements Verdict {}

    record Refused(AthenaException why) implements Verdict {}
  }

  /** The pseudonyms in what is to be sent, and those of them behind which something stands. */
  private record Asked(Set<Pseudonym> all, Set<Pseudonym> known) {
    Set<SensitiveType> types() {
      return known.stream()
          .map(Pseudonym::type)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(SensitiveType.class)));
    }
  }

  @Override
  public List<Opened> cross(Crossing crossing, List<Passage> passages) {
    List<Passage.Place> places =
        passages.stream().flatMap(passage -> passage.pseudonyms().stream()).toList();
    if (places.isEmpty()) {
      return same(passages);
    }
    Verdict verdict =
        storage.write(tx -> {
          Asked asked = asked(tx, crossing.tenant(), places);
          if (asked.all().isEmpty()) {
            return new Verdict.Granted(same(passages));
          }
          Verdict reached = decide(tx, crossing, asked, passages);
          tx.store(AuditLog.class).append(event(crossing, asked, reached));
          return reached;
        });
    return switch (verdict) {
      case Verdict.Granted(List<Opened> opened) -> opened;
      case Verdict.Refused(AthenaException why) -> throw why;
    };
  }

  @Override
  public Crossed crossed(String tenant) {
    return storage.read(tx -> {
      List<Pseudonym> names = crossed(tx, tenant);
      return names.isEmpty() ? Crossed.NOTHING : new Crossed(behind(tx, tenant, names));
    });
  }

  /** What is not known and stands without brackets is a word like any other. */
  private static Asked asked(Transaction tx, String tenant, List<Passage.Place> places) {
    Set<Pseudonym> all = new LinkedHashSet<>();
    places.forEach(place -> all.add(place.pseudonym()));
    if (all.size() > VALUES_MAX) {
      return new Asked(all, Set.of());
    }
    Vault vault = tx.store(Vault.class);
    Set<Pseudonym> known = new LinkedHashSet<>(all);
    known.removeIf(one -> vault.find(tenant, one).isEmpty());
    Set<Pseudonym> marked =
        places.stream()
            .filter(Passage.Place::isMarked)
            .map(Passage.Place::pseudonym)
            .collect(Collectors.toSet());
    all.removeIf(one -> !known.contains(one) && !marked.contains(one));
    return new Asked(all, known);
  }

  private Verdict decide(Transaction tx, Crossing crossing, Asked asked, List<Passage> passages) {
    if (asked.all().size() > VALUES_MAX) {
      return new Verdict.Refused(
          new InvalidArgument(
              "the request holds %,d pseudonyms".formatted(asked.all().size()),
              "send up to %d at a time".formatted(VALUES_MAX)));
    }
    Set<Pseudonym> unknown = new LinkedHashSet<>(asked.all());
    unknown.removeAll(asked.known());
    if (!unknown.isEmpty()) {
      return new Verdict.Refused(RevealRefused.unknown(unknown.iterator().next()));
    }
    if (crossing.isRedirected()) {
      return new Verdict.Refused(RevealRefused.redirected(crossing));
    }
    Set<SensitiveType> lacking = lacking(tx, crossing, asked.types());
    if (!lacking.isEmpty()) {
      return new Verdict.Refused(RevealRefused.crossing(crossing, lacking));
    }
    if (Taken.isTooMuch(tx, crossing.caller(), clock.instant(), /* isSent= */ true)) {
      return new Verdict.Refused(
          new RateLimited("sending what is private", Taken.WINDOW.toMillis()));
    }
    try {
      Map<Pseudonym, Sensitive> values = behind(tx, crossing.tenant(), asked.known());
      List<Opened> opened = passages.stream().map(passage -> passage.open(values)).toList();
      keepInMind(tx, crossing.tenant(), asked.known());
      return new Verdict.Granted(opened);
    } catch (InvalidArgument unfit) {
      return new Verdict.Refused(unfit);
    }
  }

  private Set<SensitiveType> lacking(Transaction tx, Crossing crossing, Set<SensitiveType> types) {
    Instant now = clock.instant();
    List<RevealPermission> given = tx.store(RevealPermissions.class).all(crossing.tenant());
    Set<SensitiveType> lacking = EnumSet.noneOf(SensitiveType.class);
    lacking.addAll(types);
    lacking.removeIf(type -> given.stream().anyMatch(one -> one.lets(type, crossing, now)));
    return lacking;
  }

  private Map<Pseudonym, Sensitive> behind(
      Transaction tx, String tenant, Iterable<Pseudonym> names) {
    RevealGrant grant =
        new RevealGrant(
            tenant, "", CROSSED, EnumSet.copyOf(Arrays.asList(SensitiveType.values())), null);
    Opening opening = new Opening(tx.store(Vault.class), keyring, grant);
    Map<Pseudonym, Sensitive> values = new LinkedHashMap<>();
    names.forEach(name -> opening.behind(name).ifPresent(value -> values.put(name, value)));
    return values;
  }

  /** Notes what is sent, to find it in what comes back at any later time. */
  private static void keepInMind(Transaction tx, String tenant, Set<Pseudonym> sent) {
    Set<Pseudonym> names = new LinkedHashSet<>(crossed(tx, tenant));
    if (names.addAll(sent)) {
      List<String> last =
          names.stream()
              .skip(Math.max(0, names.size() - CROSSED_MAX))
              .map(Pseudonym::toString)
              .toList();
      tx.store(SettingStore.class)
          .put(tenant, CROSSED, JsonObject.builder().put(PSEUDONYMS, Json.ofTexts(last)).build());
    }
  }

  private static List<Pseudonym> crossed(Transaction tx, String tenant) {
    return tx
        .store(SettingStore.class)
        .find(tenant, CROSSED)
        .flatMap(setting -> setting.array(PSEUDONYMS))
        .orElse(JsonArray.EMPTY)
        .values()
        .stream()
        .map(one -> Pseudonym.of(((Json.Text) one).value()))
        .toList();
  }

  private AuditEvent event(Crossing crossing, Asked asked, Verdict verdict) {
    JsonObject details =
        JsonObject.builder()
            .put("purpose", crossing.purpose())
            .put(Taken.HOST, crossing.place())
            .put("types", TypeWords.of(asked.all().stream().map(Pseudonym::type).toList(), ", "))
            .put("values", asked.all().size())
            .put(
                PSEUDONYMS,
                asked.all().stream()
                    .limit(VALUES_MAX)
                    .map(Pseudonym::toString)
                    .collect(Collectors.joining(" ")))
            .build();
    return new AuditEvent(
        clock.instant(),
        crossing.tenant(),
        crossing.caller().principal().name(),
        AuditAction.REVEAL,
        verdict instanceof Verdict.Granted ? AuditOutcome.DONE : AuditOutcome.REFUSED,
        crossing.target(),
        verdict instanceof Verdict.Refused(AthenaException why) ? why.problem() : "",
        details);
  }

  private static List<Opened> same(List<Passage> passages) {
    return passages.stream().map(passage -> Opened.same(passage.text())).toList();
  }
}
