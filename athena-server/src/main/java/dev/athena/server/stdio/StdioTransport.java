package dev.athena.server.stdio;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.MalformedJson;
import dev.athena.server.mcp.Answer;
import dev.athena.server.mcp.Call;
import dev.athena.server.mcp.McpServer;
import dev.athena.server.mcp.Message;
import dev.athena.server.mcp.ProtocolError;
import dev.athena.server.mcp.RequestThreads;
import dev.athena.server.mcp.Session;
import dev.athena.server.mcp.Work;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Serves one client over a pair of streams.
 *
 * <p>Each request runs in a thread of its own. What cannot be read is answered with an error, and
 * reading goes on with the next line.
 */
public final class StdioTransport {
  /** The longest line taken, in bytes. */
  public static final int LINE_BYTES_MAX = 16 * 1024 * 1024;

  /** The most requests under way; past it, reading waits. */
  public static final int IN_FLIGHT_MAX = 1_024;

  /** The most bytes of requests under way; past it, reading waits. */
  public static final int IN_FLIGHT_BYTES_MAX = 2 * LINE_BYTES_MAX;

  private final Session session;
  private final LineWriter writer;
  private final ExecutorService threads = RequestThreads.create();
  private final Semaphore places = new Semaphore(IN_FLIGHT_MAX);
  private final Semaphore room = new Semaphore(IN_FLIGHT_BYTES_MAX);

  private StdioTransport(McpServer server, OutputStream out) {
    // The first to find the client gone ends what is done for it; by then the session is there.
    this.writer = new LineWriter(out, this::clientIsGone);
    this.session = server.open(null, writer);
  }

  /**
   * Serves until {@code in} ends and all that was asked before is answered.
   *
   * @throws IOException if {@code in} breaks
   */
  public static void serve(McpServer server, InputStream in, OutputStream out) throws IOException {
    StdioTransport transport = new StdioTransport(server, out);
    try {
      transport.readAll(new LineReader(in, LINE_BYTES_MAX));
    } finally {
      transport.session.endOfInput();
      transport.places.acquireUninterruptibly(IN_FLIGHT_MAX);
      transport.session.close();
      transport.threads.shutdown();
    }
  }

  private void readAll(LineReader lines) throws IOException {
    while (true) {
      switch (lines.read()) {
        case LineReader.Line.End() -> {
          return;
        }
        case LineReader.Line.TooLong() ->
            refuse(
                ProtocolError.invalidRequest("a line has at most " + LINE_BYTES_MAX + " bytes"),
                Json.Null.VALUE);
        case LineReader.Line.Whole(byte[] bytes) -> {
          if (!isBlank(bytes)) {
            take(bytes);
          }
        }
      }
    }
  }

  private void take(byte[] line) {
    Json value;
    try {
      value = JsonCodec.read(line);
    } catch (MalformedJson e) {
      refuse(ProtocolError.parseError(e.problem()), Json.Null.VALUE);
      return;
    }
    try {
      if (value instanceof JsonArray array) {
        start(session.begin(array, writer), line.length);
      } else {
        take(Message.of(value), line.length);
      }
    } catch (ProtocolError e) {
      refuse(e, Message.idOf(value));
    }
  }

  private void take(Message message, int bytes) {
    switch (message) {
      case Message.Request request -> begin(request, bytes);
      case Message.Notification notification -> session.accept(notification);
      case Message.Response response -> session.accept(response);
    }
  }

  private void begin(Message.Request request, int bytes) {
    Call call = session.begin(request, writer);
    if (request.method().equals("initialize")) {
      answer(call);
    } else {
      start(call, bytes);
    }
  }

  private void start(Work work, int bytes) {
    places.acquireUninterruptibly();
    room.acquireUninterruptibly(bytes);
    threads.execute(() -> {
      try {
        answer(work);
      } finally {
        room.release(bytes);
        places.release();
      }
    });
  }

  private void answer(Work work) {
    work.answer().map(Answer::response).ifPresent(writer::write);
  }

  private void refuse(ProtocolError error, Json id) {
    writer.send(error.toResponse(id));
  }

  private void clientIsGone() {
    session.close();
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
