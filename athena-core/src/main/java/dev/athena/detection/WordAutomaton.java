package dev.athena.detection;

import java.util.Arrays;
import java.util.Collection;

/**
 * Many names looked for at once, after Aho and Corasick: the work grows with the text, however many
 * names there are.
 *
 * <p>Its states are numbers in a few arrays, because a hundred thousand names have a million of
 * them.
 */
final class WordAutomaton {
  private static final int ROOT = 0;
  private static final int ABSENT = -1;
  private static final int MULTIPLIER = 0x9e3779b9;

  /** Most characters of a text are one of these. */
  private static final int ASCII = 128;

  /** Names that begin with the same so many characters are told from others at a glance. */
  private static final int GLANCE = 3;

  private static final int GLANCE_BITS = 1 << 15;

  /** A table of steps: the state and the character, and the state that they lead to. */
  private final long[] steps;

  private final int[] targets;
  private int states = 1;

  /** The steps from the root that are asked for most. */
  private final int[] begins = new int[ASCII];

  /** Where the bit of a beginning is not set, no name begins so; empty if names are shorter. */
  private final long[] glances;

  /** The state that stands for the longest end of this one that begins a name. */
  private final int[] fallbacks;

  /** How long the name is that ends in a state, or 0. */
  private final int[] lengths;

  /** The next state on the way of fallbacks in which a name ends, or the root. */
  private final int[] endings;

  WordAutomaton(Collection<String> names) {
    int room = 1;
    for (String name : names) {
      room += name.length();
    }
    int[] parents = new int[room];
    char[] characters = new char[room];
    int[] ends = new int[room];
    steps = new long[Integer.highestOneBit(Math.max(room, 8)) * 4];
    targets = new int[steps.length];
    Arrays.fill(targets, ABSENT);
    int[] depths = new int[room];
    for (String name : names) {
      int state = ROOT;
      for (int i = 0; i < name.length(); i++) {
        int next = step(state, name.charAt(i));
        if (next == ABSENT) {
          next = states++;
          put(state, name.charAt(i), next);
          parents[next] = state;
          characters[next] = name.charAt(i);
          depths[next] = depths[state] + 1;
        }
        state = next;
      }
      ends[state] = name.length();
    }
    lengths = Arrays.copyOf(ends, states);
    fallbacks = new int[states];
    endings = new int[states];
    glances = glances(names);
    for (char character = 0; character < ASCII; character++) {
      begins[character] = Math.max(ROOT, step(ROOT, character));
    }
    for (int state : byDepth(depths)) {
      link(state, parents[state], characters[state]);
    }
  }

  private static long[] glances(Collection<String> names) {
    if (names.stream().anyMatch(name -> name.length() < GLANCE)) {
      return new long[0];
    }
    long[] glances = new long[GLANCE_BITS / Long.SIZE];
    for (String name : names) {
      int bit = glance(name.charAt(0), name.charAt(1), name.charAt(2));
      glances[bit / Long.SIZE] |= 1L << bit;
    }
    return glances;
  }

  private static int glance(char first, char second, char third) {
    int mixed = first * 961 + second * 31 + third;
    return (mixed ^ (mixed >>> Character.SIZE)) & (GLANCE_BITS - 1);
  }

  /**
   * Returns the next place from {@code from} on where a name may begin; the end if there is none.
   */
  private int nextBeginning(char[] text, int from) {
    if (glances.length == 0) {
      return from;
    }
    for (int at = from; at + GLANCE <= text.length; at++) {
      int bit = glance(text[at], text[at + 1], text[at + 2]);
      if ((glances[bit / Long.SIZE] & 1L << bit) != 0) {
        return at;
      }
    }
    return text.length;
  }

  /** Returns all states but the root, the shallow ones first. */
  private int[] byDepth(int[] depths) {
    int deepest = Arrays.stream(depths, 0, states).max().orElse(0);
    int[] places = new int[deepest + 2];
    for (int state = 1; state < states; state++) {
      places[depths[state] + 1]++;
    }
    for (int depth = 1; depth < places.length; depth++) {
      places[depth] += places[depth - 1];
    }
    int[] order = new int[states - 1];
    for (int state = 1; state < states; state++) {
      order[places[depths[state]]++] = state;
    }
    return order;
  }

  private void link(int state, int parent, char character) {
    int onward = parent == ROOT ? ROOT : onward(fallbacks[parent], character);
    int fallback = onward == ABSENT ? beginning(character) : onward;
    fallbacks[state] = fallback;
    endings[state] = lengths[fallback] > 0 ? fallback : endings[fallback];
  }

  /** Takes a name that ends at a place. */
  @FunctionalInterface
  interface Hits {
    /** A name of {@code length} characters ends before {@code end}. */
    void accept(int end, int length);
  }

  /** Hands over every name in {@code text}, also those within others. */
  void find(char[] text, Hits hits) {
    int state = ROOT;
    for (int i = 0; i < text.length; i++) {
      int next = onward(state, text[i]);
      if (next == ABSENT) {
        int begin = nextBeginning(text, i);
        if (begin == text.length) {
          return;
        }
        i = begin;
        next = beginning(text[i]);
      }
      state = next;
      int ending = lengths[state] > 0 ? state : endings[state];
      while (ending != ROOT) {
        hits.accept(i + 1, lengths[ending]);
        ending = endings[ending];
      }
    }
  }

  /** Returns the state after another character of a name that has begun; absent if none goes on. */
  private int onward(int from, char character) {
    for (int state = from; state != ROOT; state = fallbacks[state]) {
      int next = step(state, character);
      if (next != ABSENT) {
        return next;
      }
    }
    return ABSENT;
  }

  private int beginning(char character) {
    return character < ASCII ? begins[character] : Math.max(ROOT, step(ROOT, character));
  }

  private int step(int state, char character) {
    long key = ((long) state << Character.SIZE) | character;
    int slot = slot(key);
    while (targets[slot] != ABSENT && steps[slot] != key) {
      slot = (slot + 1) & (steps.length - 1);
    }
    return targets[slot];
  }

  private void put(int state, char character, int target) {
    long key = ((long) state << Character.SIZE) | character;
    int slot = slot(key);
    while (targets[slot] != ABSENT) {
      slot = (slot + 1) & (steps.length - 1);
    }
    steps[slot] = key;
    targets[slot] = target;
  }

  private int slot(long key) {
    int mixed = (int) (key ^ (key >>> Integer.SIZE)) * MULTIPLIER;
    return (mixed ^ (mixed >>> Character.SIZE)) & (steps.length - 1);
  }
}
