package dev.athena.sandbox.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds the addresses of hosts, and gives them only if all are public.
 *
 * <p>The connection is then made to these addresses and no others, so a name that leads elsewhere
 * when it is asked again gains nothing.
 */
final class CheckedNames implements DnsResolver {
  private final Names names;
  private final Set<String> privatePlaces;

  /**
   * Creates a resolver.
   *
   * @param privatePlaces hosts with ports that may have any address
   */
  CheckedNames(Names names, Set<String> privatePlaces) {
    this.names = names;
    this.privatePlaces = privatePlaces;
  }

  /** Where addresses come from. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** A host has an address that is not public. */
  static final class NotPublic extends UnknownHostException {
    NotPublic(String host, InetAddress address) {
      super(host + " has the address " + address.getHostAddress());
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    InetAddress[] addresses = names.addresses(host);
    if (!privatePlaces.contains(host + ":" + port)) {
      for (InetAddress address : addresses) {
        if (!PublicAddresses.isPublic(address)) {
          throw new NotPublic(host, address);
        }
      }
    }
    return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public InetAddress[] resolve(String host) {
    throw new UnsupportedOperationException("whether an address will do depends on the port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
