package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athena.detection.SensitiveType;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.FetchEvent;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeApi;
import dev.athena.privacy.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/** Values that cross from the vault to hosts, and what comes back. */
class BridgeTest extends BridgeFixture {
  @Test
  void aPermittedTokenReachesItsHostInAHeader() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());

    JsonObject answer = withHeader(host.url("/"), "Authorization", "Bearer " + token);

    assertThat(answer.text("text")).contains("ok");
    assertThat(host.asked)
        .singleElement()
        .returns("Bearer " + TOKEN, EchoHost.Asked::authorization);
    assertThat(told)
        .singleElement()
        .returns((long) ("/" + "Authorization" + "Bearer " + token).length(), FetchEvent::bytesUp);
    JsonObject record = audit().getFirst();
    assertThat(record.text("outcome")).contains("done");
    assertThat(record.text("target")).contains("exe_test");
    assertThat(record.text("principal")).contains("local");
    JsonObject details = record.object("details").orElseThrow();
    assertThat(details.text("host")).contains(host.place());
    assertThat(details.text("purpose")).contains("fetch");
    assertThat(details.text("pseudonyms")).contains(token.toString());
    assertThat(JsonCodec.write(record)).doesNotContain(TOKEN);
  }

  @Test
  void withoutAPermissionNothingIsSentAndTheErrorSaysWhichIsNeeded() {
    Pseudonym token = pseudonym(OWNER, TOKEN);

    assertRefused(
            () -> withHeader(host.url("/"), "Authorization", "Bearer " + token),
            "local may not send %s to %s".formatted(name(token), host.place()))
        .satisfies(refused ->
            assertThat(refused.hint())
                .contains(
                    "athena privacy permit local --types %s --purpose fetch --host %s"
                        .formatted(name(token), host.place())));

    assertThat(host.asked).isEmpty();
    assertThat(violations).hasSize(1);
    assertThat(audit())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.text("outcome")).contains("refused");
          assertThat(record.object("details").orElseThrow().text("types")).contains(name(token));
        });
  }

  @Test
  void aPermissionHoldsForItsHostItsTypeAndItsTime() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(token.type(), host.place());

    assertRefused(
        () -> withHeader("http://" + elsewhere() + "/", "X-More", "k " + token), "may not send");
    assertRefused(() -> get(host.url("/?q=" + address)), "may not send email");
    assertThat(get(host.url("/?q=" + token)).text("text")).contains("ok");
    clock.advance(Duration.ofDays(1));
    assertRefused(() -> get(host.url("/?q=" + token)), "may not send");
    assertThat(other.asked).isEmpty();
    assertThat(host.asked).hasSize(1);
  }

  @Test
  void aPermissionToSendIsNoneToSeeNorForAnotherPrincipal() {
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(address.type(), host.place());
    JsonObject event =
        (JsonObject)
            operations.call(
                OWNER,
                "remember_episodic",
                JsonObject.builder().put("content", "Wrote to " + ADDRESS).build());

    assertRefused(
        () ->
            operations.call(
                OWNER,
                "get_event_untokenized",
                JsonObject.builder()
                    .put("id", event.text("id").orElseThrow())
                    .put("reason", "to test it")
                    .put("purpose", "fetch")
                    .build()),
        "local may not see email");
  }

  @Test
  void aCredentialGoesToNoHostsBehindAStar() {
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> permit(SensitiveType.API_KEY, "*.example.org"))
        .withMessageContaining("no hosts but those named");
    assertThat(permit(SensitiveType.EMAIL, "*.Example.org").hosts())
        .containsExactly("*.example.org");
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> permit(SensitiveType.EMAIL, "https://example.org"))
        .withMessageContaining("is no host");
  }

  @Test
  void valuesAreWrittenAsTheirPlaceWantsIt() {
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(address.type(), host.place());
    String coded = "%5B" + address.type() + "_" + address.symbols() + "%5D";

    get(host.url("/p/" + coded + "?q=" + coded.replace("_", "%5f")));
    post(host.url("/"), "application/json", "{\"to\": \"" + address + "\"}");
    post(host.url("/"), "application/x-www-form-urlencoded", "to=" + coded + "&a=1");
    post(host.url("/"), "text/plain", "to " + address);
    post(host.url("/"), "application/json", "{\"url\": \"http://x/?q=" + coded + "\"}");

    String percent = "ann.smith%2Bboat%40harbour.example.org";
    assertThat(host.asked.getFirst().target()).isEqualTo("/p/" + percent + "?q=" + percent);
    assertThat(host.asked.subList(1, 5))
        .extracting(EchoHost.Asked::body)
        .containsExactly(
            "{\"to\": \"" + ADDRESS + "\"}",
            "to=" + percent + "&a=1",
            "to " + ADDRESS,
            "{\"url\": \"http://x/?q=" + percent + "\"}");
  }

  @Test
  void aPasswordGoesWithItsUserInOneHeader() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());

    JsonObject answer =
        withHeader(host.url("/echo"), "Authorization", "Basic " + base64("ann:" + token));

    assertThat(host.asked.getFirst().authorization()).isEqualTo("Basic " + base64("ann:" + TOKEN));
    assertThat(JsonCodec.write(answer)).doesNotContain(base64("ann:" + TOKEN).substring(8, 40));
  }

  @Test
  void whatAHostSaysOfAValueIsItsPseudonymAgain() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(token.type(), host.place());
    permit(address.type(), host.place());

    JsonObject echo =
        withHeader(host.url("/echo?q=" + address), "Authorization", "Bearer " + token);

    assertThat(echo.text("text")).contains("/echo?q=%s Bearer %s ".formatted(address, token));
    assertThat(echo.object("headers").orElseThrow().text("x-echo")).contains("Bearer " + token);
    assertThat(echo.text("url")).contains(host.url("/echo?q=" + address));
  }

  @Test
  void whatAHostSaysOfAValueLaterIsItsPseudonymToo() {
    privacyOff();
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());
    withHeader(host.url("/"), "Authorization", token.toString());

    assertThat(get(host.url("/last")).text("text")).contains(token.toString());
    withHeader(host.url("/"), "Authorization", token.toString());
    assertFails(() -> get(host.url("/lastpicture")), ErrorCode.QUERY_ERROR, "no text");
  }

  @Test
  void whatIsNoTextIsWithheldWhereAValueCrossed() {
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(address.type(), host.place());

    assertThat(post(host.url("/picture"), "text/plain", "x").text("base64")).isPresent();
    assertFails(
        () -> post(host.url("/picture?q=" + address), "text/plain", "x"),
        ErrorCode.QUERY_ERROR,
        "no text");
    assertThat(told).last().returns(FetchEvent.Verdict.FAILED, FetchEvent::verdict);
  }

  @Test
  void whatComesBackIsRedactedAndStaysJson() {
    JsonObject answer =
        post(host.url("/raw"), "application/json", "{\"to\":\"bo@harbour.example.org\",\"n\":1}");

    assertThat(answer.text("text").orElseThrow())
        .matches("\\{\"to\":\"\\[EMAIL_\\w{13}\\]\",\"n\":1\\}");
  }

  @Test
  void anAnswerThatGrowsPastItsLimitIsRefused() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 190; i++) {
      many.append("a").append(i).append("@b.example.org\n");
    }
    String fits = many.substring(0, 2_000);

    assertThat(post(host.url("/raw"), "text/plain", fits).text("text")).isPresent();
    assertFails(
        () -> post(host.url("/raw"), "text/plain", many.toString()),
        ErrorCode.QUOTA_EXCEEDED,
        "more than 4,096 bytes");
  }

  @Test
  void noValueFollowsARedirectToAnotherHost() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());
    permit(token.type(), elsewhere());
    String redirect = host.url("/to?http://" + elsewhere() + "/echo");

    assertRefused(
        () -> withHeader(redirect, "X-More", "k " + token), "a redirect leads to " + elsewhere());
    assertThat(other.asked).isEmpty();
    assertThat(audit())
        .extracting(record -> record.text("outcome").orElse(""))
        .containsExactly("refused", "done");

    withHeader(redirect, "Authorization", "Bearer " + token);
    withHeader(host.url("/to?/echo"), "X-More", "k " + token);
    withHeader("http://" + elsewhere() + "/", "X-More", "k " + token);
    assertThat(other.asked)
        .extracting(EchoHost.Asked::authorization)
        .containsExactly("null", "null");
    assertThat(other.asked).extracting(EchoHost.Asked::more).containsExactly("null", "k " + TOKEN);
    assertThat(host.asked.getLast()).returns("k " + TOKEN, EchoHost.Asked::more);
  }

  @Test
  void aValueInARedirectToTheSameHostStaysAPseudonymForTheProgram() {
    Pseudonym address = pseudonym(OWNER, ADDRESS);
    permit(address.type(), host.place());

    JsonObject answer = get(host.url("/back?q=" + address));

    assertThat(host.asked.getLast().target())
        .isEqualTo("/echo?q=ann.smith%2Bboat%40harbour.example.org");
    assertThat(answer.text("url")).contains(host.url("/echo?q=" + address));
    assertThat(audit()).hasSize(2);
  }

  @Test
  void aPseudonymOfAnotherTenantOrOfNothingIsRefused() {
    Pseudonym foreign = pseudonym(STRANGER, TOKEN);
    permit(foreign.type(), host.place());

    assertRefused(
        () -> get(host.url("/?q=" + foreign)), "nothing is known to stand behind " + foreign);
    assertThat(host.asked).isEmpty();
    String word = foreign.type() + "_" + foreign.symbols();
    assertThat(get(host.url("/?q=" + word)).text("text")).contains("ok");
    assertThat(host.asked.getFirst().target()).isEqualTo("/?q=" + word);
  }

  @Test
  void aValueThatCannotStandInAHeaderIsRefused() {
    JsonObject declared = JsonCodec.readObject("{\"names\": [\"Zoë Årud\"]}");
    var unused = operations.call(OWNER, "enable_auto_tokenization", declared);
    assertThat(unused).isNotNull();
    Pseudonym name = pseudonym(OWNER, "Zoë Årud");
    permit(name.type(), host.place());

    assertFails(
        () -> withHeader(host.url("/"), "X-More", name.toString()),
        ErrorCode.INVALID_ARGUMENT,
        "cannot stand in a header");
    assertThat(get(host.url("/?q=" + name)).text("text")).contains("ok");
    assertThat(host.asked.getFirst().target()).isEqualTo("/?q=Zo%C3%AB%20%C3%85rud");
  }

  @Test
  void onlySoManyRequestsAnHourCarryValues() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());
    for (int i = 0; i < 120; i++) {
      withHeader(host.url("/"), "X-More", "k " + token);
    }

    assertFails(
        () -> withHeader(host.url("/"), "X-More", "k " + token), ErrorCode.RATE_LIMITED, "");
    assertThat(host.asked).hasSize(120);
    assertThat(get(host.url("/")).text("text")).contains("ok");
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(withHeader(host.url("/"), "X-More", "k " + token).text("text")).contains("ok");
  }

  @Test
  void oneRequestTakesAHundredValues() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      values.add(pseudonym(OWNER, "person" + i + "@harbour.example.org").toString());
    }
    permit(SensitiveType.EMAIL, host.place());

    assertThat(
            post(host.url("/"), "text/plain", String.join(" ", values.subList(0, 100)))
                .text("text"))
        .contains("ok");
    assertFails(
        () -> post(host.url("/"), "text/plain", String.join(" ", values)),
        ErrorCode.INVALID_ARGUMENT,
        "101 pseudonyms");
  }

  @Test
  void theLastThreeHundredValuesThatWereSentAreKnownWhenTheyComeBack() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 301; i++) {
      sent.add(pseudonym(OWNER, "person" + i + "@harbour.example.org").toString());
    }
    permit(SensitiveType.EMAIL, host.place());
    privacyOff();
    for (int from = 0; from < 300; from += 100) {
      post(host.url("/"), "text/plain", String.join(" ", sent.subList(from, from + 100)));
    }
    String body = "person0@harbour.example.org person1@harbour.example.org";

    assertThat(post(host.url("/raw"), "text/plain", body).text("text"))
        .contains(sent.get(0) + " " + sent.get(1));
    post(host.url("/"), "text/plain", sent.get(300));
    assertThat(post(host.url("/raw"), "text/plain", body).text("text"))
        .contains("person0@harbour.example.org " + sent.get(1));
  }

  @Test
  void aPermissionHasUpToFiftyHosts() {
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      hosts.add("host" + i + ".example.org");
    }

    assertThat(permit(SensitiveType.EMAIL, hosts.subList(0, 50)).hosts()).hasSize(50);
    assertThatExceptionOfType(InvalidArgument.class)
        .isThrownBy(() -> permit(SensitiveType.EMAIL, hosts))
        .withMessage("51 hosts are named");
  }

  @Test
  void aProgramUsesATokenAndNeverHoldsIt() {
    Pseudonym token = pseudonym(OWNER, TOKEN);
    permit(token.type(), host.place());
    CodeApi code = operations.api(CodeApi.class, OWNER);
    String source =
        """
        from athena import http
        page = http.fetch("%s", headers={"Authorization": "Bearer %s"})
        print(page.text, page.headers)
        [part for part in (page.text + str(page.headers)).split() if part.startswith("ghp")]
        """
            .formatted(host.url("/echo"), token);

    ExecutionAnswer answer = code.executeCodeWithCustomConfig(source, network(), null, null);

    assertThat(answer.error()).isNull();
    assertThat(host.asked.getFirst().authorization()).isEqualTo("Bearer " + TOKEN);
    assertThat(answer.result()).isEqualTo(Json.ofTexts(List.of()));
    assertThat(answer.stdout()).contains(token.toString()).doesNotContain(TOKEN);
    assertThat(audit().getFirst().text("target")).contains(answer.executionId().value());
    ExecutionId id = answer.executionId();
    assertThat(code.getExecution(id).toString()).doesNotContain(TOKEN);
  }

  private void privacyOff() {
    var status =
        operations.call(
            OWNER, "enable_auto_tokenization", JsonObject.builder().put("enabled", false).build());
    assertThat(status).isNotNull();
  }

  private static String name(Pseudonym pseudonym) {
    return pseudonym.type().name().toLowerCase(Locale.ROOT);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ThrowableAssertAlternative<AthenaException> assertFails(
      ThrowingCallable call, ErrorCode code, String problem) {
    return assertThatExceptionOfType(AthenaException.class)
        .isThrownBy(call)
        .satisfies(e -> {
          assertThat(e.code()).isEqualTo(code);
          assertThat(e.problem()).contains(problem);
        });
  }

  private static ThrowableAssertAlternative<AthenaException> assertRefused(
      ThrowingCallable call, String problem) {
    return assertFails(call, ErrorCode.PERMISSION_DENIED, problem);
  }
}
