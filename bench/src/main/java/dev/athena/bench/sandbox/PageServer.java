package dev.athena.bench.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A host on this machine that has one page; under {@code /close} it ends the connection after. */
final class PageServer implements AutoCloseable {
  static final int PAGE_BYTES = 1_000;
  static final String CLOSE = "/close";

  private static final int WAITING_MAX = 50;
  private static final String PAGE = "a".repeat(PAGE_BYTES);

  private final ServerSocket socket;

  private PageServer(ServerSocket socket) {
    this.socket = socket;
  }

  static PageServer start() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    PageServer server = new PageServer(new ServerSocket(0, WAITING_MAX, loopback));
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  /** Returns its address and port. */
  String place() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(Socket client) {
    try (client;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      String line = lines.readLine();
      while (line != null) {
        boolean more = !line.contains(CLOSE);
        skipHeaders(lines);
        client.getOutputStream().write(answer(more).getBytes(StandardCharsets.US_ASCII));
        line = more ? lines.readLine() : null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void skipHeaders(BufferedReader lines) throws IOException {
    String header = lines.readLine();
    while (header != null && !header.isEmpty()) {
      header = lines.readLine();
    }
  }

  private static String answer(boolean more) {
    return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n%s"
        .formatted(PAGE_BYTES, more ? "keep-alive" : "close", PAGE);
  }
}
