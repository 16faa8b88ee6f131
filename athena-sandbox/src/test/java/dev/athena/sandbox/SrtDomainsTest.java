package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SrtDomainsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.org",
        "*.example.org",
        "example.org:1",
        "example.org:65535",
        "1.example.org",
        "xn--bcher-kva.example"
      })
  void namesOfTheInternetAreTaken(String domain) {
    assertThatCode(() -> SrtDomains.check(List.of(domain))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "a.localhost",
        "*.a.localhost",
        "intranet",
        "*.com",
        "127.0.0.1",
        "127.0.0.1:80",
        "10.0.0.8",
        "127.1",
        "1.0x7f",
        "192.0.2.1",
        "example.org:0",
        "example.org:080"
      })
  void whatIsNoneIsRefusedAndNamed(String domain) {
    assertThatThrownBy(() -> SrtDomains.check(List.of("example.org", domain)))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("\"" + domain + "\"");
  }

  @Test
  void anEntryWithoutAPortIsForTheTwoOfTheWeb() {
    assertThat(SrtDomains.withPorts(List.of("example.org", "*.b.org:8443")))
        .containsExactly("example.org:443", "example.org:80", "*.b.org:8443");
  }
}
