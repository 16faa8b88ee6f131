package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The inventory of files with what is in the memory, so that an erasure can tell of them. It is
 * sealed like the vault: a path or a value is nobody's business.
 */
public final class Exports {
  /** The most files that are remembered. */
  public static final int FILES_MAX = 10_000;

  private static final String PREFIX = "export ";
  private static final String PATH = "path";
  private static final String AT = "at";
  private static final String SHA_256 = "sha256";
  private static final String VALUES = "values";

  private final Privacy.World world;
  private final Erasures erasures;

  Exports(Privacy.World world, Erasures erasures) {
    this.world = world;
    this.erasures = erasures;
  }

  /**
   * A file that was written.
   *
   * @param values of whom it tells; empty if it holds whole projects
   */
  public record Exported(String id, String path, Instant at, String sha256, List<String> values) {
    public Exported {
      values = List.copyOf(values);
    }
  }

  /** What became of a file. */
  public enum State {
    /** It is not there any more. */
    GONE,
    /** It was deleted. */
    DELETED,
    /** It is to be deleted. */
    TO_DELETE,
    /** It is there and is not what was written: somebody has to look at it. */
    CHANGED,
    /** It tells of others, or of whole projects, and may hold the value: somebody has to look. */
    MAY_HOLD
  }

  /** A file, and what became of it. */
  public record Fate(Exported file, State state) {}

  /**
   * Writes down that a file was written, in the place of one that was there; the audit tells,
   * without path and values.
   *
   * @param values of whom it tells; empty if it holds whole projects
   */
  public Exported made(Caller caller, String path, String sha256, List<String> values) {
    String tenant = caller.namespace().tenant();
    Exported made =
        new Exported(world.ids().next("exp"), path, world.clock().instant(), sha256, values);
    return world
        .vault()
        .write(tx -> {
          List<Exported> known = all(tx, tenant);
          known.stream()
              .filter(one -> one.path().equals(path))
              .forEach(one -> tx.store(SettingStore.class).remove(tenant, PREFIX + one.id()));
          if (known.stream().filter(one -> !one.path().equals(path)).count() >= FILES_MAX) {
            throw new InvalidArgument(
                "%,d exports are remembered, and there can be no more".formatted(FILES_MAX),
                "delete files that are not needed; an erasure forgets those that are gone");
          }
          tx.store(SettingStore.class).put(tenant, PREFIX + made.id(), json(made));
          tx.store(AuditLog.class).append(event(caller, made));
          return made;
        });
  }

  /** Returns the files that a tenant has, the oldest first. */
  public List<Exported> all(String tenant) {
    return world.vault().read(tx -> all(tx, tenant));
  }

  /**
   * Deletes the files that tell of a value, or only says which; of all others says that they may
   * hold it. What is gone is forgotten.
   */
  public List<Fate> erase(String tenant, String value, boolean dryRun) {
    List<Exported> all = all(tenant);
    if (all.isEmpty()) {
      return List.of();
    }
    Set<Pseudonym> pseudonyms = new HashSet<>(erasures.pseudonyms(tenant, value));
    List<Fate> fates = new ArrayList<>();
    for (Exported file : all) {
      boolean concerned = file.values().stream().anyMatch(isSame(tenant, value, pseudonyms)::apply);
      State state = concerned ? erased(file, dryRun) : looked(file);
      fates.add(new Fate(file, state));
    }
    if (!dryRun) {
      forget(tenant, fates);
    }
    return fates;
  }

  private Function<String, Boolean> isSame(String tenant, String value, Set<Pseudonym> pseudonyms) {
    return other ->
        other.strip().toLowerCase(Locale.ROOT).equals(value.strip().toLowerCase(Locale.ROOT))
            || erasures.pseudonyms(tenant, other).stream().anyMatch(pseudonyms::contains);
  }

  private State erased(Exported file, boolean dryRun) {
    Optional<String> now = world.files().sha256(file.path());
    if (now.isEmpty()) {
      return State.GONE;
    }
    if (!now.get().equals(file.sha256())) {
      return State.CHANGED;
    }
    if (dryRun) {
      return State.TO_DELETE;
    }
    return world.files().delete(file.path()) ? State.DELETED : State.CHANGED;
  }

  private State looked(Exported file) {
    return world.files().sha256(file.path()).isEmpty() ? State.GONE : State.MAY_HOLD;
  }

  private void forget(String tenant, List<Fate> fates) {
    List<Fate> gone =
        fates.stream()
            .filter(fate -> fate.state() == State.GONE || fate.state() == State.DELETED)
            .toList();
    if (!gone.isEmpty()) {
      var _ =
          world
              .vault()
              .write(tx -> {
                SettingStore settings = tx.store(SettingStore.class);
                gone.forEach(fate -> settings.remove(tenant, PREFIX + fate.file().id()));
                return true;
              });
    }
  }

  private List<Exported> all(Transaction tx, String tenant) {
    List<Exported> all = new ArrayList<>();
    for (Map.Entry<SettingStore.Name, JsonObject> one :
        tx.store(SettingStore.class).startingWith(PREFIX).entrySet()) {
      if (one.getKey().tenant().equals(tenant)) {
        all.add(exported(one.getKey().name().substring(PREFIX.length()), one.getValue()));
      }
    }
    return all;
  }

  private AuditEvent event(Caller caller, Exported made) {
    return new AuditEvent(
        made.at(),
        caller.namespace().tenant(),
        caller.principal().name(),
        made.values().isEmpty() ? AuditAction.ACCESS : AuditAction.SUBJECT,
        AuditOutcome.DONE,
        made.id(),
        "",
        JsonObject.builder()
            .put("event", "export")
            .put(SHA_256, made.sha256())
            .put("subjects", made.values().size())
            .build());
  }

  private static JsonObject json(Exported made) {
    return JsonObject.builder()
        .put(PATH, made.path())
        .put(AT, made.at().toString())
        .put(SHA_256, made.sha256())
        .put(VALUES, Json.ofTexts(made.values()))
        .build();
  }

  private static Exported exported(String id, JsonObject json) {
    return new Exported(
        id,
        json.text(PATH).orElse(""),
        json.text(AT).map(Instant::parse).orElse(Instant.EPOCH),
        json.text(SHA_256).orElse(""),
        json.array(VALUES).orElse(JsonArray.EMPTY).values().stream()
            .map(value -> ((Json.Text) value).value())
            .toList());
  }
}
