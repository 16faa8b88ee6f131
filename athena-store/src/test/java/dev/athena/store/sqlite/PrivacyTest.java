package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditKeys;
import dev.athena.detection.SensitiveType;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.Erasing;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.principal.Principal;
import dev.athena.privacy.Permitting;
import dev.athena.privacy.Pseudonym;
import dev.athena.privacy.RevealPermission;
import dev.athena.privacy.RevealPermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is private, by the operations that everybody calls, over a real vault. */
class PrivacyTest extends PrivacyFixture {
  private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  private static final String KEY_IN_TEXT = "The deploy token is " + KEY + " until June.";

  private static final String ADDRESS = "ann.smith@harbour.example.org";

  @Test
  void whatIsRememberedHoldsAPseudonymAndIsFoundByTheValue() {
    String id = remember(OWNER, KEY_IN_TEXT);

    String content = content(OWNER, id);
    assertThat(content).doesNotContain(KEY).matches("The deploy token is \\[\\w+\\] until June\\.");
    assertThat(recalled(OWNER, "Where is " + KEY + " used?")).containsExactly(content);
    assertThat(recalled(OWNER, "Where is " + KEY.replace('a', 'b') + " used?"))
        .doesNotContain(content);
  }

  @Test
  void theSameValueHasTheSamePseudonymWhereverItStands() {
    String first = pseudonym(content(OWNER, remember(OWNER, KEY_IN_TEXT)));
    JsonObject metadata =
        JsonCodec.readObject(
            "{\"tags\": [\"%s\"], \"%s\": {\"deep\": [\"x %s\"]}}".formatted(KEY, KEY, KEY));
    JsonObject answer =
        call(
            OWNER,
            "remember_semantic",
            JsonObject.builder()
                .put("content", "A fact with context.")
                .put("metadata", metadata)
                .build());

    String kept =
        JsonCodec.write(
            call(OWNER, "get_memory", JsonObject.builder().put("id", id(answer)).build()));
    assertThat(kept).doesNotContain(KEY).contains("\"tags\":[\"" + first + "\"]");
    assertThat(kept.split(Pattern.quote(first), -1)).hasSize(4);
  }

  @Test
  void toRedactTwiceIsToRedactOnce() {
    String content = content(OWNER, remember(OWNER, KEY_IN_TEXT));

    assertThat(content(OWNER, remember(OWNER, "Again: " + content))).isEqualTo("Again: " + content);
  }

  @Test
  void aPseudonymThatWasCopiedBadlyIsWrittenWell() {
    String content = content(OWNER, remember(OWNER, KEY_IN_TEXT));
    String bad = pseudonym(content).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");

    assertThat(content(OWNER, remember(OWNER, "It was " + bad + ", again.")))
        .isEqualTo("It was " + pseudonym(content) + ", again.");
    assertThat(recalled(OWNER, "and " + bad + "?")).hasSize(2);
  }

  @Test
  void anotherTenantHasAnotherPseudonym() {
    Caller stranger = new Caller(new Principal("s"), new Namespace("other", "p"), OWNER.grants());

    assertThat(pseudonym(content(OWNER, remember(OWNER, KEY_IN_TEXT))))
        .isNotEqualTo(pseudonym(content(stranger, remember(stranger, KEY_IN_TEXT))));
  }

  @Test
  void aQuestionLeavesNothingInTheVault() {
    recalled(OWNER, KEY_IN_TEXT);

    assertThat(status().find("tokens")).contains(Json.of(0));
  }

  @Test
  void rotatedKeysChangeNoPseudonymThatIsKnown() {
    String before = pseudonym(content(OWNER, remember(OWNER, KEY_IN_TEXT)));
    keyring.rotate();

    assertThat(pseudonym(content(OWNER, remember(OWNER, "Also " + KEY)))).isEqualTo(before);
    assertThat(recalled(OWNER, KEY)).hasSize(2);
  }

  @Test
  void afterSealingAnewTheOldKeysAreOfNoUse() {
    String id = rememberEvent("Ran with " + ADDRESS);
    SensitiveType type = Pseudonym.in(content(OWNER, id)).getFirst().pseudonym().type();
    call(OWNER, "enable_auto_tokenization", JsonObject.EMPTY);
    permit(type, "review");
    keyring.rotate();

    assertThat(vault.sealAnew(1)).isEqualTo(1);
    assertThat(vault.sealAnew(100)).isEqualTo(4);
    assertThat(vault.sealAnew(100)).isZero();
    keyring.destroyOld();
    assertThat(vault.open()).isEqualTo(4);
    assertThat(reveal(id, "review").text("content")).contains("Ran with " + ADDRESS);
    assertThat(vault.read(tx -> AuditChain.verify(tx, AuditKeys.of(keyring))).faults()).isEmpty();
  }

  @Test
  void whatIsErasedIsGoneEverywhere() {
    String id = rememberEvent("Ran with " + KEY);
    Caller elsewhere = OWNER.in("q");
    String other = remember(elsewhere, KEY_IN_TEXT);
    String kept = rememberEvent("Ran without.");
    JsonObject plan = erase(KEY, true);
    assertThat(content(OWNER, id)).contains("[");

    JsonObject done = erase(KEY, false);

    assertThat(done.without("dry_run").without("left").without("proof"))
        .isEqualTo(plan.without("dry_run"));
    assertThat(done.array("ids").orElseThrow()).isEqualTo(Json.ofTexts(List.of(id, other)));
    assertThat(done.array("pseudonyms").orElseThrow().size()).isEqualTo(1);
    assertThat(status().find("tokens")).contains(Json.of(0));
    assertThat(content(OWNER, kept)).isEqualTo("Ran without.");
    assertThat(audit("subject")).as("the erasure and its proof").hasSize(2);
    assertThat(erase(KEY, false).array("ids").orElseThrow().size()).isZero();
  }

  @Test
  void anErasureThatWasInterruptedIsFinished() {
    rememberEvent("Ran with " + KEY);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            privacy
                .erasures()
                .run(
                    OWNER,
                    KEY,
                    () -> {
                      throw new IllegalStateException("the power went out");
                    }));
    assertThat(status().find("tokens")).contains(Json.of(1));

    Erasing erasing = new Erasing(services, operations.registry().binder(), privacy);
    assertThat(erasing.resume()).isEqualTo(1);

    assertThat(status().find("tokens")).contains(Json.of(0));
    assertThat(recalled(OWNER, "Ran with " + KEY)).isEmpty();
    assertThat(erasing.resume()).isZero();
  }

  @Test
  void rememberWithPrivacySaysHowMuchItReplaced() {
    JsonObject answer =
        call(
            OWNER,
            "remember_with_privacy",
            JsonObject.builder().put("content", KEY_IN_TEXT).build());

    assertThat(answer.find("tokens")).contains(Json.of(1));
    assertThat(answer.object("types").orElseThrow().members().values()).containsExactly(Json.of(1));
    assertThat(answer.text("kind")).contains("episodic");
  }

  @Test
  void switchedOffOnlyWhatIsAskedToBePrivateIs() {
    call(OWNER, "enable_auto_tokenization", JsonCodec.readObject("{\"enabled\": false}"));

    assertThat(content(OWNER, remember(OWNER, KEY_IN_TEXT))).isEqualTo(KEY_IN_TEXT);
    JsonObject privately =
        call(
            OWNER,
            "remember_with_privacy",
            JsonObject.builder().put("content", "x " + KEY_IN_TEXT).build());
    assertThat(content(OWNER, id(privately))).doesNotContain(KEY);
    assertThat(audit("policy")).hasSize(1);
  }

  @Test
  void nobodySeesWhatIsBehindWithoutPermissionAndTheAuditTells() {
    String id = rememberEvent("Ran with " + ADDRESS);

    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() -> reveal(id, "review"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED))
        .withMessageContaining("local may not see");
    assertThat(audit("reveal"))
        .singleElement()
        .satisfies(record -> {
          assertThat(record.text("outcome")).contains("refused");
          assertThat(record.text("reason")).contains("to test it");
          assertThat(JsonCodec.write(record)).doesNotContain(ADDRESS);
        });
  }

  @Test
  void aPermissionShowsItsTypesForItsPurposeAndItsTime() {
    String id = rememberEvent("Ran with " + ADDRESS);
    permit(Pseudonym.in(content(OWNER, id)).getFirst().pseudonym().type(), "review");

    assertThat(reveal(id, "review").text("content")).contains("Ran with " + ADDRESS);
    assertThat(audit("reveal").getFirst().object("details").orElseThrow().find("values"))
        .contains(Json.of(1));
    assertThatExceptionOfType(AthenaException.class).isThrownBy(() -> reveal(id, "curiosity"));
    clock.advance(Duration.ofDays(2));
    assertThatExceptionOfType(AthenaException.class).isThrownBy(() -> reveal(id, "review"));
    assertThat(audit("reveal")).hasSize(3);
  }

  @Test
  void aCredentialIsNeverShown() {
    String id = rememberEvent("Ran with %s for %s".formatted(KEY, ADDRESS));
    permit(SensitiveType.EMAIL, "review");
    permit(Pseudonym.in(content(OWNER, id)).getFirst().pseudonym().type(), "review");

    assertThat(reveal(id, "review").text("content").orElseThrow())
        .contains(ADDRESS)
        .doesNotContain(KEY);
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() ->
            privacy
                .permitting()
                .permit(
                    OWNER,
                    new Permitting.Wanted(
                        "local", Set.of(SensitiveType.PASSWORD), "review", Duration.ofDays(1))));
  }

  @Test
  void declaredNamesAndPatternsArePrivate() {
    call(
        OWNER,
        "enable_auto_tokenization",
        JsonCodec.readObject(
            """
            {"names": ["Morwenna Pascoe"],
             "patterns": [{"id": "contract", "expression": "CTR-[0-9]{6}", "keywords": ["ctr-"],
                           "examples": ["signed CTR-104233 today"]}]}
            """));
    String content =
        content(OWNER, remember(OWNER, "MORWENNA  Pascoe signed CTR-555111 about the boat."));

    assertThat(content).matches("\\[NAME_\\w+\\] signed \\[CUSTOM_\\w+\\] about the boat\\.");
    assertThat(recalled(OWNER, "What did Morwenna Pascoe sign?")).containsExactly(content);
    assertThat(recalled(OWNER, "Who has CTR-555111?")).containsExactly(content);
    assertThat(status().find("names")).contains(Json.of(1));
    assertThat(JsonCodec.write(audit("policy").getFirst())).doesNotContain("Morwenna");
    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() ->
            call(
                OWNER,
                "enable_auto_tokenization",
                JsonCodec.readObject(
                    """
                    {"patterns": [{"id": "x", "expression": "(", "keywords": ["ctr-"],
                                   "examples": ["a"]}]}
                    """)))
        .withMessageContaining("is no RE2");
  }

  @Test
  void aTextThatCannotBeLookedThroughIsSealedAsAWhole() {
    JsonObject metadata = JsonObject.builder().put("output", "x ".repeat(2_200_000)).build();
    JsonObject answer =
        call(
            OWNER,
            "remember_episodic",
            JsonObject.builder().put("content", "Ran it.").put("context", metadata).build());

    String kept =
        JsonCodec.write(
            call(OWNER, "get_memory", JsonObject.builder().put("id", id(answer)).build()));
    assertThat(kept).contains("\"output\":\"[UNSCANNED_").hasSizeLessThan(1_000);
  }

  @Test
  void onlySoManyRevealsAnHourAreGranted() {
    String id = rememberEvent("Ran with " + ADDRESS);
    permit(Pseudonym.in(content(OWNER, id)).getFirst().pseudonym().type(), "review");
    for (int i = 0; i < 120; i++) {
      reveal(id, "review");
    }

    assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(() -> reveal(id, "review"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.RATE_LIMITED));
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(reveal(id, "review").text("content")).contains("Ran with " + ADDRESS);
  }

  private void permit(SensitiveType type, String purpose) {
    vault.write(tx -> {
      tx.store(RevealPermissions.class)
          .add(
              new RevealPermission(
                  "rvl_" + type,
                  "local",
                  "local",
                  Set.of(type),
                  purpose,
                  List.of(),
                  clock.instant(),
                  clock.instant().plus(Duration.ofDays(1))));
      return true;
    });
  }

  private JsonObject reveal(String id, String purpose) {
    return call(
        OWNER,
        "get_event_untokenized",
        JsonObject.builder()
            .put("id", id)
            .put("reason", "to test it")
            .put("purpose", purpose)
            .build());
  }

  private List<JsonObject> audit(String action) {
    return call(OWNER, "list_privacy_audit", JsonObject.builder().put("action", action).build())
        .array("records")
        .orElseThrow()
        .values()
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private JsonObject status() {
    return call(OWNER, "check_tokenization_status", JsonObject.EMPTY);
  }

  private String content(Caller caller, String id) {
    return call(caller, "get_memory", JsonObject.builder().put("id", id).build())
        .text("content")
        .orElseThrow();
  }

  private static String id(JsonObject answer) {
    return answer.text("id").orElseThrow();
  }

  private static String pseudonym(String content) {
    return Pseudonym.in(content).getFirst().pseudonym().toString();
  }
}
