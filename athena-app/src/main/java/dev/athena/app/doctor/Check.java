package dev.athena.app.doctor;

/** Looks at one thing that Athena needs. */
public interface Check {
  /** Returns what is looked at, in a word or two. */
  String subject();

  /** Looks, changes nothing, and never throws for what it was made to find. */
  Finding look();
}
