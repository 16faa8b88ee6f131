package dev.athena.store.sqlite;

/**
 * What a process remembers of the file from one transaction to the next; all of it can be read or
 * counted anew.
 */
record Memos(Mirrors mirrors, Frequencies.Memory frequencies, ReadLists lists, ModelPlanes planes) {
  Memos() {
    this(new Mirrors(), new Frequencies.Memory(), new ReadLists(), new ModelPlanes());
  }
}
