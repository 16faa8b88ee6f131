package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.index.Evidence;
import dev.athena.index.Lifetime;
import dev.athena.index.Prepared;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryNotFound;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage promises of facts that followed each other. */
public abstract class FactHistoryContract extends IndexBackendTest {
  private static final List<String> ORDERS =
      List.of(
          "0123", "0132", "0213", "0231", "0312", "0321", "1023", "1032", "1203", "1230", "1302",
          "1320", "2013", "2031", "2103", "2130", "2301", "2310", "3012", "3021", "3102", "3120",
          "3201", "3210");

  @Test
  void inWhateverOrderTheyAreToldOneFactHoldsAtATime() {
    for (String order : ORDERS) {
      for (String year : List.of(order.split("(?<=.)(?=.)", -1))) {
        fact(HERE, order + ": it is in town " + year, since(order, year("202" + year)));
      }
    }

    for (String order : ORDERS) {
      for (int year = 0; year < 4; year++) {
        String town = order + ": it is in town " + year;
        assertThat(holding(order, year("202" + year))).containsExactly(town);
        Instant last = year("202" + (year + 1)).minusMillis(1);
        assertThat(holding(order, last)).containsExactly(town);
      }
      assertThat(holding(order, year("2019"))).as(order).isEmpty();
      assertThat(list(FactStore.class, facts -> facts.standing(HERE, order))).hasSize(1);
    }
  }

  @Test
  void aFactThatHadEndedWhenItWasToldHeldBefore() {
    MemoryId id = fact(HERE, "Zed is the intern", until(null, year("2020")));

    assertThat(holding(null, year("2019"))).containsExactly("Zed is the intern");
    assertThat(holding(null, year("2020"))).isEmpty();
    assertThat(find(id).knownFrom()).isNull();
  }

  @Test
  void aFactThatEndsLaterHoldsFromWhenItWasTold() {
    Instant told = clock.instant();
    MemoryId id = fact(HERE, "Kim is the guest", until(null, told.plusSeconds(60)));

    assertThat(find(id).knownFrom()).isEqualTo(told);
    assertThat(holding(null, told.minusMillis(1))).isEmpty();
    assertThat(holding(null, told)).hasSize(1);
  }

  @Test
  void whenASuccessorIsForgottenTheFactBeforeItStandsAgain() {
    MemoryId older = fact(HERE, "The build needs JDK 21.", keyed("jdk"));
    clock.advance(Duration.ofDays(1));
    MemoryId mistake = fact(HERE, "The build needs JDK 7.", keyed("jdk"));

    forget(FactStore.class, HERE, mistake);

    assertThat(find(older).supersededBy()).isNull();
    assertThat(find(older).holdsTo()).isNull();
    assertThat(standing("jdk")).containsExactly(older);
    assertThat(found("build", SearchFilter.ALL.holdingAt(clock.instant()))).containsExactly(older);
    assertThat(fact(HERE, "The build needs JDK 21.")).isEqualTo(older);
    checkHistory();
  }

  @Test
  void whenAFactInTheMiddleIsForgottenTheOneBeforeItEndsAtTheNext() {
    MemoryId first = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId middle = fact(HERE, "It is in Rome.", since("town", year("2021")));
    MemoryId last = fact(HERE, "It is in Bern.", since("town", year("2022")));

    forget(FactStore.class, HERE, middle);

    assertThat(find(first).supersededBy()).isEqualTo(last);
    assertThat(find(first).holdsTo()).isEqualTo(year("2022"));
    assertThat(holding("town", year("2021"))).containsExactly("It is in Oslo.");
    checkHistory();
  }

  @Test
  void aFactThatStandsAgainEndsWhereItWasToldTo() {
    Instant end = clock.instant().plus(Duration.ofDays(9));
    MemoryId older = fact(HERE, "Kim is the guest.", metadata(List.of(), 1, null, end));
    MemoryId mistake = fact(HERE, "Kim has left.", superseding(older));

    forget(FactStore.class, HERE, mistake);

    assertThat(find(older).supersededBy()).isNull();
    assertThat(find(older).holdsTo()).isEqualTo(end);
    checkHistory();
  }

  @Test
  void whatWasNamedStandsAgainUnderItsOwnKeyOnly() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId mistake = fact(HERE, "It has moved.", since("moves", year("2021"), List.of(older)));
    MemoryId next = fact(HERE, "It is in Bern.", since("town", year("2022")));

    forget(FactStore.class, HERE, mistake);

    assertThat(find(older).supersededBy()).isEqualTo(next);
    assertThat(holding("town", year("2021"))).containsExactly("It is in Oslo.");
    checkHistory();
  }

  @Test
  void aFactThatWasToldAgainMeanwhileGivesWayToThat() {
    MemoryId older = fact(HERE, "The light is red.", keyed("light"));
    clock.advance(Duration.ofDays(1));
    MemoryId mistake = fact(HERE, "The light is green.", keyed("light"));
    clock.advance(Duration.ofDays(1));
    MemoryId again = fact(HERE, "The light is red.", keyed("lamp"));

    forget(FactStore.class, HERE, mistake);
    assertThat(find(older).supersededBy()).isEqualTo(again);
    checkHistory();

    forget(FactStore.class, HERE, again);
    assertThat(standing("light")).containsExactly(older);
    checkHistory();
  }

  @Test
  void ofFactsThatBeganAtOnceTheLastToldHolds() {
    MemoryId before = fact(HERE, "It is in Oslo.", since("town", year("2019")));
    List<MemoryId> tied = new ArrayList<>();
    for (String town : List.of("Rome", "Bern", "Ulm", "Nice")) {
      tied.add(fact(HERE, "It is in " + town, since("town", year("2020"))));
    }

    for (int gone : List.of(1, 3, 2)) {
      forget(FactStore.class, HERE, tied.get(gone));
      assertThat(holding("town", year("2020"))).hasSize(1);
      assertThat(find(before).holdsTo()).isEqualTo(year("2020"));
      checkHistory();
    }
    assertThat(standing("town")).containsExactly(tied.getFirst());

    forget(FactStore.class, HERE, tied.getFirst());
    assertThat(standing("town")).containsExactly(before);
    checkHistory();
  }

  @Test
  void aFactThatWasNeverTrueLeavesItsPlaceInTheHistory() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId wrong = fact(HERE, "It is in Rome.", since("town", year("2022")));
    MemoryId right = fact(HERE, "It is in Bern.", since("town", year("2021"), List.of(wrong)));

    assertThat(find(older).supersededBy()).isEqualTo(right);
    assertThat(find(wrong).supersededBy()).isEqualTo(right);
    assertThat(standing("town")).containsExactly(right);
    assertThat(holding("town", year("2023"))).containsExactly("It is in Bern.");
    checkHistory();

    forget(FactStore.class, HERE, right);
    assertThat(standing("town")).containsExactly(wrong);
    assertThat(find(older).supersededBy()).isEqualTo(wrong);
    checkHistory();
  }

  @Test
  void whenAFactTurnsOutToHaveBegunLaterTheOneBeforeItHoldsUntilThen() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId newer = fact(HERE, "It is in Rome.", since("town", year("2021")));

    change(newer, "It is in Rome.", since("town", year("2023")));

    assertThat(find(older).holdsTo()).isEqualTo(year("2023"));
    assertThat(find(older).supersededBy()).isEqualTo(newer);
    checkHistory();
  }

  @Test
  void aFactThatMovesPastItsSuccessorSupersedesIt() {
    MemoryId first = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId moved = fact(HERE, "It is in Rome.", since("town", year("2021")));
    MemoryId last = fact(HERE, "It is in Bern.", since("town", year("2022")));

    change(moved, "It is in Rome.", since("town", year("2023")));

    assertThat(standing("town")).containsExactly(moved);
    assertThat(find(last).supersededBy()).isEqualTo(moved);
    assertThat(find(first).supersededBy()).isEqualTo(last);
    checkHistory();
  }

  @Test
  void aFactThatChangesItsKeyLeavesOneHistoryAndEntersTheOther() {
    MemoryId town = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId host = fact(HERE, "It is on owl.", since("host", year("2020")));
    MemoryId moved = fact(HERE, "It is on fox.", since("town", year("2021")));

    change(moved, "It is on fox.", since("host", year("2021")));

    assertThat(standing("town")).containsExactly(town);
    assertThat(standing("host")).containsExactly(moved);
    assertThat(find(host).supersededBy()).isEqualTo(moved);
    checkHistory();
  }

  @Test
  void aFactThatTurnsOutToHaveEndedBeforeItWasRecordedHeldBefore() {
    clock.advance(Duration.ofDays(100));
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2025")));
    MemoryId newer = fact(HERE, "It is in Rome.", keyed("town"));

    change(newer, "It was in Rome.", until("town", year("2024")));

    assertThat(standing("town")).containsExactly(older);
    assertThat(holding("town", year("2023"))).containsExactly("It was in Rome.");
    assertThat(holding("town", year("2024"))).isEmpty();
    assertThat(holding("town", year("2026"))).containsExactly("It is in Oslo.");
    checkHistory();

    change(newer, "It is in Rome.", keyed("town"));
    assertThat(standing("town")).containsExactly(newer);
    assertThat(find(older).supersededBy()).isEqualTo(newer);
    checkHistory();
  }

  @Test
  void aFactThatHadEndedEndsAtTheLatestWhereTheFirstOfItsKeyBegins() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId newer = fact(HERE, "It is in Rome.", keyed("town"));

    change(newer, "It was in Rome.", until("town", year("2024")));

    assertThat(find(newer).holdsTo()).isEqualTo(year("2020"));
    assertThat(standing("town")).containsExactly(older);
    checkHistory();
  }

  @Test
  void whatAnUpdateNoLongerNamesStandsAgainAndWhatItStillNamesDoesNot() {
    MemoryId one = fact(HERE, "Kim is the guest.");
    MemoryId other = fact(HERE, "Lee is the guest.");
    clock.advance(Duration.ofDays(1));
    MemoryId newer =
        fact(HERE, "Nobody is here.", since(null, clock.instant(), List.of(one, other)));

    change(newer, "Nobody is here.", since(null, clock.instant(), List.of(other)));

    assertThat(find(one).supersededBy()).isNull();
    assertThat(find(other).supersededBy()).isEqualTo(newer);
    checkHistory();
  }

  @Test
  void whatIsNamedGivesWayWhereTheOtherBeginsEvenIfThatMoves() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId moves = fact(HERE, "It has moved.", since("moves", year("2021"), List.of(older)));
    MemoryId next = fact(HERE, "It is in Bern.", since("town", year("2024")));

    change(moves, "It has moved.", since("moves", year("2022"), List.of(older)));

    assertThat(find(older).supersededBy()).isEqualTo(moves);
    assertThat(find(older).holdsTo()).isEqualTo(year("2022"));
    assertThat(standing("town")).containsExactly(next);
    checkHistory();
  }

  @Test
  void aFactThatWasSupersededByNameStaysSoWhereverItMoves() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId newer = fact(HERE, "It has moved.", since("moves", year("2021"), List.of(older)));

    change(older, "It is in Oslo.", since("town", year("2019")));

    assertThat(find(older).supersededBy()).isEqualTo(newer);
    checkHistory();
  }

  @Test
  void ofTwoFactsThatNameEachOtherTheLaterStands() {
    MemoryId older = fact(HERE, "It is in Oslo.", since("town", year("2020")));
    MemoryId newer = fact(HERE, "It has moved.", since("moves", year("2021"), List.of(older)));

    change(older, "It is in Oslo.", since("town", year("2022"), List.of(newer)));

    assertThat(find(older).supersededBy()).isEqualTo(newer);
    assertThat(find(newer).supersededBy()).isNull();
    checkHistory();
  }

  @Test
  void aFactIsChangedThoughOneThatItNamesWasForgotten() {
    MemoryId gone = fact(HERE, "It is in Oslo.");
    MemoryId other = fact(HERE, "It is in Ulm.");
    MemoryId newer =
        fact(HERE, "It is in Bern.", since("town", year("2021"), List.of(gone, other)));
    forget(FactStore.class, HERE, gone);

    change(newer, "It is in Bern.", since("town", year("2022"), List.of(gone, other)));
    assertThat(find(other).supersededBy()).isEqualTo(newer);

    change(newer, "It is in Bern.", since("town", year("2022")));
    assertThatThrownBy(
            () -> change(newer, "Bern it is.", since("town", year("2022"), List.of(gone))))
        .isInstanceOf(MemoryNotFound.class);
    checkHistory();
  }

  @Test
  void aFactThatIsSupersededWhileItIsChangedStaysSuperseded() {
    MemoryId older = fact(HERE, "It is in Oslo.", keyed("town"));
    Prepared<Fact> changed =
        semantic.prepareChange(find(older), new RememberFact("It was in Oslo.", keyed("town")));
    clock.advance(Duration.ofDays(1));
    MemoryId newer = fact(HERE, "It is in Bern.", superseding(older));

    store(changed);

    assertThat(find(older).content()).isEqualTo("It was in Oslo.");
    assertThat(find(older).supersededBy()).isEqualTo(newer);
    checkHistory();
  }

  @Test
  void whateverIsToldMovedAndForgottenOneFactHoldsAtATime() {
    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      String key = "seed " + seed;
      List<MemoryId> there = new ArrayList<>();
      for (int step = 0; step < 25; step++) {
        Instant begin = year("202" + random.nextInt(6));
        int what = there.isEmpty() ? 3 : random.nextInt(6);
        if (what == 0 || what == 1) {
          forget(FactStore.class, HERE, there.remove(random.nextInt(there.size())));
        } else if (what == 2) {
          MemoryId id = there.get(random.nextInt(there.size()));
          change(id, find(id).content(), since(key, begin));
        } else {
          there.add(fact(HERE, key + " told " + step, since(key, begin)));
        }
        checkOneHolds(key, there);
      }
    }
  }

  /** Checks that at any time one fact holds: one of those that began last. */
  private void checkOneHolds(String key, List<MemoryId> there) {
    List<Fact> all = there.stream().map(this::find).toList();
    assertThat(standing(key)).as(key).hasSize(Math.min(1, all.size()));
    for (int year = 0; year < 6; year++) {
      Instant moment = year("202" + year);
      Instant last =
          all.stream()
              .map(Fact::holdsFrom)
              .filter(begin -> !begin.isAfter(moment))
              .max(Comparator.naturalOrder())
              .orElse(null);
      List<Instant> begins =
          all.stream().filter(fact -> holds(fact, moment)).map(Fact::holdsFrom).toList();
      assertThat(begins)
          .as("%s in %s", key, moment)
          .isEqualTo(last == null ? List.of() : List.of(last));
    }
    checkHistory();
  }

  /** Checks that no fact names one that is gone, and that the index knows when each holds. */
  private void checkHistory() {
    List<Fact> all = list(FactStore.class, facts -> facts.page(HERE, Optional.empty(), 10_000));
    Set<MemoryId> there = all.stream().map(Fact::id).collect(Collectors.toSet());
    SearchRequest anything = request(HERE, SearchFilter.ALL, List.of(), null);
    Map<MemoryId, Lifetime> indexed =
        evidence(anything, List.copyOf(there)).stream()
            .collect(Collectors.toMap(Evidence::id, Evidence::lifetime));
    for (Fact fact : all) {
      MemoryId newer = fact.supersededBy();
      assertThat(newer == null || there.contains(newer)).as("%s", fact).isTrue();
      assertThat(newer == null).as("%s", fact).isEqualTo(fact.supersededAt() == null);
      assertThat(indexed.get(fact.id()))
          .as("%s", fact)
          .isEqualTo(new Lifetime(fact.holdsFrom(), fact.holdsTo()));
      boolean hasIdentity =
          optional(FactStore.class, facts -> facts.identity(HERE, fact.id())).isPresent();
      assertThat(hasIdentity).as("%s", fact).isEqualTo(newer == null);
    }
  }

  private List<MemoryId> standing(String key) {
    return list(FactStore.class, facts -> facts.standing(HERE, key)).stream()
        .map(Fact::id)
        .toList();
  }

  private List<String> holding(@Nullable String key, Instant moment) {
    return list(FactStore.class, facts -> facts.page(HERE, Optional.empty(), 100)).stream()
        .filter(fact -> Objects.equals(key, fact.metadata().key()))
        .filter(fact -> holds(fact, moment))
        .map(Fact::content)
        .toList();
  }

  private static boolean holds(Fact fact, Instant moment) {
    Instant to = fact.holdsTo();
    return !fact.holdsFrom().isAfter(moment) && (to == null || to.isAfter(moment));
  }

  private Fact find(MemoryId id) {
    return optional(FactStore.class, facts -> facts.find(HERE, id)).orElseThrow();
  }

  private static Instant year(String year) {
    return Instant.parse(year + "-01-01T00:00:00Z");
  }

  private static FactMetadata since(String key, Instant from) {
    return since(key, from, List.of());
  }

  private static FactMetadata since(@Nullable String key, Instant from, List<MemoryId> supersedes) {
    return new FactMetadata(
        List.of(), 1, null, "fact", key, from, null, supersedes, JsonObject.EMPTY);
  }

  private static FactMetadata superseding(MemoryId older) {
    return new FactMetadata(
        List.of(), 1, null, "fact", null, null, null, List.of(older), JsonObject.EMPTY);
  }

  private static FactMetadata until(@Nullable String key, Instant to) {
    return new FactMetadata(List.of(), 1, null, "fact", key, null, to, List.of(), JsonObject.EMPTY);
  }
}
