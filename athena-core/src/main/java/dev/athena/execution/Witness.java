package dev.athena.execution;

/** Who saw a violation, and so how far it can be believed. */
public enum Witness {
  /** The kernel ended the program for it. */
  KERNEL,
  /** A mediator outside the sandbox refused it. */
  MEDIATOR,
  /** A limit that is kept from outside. */
  LIMIT,
  /** The process of the program, which the program can make lie: a hint. */
  PROGRAM
}
