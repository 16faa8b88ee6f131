package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.ErrorCode;
import dev.athena.error.InvalidArgument;
import dev.athena.execution.FetchEvent.Verdict;
import dev.athena.execution.Fetches.Fetched;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be sent, and where a redirect leads. */
class FetchesTest {
  private final Scripted hosts = new Scripted();
  private final List<FetchEvent> told = new ArrayList<>();
  private long millis = 1_000;
  private Fetches fetches =
      fetches(
          """
          {"domains": ["a.example", "b.example", "*.c.example", "d.example:8443"],
           "methods": ["GET", "HEAD", "POST", "PUT"], "request_kb": 1, "response_kb": 3,
           "fetch_seconds": 4}\
          """);

  /** Hosts that answer from a list and keep what they were asked. */
  private final class Scripted implements Fetcher {
    final List<FetchResponse> answers = new ArrayList<>();
    final List<FetchRequest> asked = new ArrayList<>();
    final List<FetchLimits> limits = new ArrayList<>();
    long takesMillis = 10;

    @Override
    public FetchResponse fetch(Departure departure, FetchLimits given) {
      asked.add(departure.request());
      limits.add(given);
      millis += takesMillis;
      return answers.isEmpty() ? answer(200, Map.of()) : answers.removeFirst();
    }

    @Override
    public void close() {}
  }

  @Test
  void anAnswerComesBackWithTheUrlThatGaveIt() {
    Fetched fetched = get("https://a.example/x");

    assertThat(fetched.url()).hasToString("https://a.example/x");
    assertThat(fetched.response().status()).isEqualTo(200);
    assertThat(fetched.response().text()).contains("hello");
  }

  @Test
  void aRequestIsToldToTheAudit() {
    fetches.fetch(
        request("POST", "https://a.example/xy", "{\"X-A\": \"1\"}", "bü"), /* seconds= */ null);

    assertThat(told)
        .containsExactly(
            new FetchEvent(
                Verdict.ANSWERED,
                "POST",
                "a.example",
                443,
                3 + 4 + 3,
                5,
                200,
                null,
                Instant.ofEpochMilli(1_000),
                10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://eviia.example/",
        "https://a.example.evil.com/",
        "https://a.example:8443/",
        "https://c.example/",
        "https://d.example/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/"
      })
  void aHostThatIsNotInTheListIsNotAsked(String url) {
    assertThatThrownBy(() -> get(url))
        .isInstanceOfSatisfying(
            FetchRefused.class,
            refused -> {
              FetchUrl asked = FetchUrl.of(url);
              assertThat(refused.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
              assertThat(refused.problem()).startsWith(asked.place() + " is no host");
              assertThat(refused.hint()).contains("a.example, b.example, *.c.example");
            });
    assertThat(hosts.asked).isEmpty();
    assertThat(told).singleElement().returns(Verdict.REFUSED, FetchEvent::verdict);
  }

  @Test
  void aMethodThatIsNotInTheListIsNotUsed() {
    assertThatThrownBy(() -> fetches.fetch(request("DELETE", "https://a.example/"), null))
        .isInstanceOf(FetchRefused.class)
        .hasMessage("this program may not send DELETE to a.example");
    assertThat(hosts.asked).isEmpty();
    assertThat(told).singleElement().returns(Verdict.REFUSED, FetchEvent::verdict);
  }

  @Test
  void withoutAListNothingIsAsked() {
    fetches = fetches("{}");

    assertThatThrownBy(() -> get("https://a.example/"))
        .isInstanceOfSatisfying(
            FetchRefused.class,
            refused -> assertThat(refused.hint()).startsWith("it may reach no host"));
  }

  @Test
  void aBodyIsTakenToItsLimitAndRefusedOnePast() {
    String longest = "ü".repeat(512);
    fetches.fetch(request("POST", "https://a.example/", "{}", longest), null);

    assertThatThrownBy(
            () -> fetches.fetch(request("POST", "https://a.example/", "{}", longest + "a"), null))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("body has 1,025 bytes");
    assertThat(hosts.asked).hasSize(1);
  }

  @Test
  void aLargeBodyToARefusedHostIsToldWithItsSize() {
    assertThatThrownBy(() ->
            fetches.fetch(request("POST", "https://e.example/", "{}", "a".repeat(20_000)), null))
        .isInstanceOf(FetchRefused.class);
    assertThat(told).singleElement().returns(20_001L, FetchEvent::bytesUp);
  }

  @Test
  void aBodyNeedsAMethodThatHasOne() {
    assertThatThrownBy(() -> request("GET", "https://a.example/", "{}", ""))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("GET has no body");
    assertThatThrownBy(() -> request("get it", "https://a.example/"))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void limitsAreHandedOn() {
    get("https://a.example/");

    assertThat(hosts.limits).containsExactly(new FetchLimits(Duration.ofSeconds(4), 3 * 1_024));
  }

  @Test
  void aProgramMayAskForLessTimeAndNotForMore() {
    fetches.fetch(request("GET", "https://a.example/"), 0.1);
    fetches.fetch(request("GET", "https://a.example/"), 4.0);

    assertThat(hosts.limits)
        .extracting(FetchLimits::time)
        .containsExactly(Duration.ofMillis(100), Duration.ofSeconds(4));
    for (double wrong : new double[] {0.05, 4.001, -1, Double.NaN}) {
      assertThatThrownBy(() -> fetches.fetch(request("GET", "https://a.example/"), wrong))
          .isInstanceOf(InvalidArgument.class)
          .hasMessageStartingWith("timeout_seconds is ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/y, https://a.example/y",
    "y?q, https://a.example/x/y?q",
    "./y, https://a.example/x/y",
    "../y, https://a.example/y",
    "../../../y/, https://a.example/y/",
    "y/.., https://a.example/x/",
    "/a//b/../c?d/../e, https://a.example/a//c?d/../e",
    "?q=1, https://a.example/x/page?q=1",
    "//b.example/y, https://b.example/y",
    "https://b.example/y#z, https://b.example/y",
    "HTTPS://B.example, https://b.example/",
    "/y#../z, https://a.example/y",
    "'', https://a.example/x/page?p",
    "#z, https://a.example/x/page?p"
  })
  void aRedirectIsFollowed(String location, String leadsTo) {
    hosts.answers.add(redirect(302, location));

    Fetched fetched = get("https://a.example/x/page?p");

    assertThat(fetched.url()).hasToString(leadsTo);
    assertThat(told).extracting(FetchEvent::status).containsExactly(302, 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "https://169.254.169.254/latest/meta-data/",
        "https://a.example:8443/",
        "https://[::ffff:169.254.169.254]/",
        "https://0xa9fea9fe/"
      })
  void aRedirectToARefusedHostIsNotFollowed(String location) {
    hosts.answers.add(redirect(302, location));

    assertThatThrownBy(() -> get("https://a.example/")).isInstanceOf(FetchRefused.class);
    assertThat(hosts.asked).hasSize(1);
    assertThat(told)
        .extracting(FetchEvent::verdict)
        .containsExactly(Verdict.ANSWERED, Verdict.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "https://user@b.example/",
        "https:b.example",
        "https://b.example\\@evil.example/",
        "/a b",
        "\\\\b.example/y"
      })
  void aRedirectThatCannotBeReadIsAFailure(String location) {
    hosts.answers.add(redirect(302, location));

    assertThatThrownBy(() -> get("https://a.example/"))
        .isInstanceOfSatisfying(
            FetchFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUERY_ERROR));
    assertThat(hosts.asked).hasSize(1);
  }

  @Test
  void aRedirectMayNotLeaveEncryption() {
    hosts.answers.add(redirect(302, "http://a.example/"));

    assertThatThrownBy(() -> get("https://a.example/"))
        .isInstanceOf(FetchRefused.class)
        .hasMessage("a.example redirects from https to http://a.example:80");
    assertThat(hosts.asked).hasSize(1);
  }

  @Test
  void fiveRedirectsAreFollowedAndNotSix() {
    for (int i = 0; i < Fetches.REDIRECTS_MAX; i++) {
      hosts.answers.add(redirect(302, "/" + i));
    }
    assertThat(get("https://a.example/").url()).hasToString("https://a.example/4");

    hosts.asked.clear();
    for (int i = 0; i <= Fetches.REDIRECTS_MAX; i++) {
      hosts.answers.add(redirect(302, "/" + i));
    }
    assertThatThrownBy(() -> get("https://a.example/"))
        .isInstanceOf(FetchFailed.class)
        .hasMessage("a.example:443 redirects more than 5 times");
    assertThat(hosts.asked).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "307, POST, POST",
    "308, POST, POST",
    "301, PUT, PUT",
    "302, PUT, PUT",
    "303, PUT, GET",
    "307, PUT, PUT",
    "301, HEAD, HEAD",
    "303, HEAD, HEAD",
    "303, GET, GET"
  })
  void aRedirectKeepsTheMethodOrTurnsItIntoGet(int status, String method, String then) {
    boolean hasBody = method.startsWith("P");
    hosts.answers.add(redirect(status, "/y"));

    fetches.fetch(
        request(
            method,
            "https://a.example/",
            "{\"Content-Type\": \"text/csv\", \"X-A\": \"1\"}",
            hasBody ? "b" : null),
        null);

    FetchRequest second = hosts.asked.getLast();
    assertThat(second.method()).isEqualTo(then);
    assertThat(second.body()).isEqualTo(then.startsWith("P") ? "b" : null);
    assertThat(second.headers().has("X-A")).isTrue();
    assertThat(second.headers().has("Content-Type")).isEqualTo(method.equals(then));
  }

  @Test
  void aRedirectWhoseMethodIsNotAllowedIsNotFollowed() {
    fetches = fetches("{\"domains\": [\"a.example\"], \"methods\": [\"POST\"]}");
    hosts.answers.add(redirect(303, "/y"));

    assertThatThrownBy(() -> fetches.fetch(request("POST", "https://a.example/"), null))
        .isInstanceOf(FetchRefused.class)
        .hasMessage("this program may not send GET to a.example");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/y, true",
    "https://a.example:443/y, true",
    "https://b.example/y, false",
    "https://a.example:80/y, false"
  })
  void anotherOriginGetsNoCredentials(String location, boolean same) {
    hosts.answers.add(redirect(302, location));

    fetches.fetch(
        request(
            "GET",
            "https://a.example/",
            "{\"authorization\": \"Bearer x\", \"Cookie\": \"a=b\", \"X-A\": \"1\"}",
            null),
        null);

    FetchHeaders second = hosts.asked.getLast().headers();
    assertThat(second.has("Authorization")).isEqualTo(same);
    assertThat(second.has("Cookie")).isEqualTo(same);
    assertThat(second.has("X-A")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 300, 304, 305, 306, 400, 404, 500})
  void otherStatusesAreAnswersEvenWithALocation(int status) {
    hosts.answers.add(redirect(status, "https://evil.example/"));

    assertThat(get("https://a.example/").response().status()).isEqualTo(status);
  }

  @Test
  void aRedirectToNowhereIsAnAnswer() {
    hosts.answers.add(answer(302, Map.of()));

    assertThat(get("https://a.example/").response().status()).isEqualTo(302);
  }

  @Test
  void redirectsShareTheTime() {
    hosts.takesMillis = 1_500;
    hosts.answers.add(redirect(302, "/1"));
    hosts.answers.add(redirect(302, "/2"));
    hosts.answers.add(redirect(302, "/3"));

    assertThatThrownBy(() -> get("https://a.example/"))
        .isInstanceOfSatisfying(
            FetchFailed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(ErrorCode.TIMEOUT);
              assertThat(failed).hasMessage("a.example:443 did not answer within 4 seconds");
            });
    assertThat(hosts.limits)
        .extracting(limits -> limits.time().toMillis())
        .containsExactly(4_000L, 2_500L, 1_000L);
  }

  @Test
  void aClockThatIsSetBackGivesNoMoreTime() {
    hosts.takesMillis = -60_000;
    hosts.answers.add(redirect(302, "/1"));

    get("https://a.example/");

    assertThat(hosts.limits)
        .extracting(FetchLimits::time)
        .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
  }

  private Fetched get(String url) {
    return fetches.fetch(request("GET", url), null);
  }

  private Fetches fetches(String network) {
    JsonObject config = JsonObject.builder().put("network", JsonCodec.readObject(network)).build();
    return new Fetches(
        SandboxConfig.of(config).network(),
        new Fetches.World(hosts, told::add, Border.NONE, () -> Instant.ofEpochMilli(millis)));
  }

  private static FetchRequest request(String method, String url) {
    return request(method, url, "{}", null);
  }

  private static FetchRequest request(
      String method, String url, String headers, @Nullable String body) {
    return new FetchRequest(
        method, FetchUrl.of(url), FetchHeaders.of(JsonCodec.readObject(headers)), body);
  }

  private static FetchResponse redirect(int status, String location) {
    return answer(status, Map.of("location", location));
  }

  private static FetchResponse answer(int status, Map<String, String> headers) {
    return new FetchResponse(
        status, headers, new FetchBody("hello".getBytes(StandardCharsets.UTF_8)));
  }
}
