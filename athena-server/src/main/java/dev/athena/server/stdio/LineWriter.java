package dev.athena.server.stdio;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Outbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes messages, each on a line of its own and whole, whoever else writes.
 *
 * <p>A reader that is slow slows the writers; one that is gone is noted once, and what follows is
 * dropped.
 */
final class LineWriter implements Outbox {
  private final OutputStream out;
  private final Runnable onBroken;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean broken;

  LineWriter(OutputStream out, Runnable onBroken) {
    this.out = out;
    this.onBroken = onBroken;
  }

  @Override
  public void send(JsonObject message) {
    write(message);
  }

  /** Writes {@code message}, one or an array of them, on a line. */
  void write(Json message) {
    byte[] line = (JsonCodec.write(message) + "\n").getBytes(StandardCharsets.UTF_8);
    if (!writeLine(line)) {
      onBroken.run();
    }
  }

  /** Returns false if this line found the reader gone. */
  private boolean writeLine(byte[] line) {
    lock.lock();
    try {
      if (broken) {
        return true;
      }
      out.write(line);
      out.flush();
      return true;
    } catch (IOException _) {
      broken = true;
      return false;
    } finally {
      lock.unlock();
    }
  }
}
