package dev.athena.sandbox.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public network from all others.
 *
 * <p>Of version 4 everything is public but what the registry of special addresses keeps back; of
 * version 6 only what is handed out as global, without the ways of writing an address of version 4
 * that lead through a tunnel. The one such way in use, a translator's prefix, is public if the
 * address of version 4 in it is.
 */
final class PublicAddresses {
  private static final List<Block> NOT_PUBLIC =
      blocks(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by customers of a carrier
          "127.0.0.0/8", // this machine
          "169.254.0.0/16", // link, and what clouds tell a machine about itself
          "172.16.0.0/12", // private
          "168.63.129.16/32", // what a cloud tells a machine about itself
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // tunnels, given up
          "192.168.0.0/16", // private
          "198.18.0.0/15", // measurements
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // many receivers
          "240.0.0.0/4", // kept for later, and all receivers
          "2001::/23", // protocols, among them tunnels
          "2001:db8::/32", // documentation
          "2002::/16", // tunnels
          "3fff::/20"); // documentation

  private static final Block GLOBAL = Block.of("2000::/3");
  private static final Block TRANSLATED = Block.of("64:ff9b::/96");

  private PublicAddresses() {}

  /**
   * All addresses that begin with the same bits.
   *
   * @param first the lowest of them
   */
  private record Block(InetAddress first, int bits) {
    static Block of(String written) {
      int slash = written.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(written.substring(0, slash)),
          Integer.parseInt(written.substring(slash + 1)));
    }

    boolean holds(InetAddress address) {
      byte[] ours = first.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      int rest = bits % Byte.SIZE;
      return Arrays.equals(ours, 0, whole, theirs, 0, whole)
          && (rest == 0
              || (ours[whole] & 0xff) >> (Byte.SIZE - rest)
                  == (theirs[whole] & 0xff) >> (Byte.SIZE - rest));
    }
  }

  /** Returns whether {@code address} is one of the public network. */
  static boolean isPublic(InetAddress address) {
    if (TRANSLATED.holds(address)) {
      return isPublic(lastFourBytes(address));
    }
    boolean mayBe = address instanceof Inet4Address || GLOBAL.holds(address);
    return mayBe && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
  }

  private static InetAddress lastFourBytes(InetAddress address) {
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static List<Block> blocks(String... written) {
    return Stream.of(written).map(Block::of).toList();
  }
}
