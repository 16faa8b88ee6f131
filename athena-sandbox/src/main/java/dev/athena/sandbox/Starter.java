package dev.athena.sandbox;

import dev.athena.execution.SandboxUnavailable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes, all of them from one thread that never ends.
 *
 * <p>A sandbox asks the kernel to end it with its parent, and for the kernel that is the thread
 * which started it: from a thread that ends, the sandbox would be gone with the thread.
 */
final class Starter implements AutoCloseable {
  private record Order(ProcessBuilder builder, CompletableFuture<Process> process) {}

  private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * Starts a process and waits until it is there.
   *
   * @throws SandboxUnavailable if it cannot be started
   */
  Process start(Launch launch) {
    ProcessBuilder builder = new ProcessBuilder(launch.command());
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    builder.directory(launch.folder().toFile());
    Order order = new Order(builder, new CompletableFuture<>());
    take(order);
    try {
      return order.process().get();
    } catch (ExecutionException e) {
      throw new SandboxUnavailable(
          "the sandbox could not be started", "run `athena doctor`", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandon(order);
      throw new SandboxUnavailable("the start was interrupted", "try again", e);
    }
  }

  private static void abandon(Order order) {
    if (!order.process().cancel(false)) {
      order.process().join().destroyForcibly();
    }
  }

  private synchronized void take(Order order) {
    if (closed) {
      throw new SandboxUnavailable("Athena is ending", "start it again", null);
    }
    orders.add(order);
    if (thread == null) {
      thread = Thread.ofPlatform().name("athena-starter").daemon().start(this::serve);
    }
  }

  private void serve() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Order order = orders.take();
        try {
          Process process = order.builder().start();
          if (!order.process().complete(process)) {
            process.destroyForcibly(); // nobody waits for it any more
          }
        } catch (IOException | RuntimeException e) {
          order.process().completeExceptionally(e);
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    orders.forEach(order -> order.process().completeExceptionally(new IOException("it ended")));
  }

  /** Ends the thread, and with it every process that it started in a sandbox. */
  @Override
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
