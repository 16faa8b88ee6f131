package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditExport;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.audit.ExportCheck;
import dev.athena.crypto.Keyring;
import dev.athena.detection.Detector;
import dev.athena.detection.ScanBudget;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.storage.IdSource;
import dev.athena.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an Athena does for privacy, put together. Safe for use by many threads. */
public final class Privacy implements Screen {
  private static final String SETTINGS = "privacy";

  /** After so long, what another process changed is noticed. */
  private static final Duration SETTINGS_FRESH = Duration.ofSeconds(1);

  /** How long one piece of a text that is stored already may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final World world;
  private final Pseudonymizer pseudonyms;
  private final Reveals reveals;
  private final Crossings crossings;
  private final Rescans rescans;
  private final Erasures erasures;
  private final Permitting permitting;
  private final Corrections corrections;
  private final Exports exports;
  private final ErasureProofs proofs;
  private final Map<String, Known> settings = new ConcurrentHashMap<>();

  /**
   * What privacy is made with.
   *
   * @param vault keeps what stands behind pseudonyms, and the audit
   * @param detector is asked for when it is first needed
   * @param files the files that were exported
   */
  public record World(
      Storage vault,
      Keyring keyring,
      Supplier<Detector> detector,
      IdSource ids,
      InstantSource clock,
      ExportedFiles files,
      LeftFiles left) {
    /** Returns a world in which programs leave no files. */
    public World(
        Storage vault,
        Keyring keyring,
        Supplier<Detector> detector,
        IdSource ids,
        InstantSource clock,
        ExportedFiles files) {
      this(vault, keyring, detector, ids, clock, files, LeftFiles.NONE);
    }
  }

  /** Settings and the redactor that follows them, as they were at a time. */
  private record Known(PrivacySettings settings, Redactor redactor, Instant at) {}

  public Privacy(World world) {
    this.world = world;
    this.pseudonyms =
        new Pseudonymizer(
            world.vault(),
            world.keyring(),
            world.clock(),
            () -> world.detector().get().canonicalForm());
    this.permitting = new Permitting(world);
    this.erasures = new Erasures(world, pseudonyms);
    this.crossings = new Crossings(world.vault(), world.keyring(), world.clock());
    this.rescans =
        new Rescans(
            world, this, new SecondLook(world.vault(), world.keyring(), this::patientRedactor));
    this.corrections = new Corrections(world, pseudonyms, erasures);
    this.exports = new Exports(world, erasures);
    this.proofs = new ErasureProofs(world);
    this.reveals = new Reveals(world.vault(), world.keyring(), world.clock());
  }

  @Override
  public Redacted<String> text(String tenant, String text, Use use) {
    Known known = known(tenant);
    return passes(known, use) ? new Redacted<>(text, Map.of()) : known.redactor().text(text, use);
  }

  @Override
  public Redacted<Json> json(String tenant, Json tree, Use use) {
    Known known = known(tenant);
    return passes(known, use) ? new Redacted<>(tree, Map.of()) : known.redactor().json(tree, use);
  }

  /** Questions are redacted even if texts are not: there may be some from when they were. */
  private static boolean passes(Known known, Use use) {
    return use == Use.STORED && !known.settings().isOn();
  }

  /** Returns what shows what stands behind pseudonyms. */
  public Reveals reveals() {
    return reveals;
  }

  /** Returns what programs left. */
  public LeftFiles leftFiles() {
    return world.left();
  }

  /** Returns what is known of how what is stored was looked through. */
  public Rescans rescans() {
    return rescans;
  }

  /** Returns the way by which it leaves for hosts. */
  public Bridge bridge() {
    return crossings;
  }

  /** Returns what gives and takes away the right to see it, or to have it sent. */
  public Permitting permitting() {
    return permitting;
  }

  /** Returns what became of the audit since it was written. */
  public AuditChain.Verdict verifyAudit() {
    AuditKeys keys = AuditKeys.of(world.keyring());
    return world.vault().read(tx -> AuditChain.verify(tx, keys));
  }

  /** Returns what became of the audit since an export of it was written. */
  public AuditChain.Verdict verifyExport(Stream<String> lines) {
    AuditKeys keys = AuditKeys.of(world.keyring());
    return world.vault().read(tx -> ExportCheck.verify(lines, tx, keys));
  }

  /** Writes the audit, a line at a time. */
  public AuditExport.Written exportAudit(Consumer<String> lines) {
    AuditKeys keys = AuditKeys.of(world.keyring());
    return world.vault().read(tx -> AuditExport.write(tx, keys, world.clock().instant(), lines));
  }

  /** Returns what of a tenant is in the vault and was not put there so, each in a sentence. */
  public List<String> faults(String tenant) {
    return pseudonyms.lost(tenant).stream()
        .map(one -> "what stands behind %s does not lead to it".formatted(one))
        .toList();
  }

  /** Returns what removes what stands behind pseudonyms. */
  public Erasures erasures() {
    return erasures;
  }

  /** Returns what corrects what stands behind pseudonyms. */
  public Corrections corrections() {
    return corrections;
  }

  /** Returns the inventory of what was exported. */
  public Exports exports() {
    return exports;
  }

  /** Returns what signs that something was erased. */
  public ErasureProofs proofs() {
    return proofs;
  }

  /** Returns the storage of the vault and the audit. */
  public Storage vault() {
    return world.vault();
  }

  /** Returns what a tenant wants to be private. */
  public PrivacySettings settings(String tenant) {
    return known(tenant).settings();
  }

  /** Changes what the tenant of {@code caller} wants to be private, which the audit tells. */
  public void change(Caller caller, PrivacySettings wanted) {
    String tenant = caller.namespace().tenant();
    Detector tried = wanted.detector(world.detector().get());
    world
        .vault()
        .write(tx -> {
          tx.store(SettingStore.class).put(tenant, SETTINGS, wanted.toJson());
          if (!wanted.isOn()) {
            var _ = tx.store(SettingStore.class).remove(tenant, Rescans.SETTING);
          }
          tx.store(AuditLog.class)
              .append(event(caller, AuditAction.POLICY, "privacy", wanted.summary()));
          return true;
        });
    settings.put(tenant, new Known(wanted, new Redactor(tried, pseudonyms, tenant), Instant.MIN));
  }

  private Redactor patientRedactor(String tenant) {
    ScanBudget patient = new ScanBudget(Pieces.LENGTH * 2, PATIENCE, world.clock());
    Detector standard = world.detector().get().within(patient);
    Pieces pieces = new Pieces(settings(tenant).detector(standard));
    return new Redactor(pieces::mark, pseudonyms, tenant);
  }

  private AuditEvent event(Caller caller, AuditAction action, String target, JsonObject details) {
    return new AuditEvent(
        world.clock().instant(),
        caller.namespace().tenant(),
        caller.principal().name(),
        action,
        AuditOutcome.DONE,
        target,
        "",
        details);
  }

  private Known known(String tenant) {
    Instant now = world.clock().instant();
    Known known = settings.get(tenant);
    if (known != null && known.at().isAfter(now.minus(SETTINGS_FRESH))) {
      return known;
    }
    PrivacySettings read =
        world
            .vault()
            .read(tx -> tx.store(SettingStore.class).find(tenant, SETTINGS))
            .map(PrivacySettings::of)
            .orElse(PrivacySettings.DEFAULT);
    Known fresh =
        known != null && known.settings().equals(read)
            ? new Known(read, known.redactor(), now)
            : new Known(
                read, new Redactor(read.detector(world.detector().get()), pseudonyms, tenant), now);
    settings.put(tenant, fresh);
    return fresh;
  }
}
