package dev.athena.text;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Spans made of one or two times: "since May", "from May to July", "before 2022". */
final class TimeRanges {
  private static final Set<String> TO = Set.of("to", "until", "till", "through", "thru", "-");
  private static final Set<String> AND = Set.of("and", "&", "to", "-");
  private static final Set<String> ONWARD = Set.of("on", "onward", "onwards");

  private TimeRanges() {}

  static @Nullable TimeExpression match(TimeWords words, int place) {
    TimeExpression range =
        switch (words.at(place)) {
          case "between" -> pair(words, TimeRules.expected(words, place + 1), AND);
          case "from" -> from(words, TimeRules.expected(words, place + 1));
          case "since" -> since(TimeRules.expected(words, place + 1));
          case "before" -> before(TimeRules.expected(words, place + 1));
          case "after" -> after(TimeRules.expected(words, place + 1));
          case "until", "till", "by" -> until(TimeRules.match(words, place + 1));
          default -> null;
        };
    if (range != null) {
      return range;
    }
    TimeExpression first = TimeRules.match(words, place);
    TimeExpression anchored = AnchoredRules.seenFrom(words, first);
    if (anchored != null) {
      return anchored;
    }
    TimeExpression pair = pair(words, first, TO);
    TimeExpression neighbours = pair != null ? pair : neighbours(words, first);
    return neighbours != null ? neighbours : first;
  }

  private static @Nullable TimeExpression from(TimeWords words, @Nullable TimeExpression first) {
    TimeExpression pair = pair(words, first, TO);
    boolean onward = first != null && ONWARD.contains(words.at(first.next()));
    return pair == null && onward ? since(first) : pair;
  }

  private static @Nullable TimeExpression pair(
      TimeWords words, @Nullable TimeExpression first, Set<String> joints) {
    TimeExpression last = joined(words, first, joints);
    return first == null || last == null
        ? null
        : new TimeExpression(
            last.next(), first.floating() && last.floating(), now -> hull(first, last, now));
  }

  /** "In May and June": one span if one follows the other, else the first. */
  private static @Nullable TimeExpression neighbours(
      TimeWords words, @Nullable TimeExpression first) {
    TimeExpression last = joined(words, first, AND);
    return first == null || last == null
        ? null
        : new TimeExpression(last.next(), false, now -> hullOfNeighbours(first, last, now));
  }

  private static @Nullable TimeExpression joined(
      TimeWords words, @Nullable TimeExpression first, Set<String> joints) {
    return first != null && joints.contains(words.at(first.next()))
        ? TimeRules.expected(words, first.next() + 1)
        : null;
  }

  private static Optional<TimeSpan> hullOfNeighbours(
      TimeExpression first, TimeExpression last, ZonedDateTime now) {
    Optional<TimeSpan> end = last.meant(now);
    Optional<TimeSpan> start =
        first.meant(
            first.floating() && end.isPresent() ? end.get().from().atZone(now.getZone()) : now);
    boolean meet =
        start.isPresent() && end.isPresent() && start.get().to().equals(end.get().from());
    return meet ? hull(first, last, now) : start;
  }

  /** What one side leaves open, the other decides: in "3 May to 10 May 2023" the year. */
  private static Optional<TimeSpan> hull(
      TimeExpression first, TimeExpression last, ZonedDateTime now) {
    if (first.floating()) {
      return last.meant(now)
          .flatMap(end ->
              first
                  .meant(end.from().atZone(now.getZone()))
                  .flatMap(start -> Calendars.span(start.from(), end.to())));
    }
    return first
        .meant(now)
        .flatMap(start ->
            last.meant(last.floating() ? yearAfter(start, now) : now)
                .flatMap(end -> Calendars.span(start.from(), end.to())));
  }

  private static ZonedDateTime yearAfter(TimeSpan start, ZonedDateTime now) {
    ZonedDateTime end = start.from().atZone(now.getZone()).plusYears(1).minusDays(1);
    return end.isBefore(now) ? end : now;
  }

  private static @Nullable TimeExpression since(@Nullable TimeExpression start) {
    return start == null
        ? null
        : new TimeExpression(
            start.next(),
            false,
            now -> start.meant(now).flatMap(span -> Calendars.span(span.from(), now.toInstant())));
  }

  private static @Nullable TimeExpression before(@Nullable TimeExpression end) {
    return end == null
        ? null
        : new TimeExpression(
            end.next(),
            false,
            now -> end.meant(now).flatMap(span -> Calendars.span(TimeSpan.EARLIEST, span.from())));
  }

  private static @Nullable TimeExpression until(@Nullable TimeExpression end) {
    return end == null
        ? null
        : new TimeExpression(
            end.next(),
            false,
            now -> end.meant(now).flatMap(span -> Calendars.span(TimeSpan.EARLIEST, span.to())));
  }

  private static @Nullable TimeExpression after(@Nullable TimeExpression start) {
    return start == null
        ? null
        : new TimeExpression(
            start.next(),
            false,
            now -> start.meant(now).flatMap(span -> Calendars.span(span.to(), TimeSpan.LATEST)));
  }
}
