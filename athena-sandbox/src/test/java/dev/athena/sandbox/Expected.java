package dev.athena.sandbox;

import dev.athena.execution.Outcome;
import dev.athena.execution.ViolationKind;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must come of an attack in a sandbox.
 *
 * @param ends how it may end
 * @param verdict a pattern of all that it says at its end; empty if that does not matter
 * @param seen the kind of violation that must be seen; empty if none must
 */
record Expected(Set<String> ends, String verdict, String seen) {
  private static final String BEFORE_REASON = ", since ";
  private static final String UNSEEN = " unseen";

  /** How {@link Attack#endOf} calls it. */
  static final String NOT_BLOCKED = "not blocked";

  /** Returns what a list of ends, as it stands in the head of an attack, means. */
  static Expected of(String ends, String seen) {
    return new Expected(Set.copyOf(Arrays.asList(ends.split(", ", -1))), "", seen);
  }

  /**
   * Returns what is expected where a sandbox rightly differs. It is told in words such as
   *
   * <p>{@code timeout unseen, since it waits for what never comes}
   *
   * <p>{@code GOT:\[\], since an empty folder lies in its place}
   *
   * <p>which is an end or, as a pattern, what the attack says; and always the reason. An attack
   * that gets further than others may say nothing else.
   */
  Expected otherwise(String told) {
    int reason = told.indexOf(BEFORE_REASON);
    if (reason < 0) {
      throw new IllegalArgumentException("the reason is missing: " + told);
    }
    String what = told.substring(0, reason);
    boolean unseen = what.endsWith(UNSEEN);
    String end = unseen ? what.substring(0, what.length() - UNSEEN.length()) : what;
    String kind = unseen ? "" : seen;
    return end.startsWith("GOT:")
        ? new Expected(Set.of(NOT_BLOCKED), end, kind)
        : Expected.of(end, kind);
  }

  /**
   * Returns what is expected where another program does it: that one is ended alone, and nobody
   * tells of it.
   */
  Expected inAnotherProgram() {
    boolean onlyKilled = ends.equals(Set.of("killed"));
    return ends.contains(NOT_BLOCKED)
        ? new Expected(ends, verdict, "")
        : new Expected(Set.of("blocked"), onlyKilled ? "BLOCKED:SIGSYS" : "BLOCKED:.*", "");
  }

  /** Returns whether a violation of the kind that must be seen was. */
  boolean isSeen(Outcome outcome) {
    return seen.isEmpty()
        || outcome.violations().stream()
            .map(one -> one.kind())
            .anyMatch(ViolationKind.valueOf(seen.toUpperCase(Locale.ROOT))::equals);
  }

  /** Returns what is wrong with how an attack ended, as {@link AttackRun} tells it. */
  Optional<String> wrong(JsonObject ended) {
    if (!ends.contains(ended.text("end").orElse(""))) {
      return Optional.of("it must end as one of " + ends);
    }
    if (!Optional.of(Json.of(true)).equals(ended.find("seen"))) {
      return Optional.of("a violation must be seen: " + seen);
    }
    boolean says = Pattern.compile(verdict, Pattern.DOTALL).matcher(saying(ended)).matches();
    return verdict.isEmpty() || says
        ? Optional.empty()
        : Optional.of("it must say no more than " + verdict);
  }

  private static String saying(JsonObject ended) {
    return ended.text("verdict").orElse("").strip();
  }
}
