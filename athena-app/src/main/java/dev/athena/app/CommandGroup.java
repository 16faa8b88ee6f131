package dev.athena.app;

/** What a command is for: the headings of the help, in order. */
public enum CommandGroup {
  AGENTS("Connect agents"),
  MEMORY("Remember and recall"),
  LEARNING("Learn from what happened"),
  CODE("Run code"),
  PRIVACY("Keep it private"),
  CARE("Look after it"),
  /** Those made of an operation each, which the help of their kind speaks of. */
  OPERATIONS("One operation each");

  private final String heading;

  CommandGroup(String heading) {
    this.heading = heading;
  }

  /** Returns how the group is called in the help. */
  public String heading() {
    return heading;
  }
}
