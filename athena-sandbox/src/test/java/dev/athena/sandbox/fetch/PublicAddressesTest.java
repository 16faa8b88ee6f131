package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "168.63.129.15",
        "168.63.129.17",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
        "2001:200::",
        "2001:4860:4860::8888",
        "2001:db7::1",
        "2001:db9::1",
        "2003::1",
        "2606:2800:220:1::1",
        "3ffe:ffff::",
        "3fff:1000::",
        "64:ff9b::8.8.8.8"
      })
  void thePublicNetworkIsPublic(String literal) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.255",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.0",
        "255.255.255.255",
        "::",
        "::1",
        "::8.8.8.8",
        "::127.0.0.1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "100::1",
        "5f00::1",
        "1fff::1",
        "4000::1",
        "2001::1",
        "2001:0:4136:e378::1",
        "2001:1ff:ffff::",
        "2001:db8::1",
        "2001:db8:ffff::",
        "2002::1",
        "2002:808:808::1",
        "2002:7f00:1::",
        "3fff::1",
        "3fff:fff::",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::8.8.8.8",
        "64:ff9b::1:808:808"
      })
  void everythingElseIsNot(String literal) {
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(literal))).isFalse();
  }

  @Test
  void anAddressOfVersion4WrittenAsOneOfVersion6IsWhatItIs() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, 127, 0, 0, 1};

    assertThat(PublicAddresses.isPublic(InetAddress.getByAddress(mapped))).isFalse();
    assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral("::ffff:8.8.8.8"))).isTrue();
  }
}
