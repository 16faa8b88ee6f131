package dev.athena.sandbox;

/** What builds sandboxes of one kind. */
interface Wall extends AutoCloseable {
  /**
   * Says how a sandbox is started.
   *
   * @throws dev.athena.execution.SandboxUnavailable if it cannot be on this machine
   */
  Launch launch(Blueprint blueprint);

  @Override
  void close();
}
