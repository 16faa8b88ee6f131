package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
  @Test
  void aHostWithoutAPortIsAllowedAtTheUsualOnes() {
    AllowList list = list("example.org");

    assertThat(list.allows("example.org", 443)).isTrue();
    assertThat(list.allows("example.org", 80)).isTrue();
    assertThat(list.allows("example.org", 8443)).isFalse();
  }

  @Test
  void aHostWithAPortIsAllowedAtThatOneOnly() {
    AllowList list = list("example.org:8443");

    assertThat(list.allows("example.org", 8443)).isTrue();
    assertThat(list.allows("example.org", 443)).isFalse();
    assertThat(list.allows("example.org", 80)).isFalse();
  }

  @Test
  void aStarStandsForAllBelowAndNotForTheHostItself() {
    AllowList list = list("*.example.org");

    assertThat(list.allows("a.example.org", 443)).isTrue();
    assertThat(list.allows("a.b.example.org", 443)).isTrue();
    assertThat(list.allows("example.org", 443)).isFalse();
    assertThat(list.allows("a.example.org", 8443)).isFalse();
  }

  @Test
  void aStarMayHaveAPort() {
    AllowList list = list("*.example.org:8443");

    assertThat(list.allows("a.example.org", 8443)).isTrue();
    assertThat(list.allows("a.example.org", 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evilexample.org",
        "example.org.evil.com",
        "example.org.",
        ".example.org",
        "org",
        "xample.org",
        "example.orgg",
        "example.org:443",
        ""
      })
  void aHostThatOnlyLooksAlikeIsRefused(String host) {
    assertThat(list("example.org", "*.example.org").allows(host, 443)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::ffff:127.0.0.1]"})
  void anAddressIsAllowedOnlyAsItIsSpelledInTheList(String host) {
    assertThat(list("127.0.0.1", "*.1", "*.0.0.1").allows(host, 80)).isFalse();
  }

  @Test
  void anAddressInTheListIsAllowed() {
    assertThat(list("93.184.216.34").allows("93.184.216.34", 443)).isTrue();
    assertThat(list("2130706433").allows("2130706433", 80)).isTrue();
  }

  @Test
  void theListIsReadInAnyCase() {
    assertThat(list("Example.ORG").allows("example.org", 443)).isTrue();
  }

  @Test
  void aMessageNamesTheFirstTwentyOnly() {
    assertThat(list().inWords()).isEqualTo("no host");
    assertThat(list(hosts(20)).inWords()).endsWith("h19.example");
    assertThat(list(hosts(21)).inWords()).endsWith("h19.example and 1 more");
  }

  private static String[] hosts(int count) {
    return IntStream.range(0, count).mapToObj(i -> "h" + i + ".example").toArray(String[]::new);
  }

  private static AllowList list(String... domains) {
    JsonObject network =
        JsonObject.builder().put("domains", Json.ofTexts(List.of(domains))).build();
    JsonObject config = JsonObject.builder().put("network", network).build();
    return AllowList.of(SandboxConfig.of(config).network());
  }
}
