package dev.athena.sandbox.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A host that says on each connection, byte for byte, what a test wants. */
final class RawHost implements AutoCloseable {
  private final ServerSocket server;
  private final Behaviour behaviour;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** Heads and bodies that came in, whole requests of the tests being small. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final AtomicInteger connections = new AtomicInteger();

  /** What it does with one connection, from its first request on. */
  @FunctionalInterface
  interface Behaviour {
    void serve(Connection connection) throws IOException, InterruptedException;
  }

  /** One connection. */
  final class Connection {
    private final Socket socket;

    private Connection(Socket socket) {
      this.socket = socket;
    }

    /** Reads a request to the end of its head. Returns false if the other side is gone. */
    boolean awaitRequest() throws IOException {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int read = in.read();
        if (read < 0) {
          return false;
        }
        head.write(read);
      }
      requests.add(head.toString(StandardCharsets.ISO_8859_1));
      return true;
    }

    /** Returns the number that the path of the last request is. */
    int asked() {
      return Integer.parseInt(requests.getLast().split("[ /]", -1)[2]);
    }

    /** Returns bytes of a body. */
    String read(int count) throws IOException {
      return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
    }

    void say(String text) throws IOException {
      say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void say(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    /** Breaks off so that the other side sees a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private RawHost(ServerSocket server, String address, Behaviour behaviour) throws IOException {
    this.server = server;
    this.behaviour = behaviour;
    server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
    Thread.ofVirtual().start(this::accept);
  }

  static RawHost that(Behaviour behaviour) throws IOException {
    return at("127.0.0.1", behaviour);
  }

  static RawHost at(String address, Behaviour behaviour) throws IOException {
    return new RawHost(new ServerSocket(), address, behaviour);
  }

  /** Returns a host that listens by means of {@code server}, which is not bound yet. */
  static RawHost over(ServerSocket server, Behaviour behaviour) throws IOException {
    return new RawHost(server, "127.0.0.1", behaviour);
  }

  /** Returns a host that answers every request with the same bytes and keeps its connections. */
  static RawHost thatSays(String answer) throws IOException {
    return that(connection -> {
      while (connection.awaitRequest()) {
        connection.say(answer);
      }
    });
  }

  int port() {
    return server.getLocalPort();
  }

  String place() {
    return server.getInetAddress().getHostAddress() + ":" + port();
  }

  String url(String target) {
    return "http://" + place() + target;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(new Connection(socket)));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void serve(Connection connection) {
    try (Socket _ = connection.socket) {
      behaviour.serve(connection);
    } catch (IOException | InterruptedException _) {
      // the other side went away, which the test looks at from there
    }
  }
}
