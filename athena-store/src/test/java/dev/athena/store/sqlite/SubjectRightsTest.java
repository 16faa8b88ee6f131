package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditRecord;
import dev.athena.crypto.VerifyingKey;
import dev.athena.detection.SensitiveType;
import dev.athena.error.InvalidArgument;
import dev.athena.error.PermissionDenied;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Language;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Status;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.Erasing;
import dev.athena.operation.SubjectExport;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.Permitting;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.RevealRefused;
import dev.athena.privacy.Use;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person has a right to: access, correction and erasure, over a real vault. */
class SubjectRightsTest extends PrivacyFixture {
  private static final String ANN = "ann.smith@harbour.example.org";
  private static final String BOB = "bob.jones@harbour.example.org";

  @Test
  void aPersonGetsAllThatIsKeptWithItsValuesAndNothingOfOthers() {
    String id = remember("Lunch of " + ANN + " with " + BOB);
    remember("Only " + BOB);
    run("exe_1", "print('" + pseudonym(ANN) + "')", null);

    JsonObject found = export(OWNER, false, ANN);

    String text = JsonCodec.write(found);
    assertThat(text).contains("Lunch of " + ANN + " with [EMAIL_", id).doesNotContain(BOB);
    assertThat(found.object("memories").orElseThrow().array("semantic").orElseThrow().size())
        .isOne();
    assertThat(found.array("executions").orElseThrow().size()).isOne();
    assertThat(text).contains("\"type\":\"email\",\"value\":\"" + ANN + "\"", "print('" + ANN);
    AuditEvent told = last(AuditAction.SUBJECT);
    assertThat(told.target()).isEqualTo("access");
    assertThat(told.details().whole("memories")).contains(1L);
    assertThat(JsonCodec.write(told.details())).doesNotContain("ann");
  }

  @Test
  void whoSawItIsTold() {
    String id = rememberEvent("Wrote to " + ANN);
    permit("review");
    operations.call(
        OWNER,
        "get_event_untokenized",
        JsonObject.builder().put("id", id).put("reason", "she asked").build());

    JsonArray seen = export(OWNER, false, ANN).array("seen_by").orElseThrow();

    assertThat(JsonCodec.write(seen)).contains("\"reason\":\"she asked\"", id, "\"local\"");
    assertThat(seen.size()).isOne();
  }

  @Test
  void valuesOfOthersNeedAPermissionForThatPurpose() {
    remember("Lunch of " + ANN + " with " + BOB);
    assertThatExceptionOfType(RevealRefused.class).isThrownBy(() -> export(OWNER, true, ANN));

    permit(SubjectExport.PURPOSE);

    assertThat(JsonCodec.write(export(OWNER, true, ANN))).contains(ANN, BOB);
  }

  @Test
  void whoMayNotGovernGetsNothingAndValuesHaveALimit() {
    Caller reader = new Caller(new Principal("r"), OWNER.namespace(), Set.of(Grant.REVEAL));
    assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> export(reader, false, ANN));
    String[] values = new String[SubjectExport.VALUES_MAX];
    Arrays.fill(values, ANN);
    assertThat(export(OWNER, false, values).has("memories")).isTrue();
    String[] more = Arrays.copyOf(values, values.length + 1);
    more[values.length] = BOB;
    assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> export(OWNER, false, more));
    assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> export(OWNER, false));
  }

  @Test
  void credentialsAreNotShownToAnybody() {
    String key = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    remember("The deploy token is " + key + " until June.");

    JsonObject found = export(OWNER, false, key);

    assertThat(JsonCodec.write(found.object("memories").orElseThrow())).doesNotContain(key);
    assertThat(JsonCodec.write(found.array("values").orElseThrow())).doesNotContain(key);
  }

  @Test
  void anErasurePlansRunsAndProves() {
    remember("Lunch of " + ANN + " with " + BOB);
    run("exe_1", "print('" + pseudonym(ANN) + "')", null);
    run("exe_2", "pass", "no " + pseudonym(ANN));

    JsonObject plan = erase(ANN, true);
    assertThat(plan.whole("executions")).contains(1L);
    assertThat(plan.whole("executions_removed")).contains(1L);
    assertThat(plan.whole("projects")).contains(2L);
    assertThat(plan.has("proof")).isFalse();

    JsonObject done = erase(ANN, false);

    assertThat(done.object("left").orElseThrow())
        .isEqualTo(
            JsonCodec.readObject(
                "{\"values\":0,\"memories\":{\"episodic\":0,\"semantic\":0,\"procedural\":0},"
                    + "\"executions\":0,\"session_files\":0}"));
    JsonObject proof = done.object("proof").orElseThrow();
    String statement = proof.text("statement").orElseThrow();
    VerifyingKey key = AuditKeys.of(keyring).verifying().getFirst();
    String signature = proof.text("signature").orElseThrow();
    assertThat(key.verifies("athena erasure 1\n" + statement, signature)).isTrue();
    assertThat(key.verifies("athena erasure 1\n" + statement + " ", signature)).isFalse();
    assertThat(proof.text("key")).contains(key.id());
    assertThat(statement)
        .contains(privacy.proofs().subject("local", ANN), "\"semantic\":1")
        .doesNotContain("ann");
    assertThat(execution("exe_2")).isEmpty();
    assertThat(execution("exe_1").orElseThrow().source()).isNull();
    assertThat(JsonCodec.write(export(OWNER, false, BOB))).doesNotContain("Lunch");
  }

  @Test
  void whatWasExportedIsDeletedAndWhatMayHoldItIsTold() {
    files.put("/ann.json", "a1");
    files.put("/bob.json", "b1");
    files.put("/all.jsonl", "c1");
    files.put("/edited.json", "other");
    remember("Lunch of " + ANN);
    privacy.exports().made(OWNER, "/ann.json", "a1", List.of(ANN.toUpperCase(Locale.ROOT)));
    privacy.exports().made(OWNER, "/bob.json", "older", List.of(ANN));
    privacy.exports().made(OWNER, "/bob.json", "b1", List.of(BOB));
    privacy.exports().made(OWNER, "/all.jsonl", "c1", List.of());
    privacy.exports().made(OWNER, "/edited.json", "d1", List.of(ANN));
    privacy.exports().made(OWNER, "/gone.json", "e1", List.of(ANN));

    assertThat(states(erase(ANN, true)))
        .isEqualTo(
            Map.of(
                "/ann.json", "to_delete",
                "/bob.json", "may_hold",
                "/all.jsonl", "may_hold",
                "/edited.json", "changed",
                "/gone.json", "gone"));
    assertThat(files).hasSize(4);
    assertThat(states(erase(ANN, false))).containsEntry("/ann.json", "deleted");
    assertThat(files).doesNotContainKey("/ann.json").hasSize(3);
    assertThat(privacy.exports().all("local"))
        .extracting(file -> file.path())
        .containsExactlyInAnyOrder("/bob.json", "/all.jsonl", "/edited.json");
  }

  @Test
  void projectsThatOnlyRanProgramsAreLookedThrough() {
    remember("Known: " + ANN);
    String pseudonym = pseudonym(ANN);
    run("exe_1", "print('" + pseudonym + "')", null);

    assertThat(erase(ANN, false).whole("executions")).contains(1L);
    assertThat(execution("exe_1").orElseThrow().source()).isNull();
  }

  @Test
  void twoWhoFinishAnErasureTellTheAuditOnce() {
    remember("Lunch of " + ANN);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            privacy
                .erasures()
                .run(
                    OWNER,
                    ANN,
                    () -> {
                      throw new IllegalStateException("the power went out");
                    }));
    Erasing erasing = new Erasing(services, operations.registry().binder(), privacy);

    int resumed =
        privacy
            .erasures()
            .resume(
                (_, _) -> erasing.resume(), // another process does it all in between
                _ -> {
                  throw new IllegalStateException("finished twice");
                });

    assertThat(resumed).isOne();
    assertThat(audit(AuditAction.SUBJECT))
        .extracting(AuditEvent::target)
        .containsExactly("erasure proof", "erasure");
  }

  @Test
  void aCorrectedValueIsFoundByTheRightOneAndByNoOther() {
    String wrong = "ann.smit@harbour.example.org";
    remember("Her address is " + wrong);
    String pseudonym = pseudonym(wrong);

    privacy.corrections().correct(OWNER, wrong, ANN);

    assertThat(recalled("address of " + ANN)).containsExactly("Her address is " + pseudonym);
    assertThat(pseudonym(ANN)).isEqualTo(pseudonym);
    assertThat(JsonCodec.write(export(OWNER, false, ANN))).contains("Her address is " + ANN);
    assertThat(JsonCodec.write(export(OWNER, false, wrong))).doesNotContain("Her address");
    remember("Written to " + ANN);
    assertThat(recalled("Written to " + ANN)).contains("Written to " + pseudonym);
    assertThat(last(AuditAction.SUBJECT).target()).isEqualTo("access");
    AuditEvent told =
        audit(AuditAction.SUBJECT).stream()
            .filter(event -> event.target().equals("correction"))
            .findFirst()
            .orElseThrow();
    assertThat(told.details())
        .isEqualTo(JsonObject.builder().put("values", 1).put("apart", 0).build());
    keyring.rotate();
    assertThat(pseudonym(ANN)).isEqualTo(pseudonym);
    erase(ANN, false);
    assertThat(pseudonym(ANN)).isNotEqualTo(pseudonym);
  }

  @Test
  void aRightValueThatWasKnownKeepsItsPseudonym() {
    String wrong = "ann.smit@harbour.example.org";
    remember("Her address is " + wrong);
    remember("Written to " + ANN);
    String own = pseudonym(ANN);

    assertThat(privacy.corrections().correct(OWNER, wrong, ANN).apart()).isOne();

    assertThat(pseudonym(ANN)).isEqualTo(own);
  }

  @Test
  void whatCannotBeCorrectedIsRefused() {
    String key = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    remember("The deploy token is " + key + ", by " + ANN);

    for (String[] pair :
        new String[][] {
          {BOB, ANN},
          {ANN, ANN},
          {ANN, "somebody"},
          {key, key.replace('4', '5')},
          {ANN, " "},
          {ANN, "x".repeat(1_001)}
        }) {
      assertThatExceptionOfType(InvalidArgument.class)
          .isThrownBy(() -> privacy.corrections().correct(OWNER, pair[0], pair[1]));
    }
  }

  private JsonObject export(Caller caller, boolean othersToo, String... values) {
    return new SubjectExport(services, operations.registry().binder(), privacy)
        .export(caller, List.of(values), othersToo, "a request of the customer");
  }

  private static Map<String, String> states(JsonObject erased) {
    Map<String, String> states = new HashMap<>();
    erased
        .array("exports")
        .orElseThrow()
        .values()
        .forEach(one -> {
          JsonObject file = (JsonObject) one;
          states.put(file.text("path").orElseThrow(), file.text("state").orElseThrow());
        });
    return states;
  }

  private void permit(String purpose) {
    privacy
        .permitting()
        .permit(
            OWNER,
            new Permitting.Wanted(
                "local", Set.of(SensitiveType.EMAIL), purpose, Duration.ofDays(1)));
  }

  private void run(String id, String source, @Nullable String error) {
    ExecutionRecord record =
        new ExecutionRecord(
            new ExecutionId(id),
            Namespace.ofProject("code"),
            "local",
            "test",
            Language.PYTHON,
            null,
            "balanced",
            JsonObject.EMPTY,
            "0".repeat(64),
            source,
            clock.instant(),
            null);
    memories.write(tx -> {
      ExecutionStore store = tx.store(ExecutionStore.class);
      store.start(record);
      return store.end(
          record.namespace(),
          record.id(),
          new ExecutionRecord.Ended(
              clock.instant(), Status.OK, error, false, List.of(), 0, ResourceUse.NONE),
          List.of());
    });
  }

  private Optional<ExecutionRecord> execution(String id) {
    return memories.read(tx ->
        tx.store(ExecutionStore.class).find(Namespace.ofProject("code"), new ExecutionId(id)));
  }

  private AuditEvent last(AuditAction action) {
    return audit(action).getFirst();
  }

  private List<AuditEvent> audit(AuditAction action) {
    return vault
        .read(tx ->
            tx.store(AuditLog.class)
                .newest(new AuditFilter("local", action, null, null, null, null), 1_000))
        .stream()
        .map(AuditRecord::event)
        .toList();
  }

  private String pseudonym(String value) {
    String text = privacy.text("local", value, Use.ASKED).value();
    return Pseudonym.in(text).getFirst().pseudonym().toString();
  }

  private String remember(String content) {
    return remember(OWNER, content);
  }

  private List<String> recalled(String query) {
    return recalled(OWNER, query);
  }
}
