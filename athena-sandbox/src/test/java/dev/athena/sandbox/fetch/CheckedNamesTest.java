package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.sandbox.fetch.CheckedNames.NotPublic;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedNamesTest {
  @Test
  void publicAddressesAreGiven() throws UnknownHostException {
    assertThat(names("93.184.216.34", "2606:2800:220:1::1").resolve("a.example", 443))
        .containsExactly(
            new InetSocketAddress(InetAddress.ofLiteral("93.184.216.34"), 443),
            new InetSocketAddress(InetAddress.ofLiteral("2606:2800:220:1::1"), 443));
  }

  @Test
  void oneAddressThatIsNotPublicSpoilsAll() {
    assertThatThrownBy(() -> names("93.184.216.34", "10.0.0.1").resolve("a.example", 443))
        .isInstanceOf(NotPublic.class)
        .hasMessage("a.example has the address 10.0.0.1");
  }

  @Test
  void aPrivateHostMayHaveAnyAddressAtItsPortOnly() throws UnknownHostException {
    CheckedNames names = names("10.0.0.1");

    assertThat(names.resolve("build.example", 8443)).hasSize(1);
    assertThatThrownBy(() -> names.resolve("build.example", 443)).isInstanceOf(NotPublic.class);
    assertThatThrownBy(() -> names.resolve("a.build.example", 8443)).isInstanceOf(NotPublic.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "127.1", "127.0.1", "0x7f.1", "localhost"})
  void noSpellingOfThisMachineLeadsToIt(String host) {
    CheckedNames names = new CheckedNames(InetAddress::getAllByName, Set.of());

    assertThatThrownBy(() -> names.resolve(host, 80)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void aPrivateHostIsWrittenWithItsPort() {
    assertThat(HttpFetcher.places(List.of(" Build.example:8443 ", "10.0.0.1:80")))
        .containsExactlyInAnyOrder("build.example:8443", "10.0.0.1:80");
    for (String wrong : List.of("build.example", "http://build.example:80", "*:80", ":80", "a:")) {
      assertThatThrownBy(() -> HttpFetcher.places(List.of(wrong)))
          .isInstanceOf(InvalidArgument.class)
          .hasMessage("the private host \"" + wrong + "\" is not a host with a port");
    }
  }

  private static CheckedNames names(String... literals) {
    InetAddress[] addresses =
        List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    return new CheckedNames(_ -> addresses, Set.of("build.example:8443"));
  }
}
