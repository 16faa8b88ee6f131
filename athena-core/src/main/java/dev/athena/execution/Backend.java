package dev.athena.execution;

/** What builds the walls around a program. */
public enum Backend {
  /** Bubblewrap, directly: no network of any kind. */
  BWRAP,
  /** Anthropic Sandbox Runtime: the network through its proxies, by an allow-list of domains. */
  SRT
}
