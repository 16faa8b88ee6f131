package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage promises of facts that followed each other. */
public abstract class FactHistoryContract extends BackendTest {
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
    MemoryId id = fact(HERE, "Zed is the intern", until(year("2020")));

    assertThat(holding(null, year("2019"))).containsExactly("Zed is the intern");
    assertThat(holding(null, year("2020"))).isEmpty();
    assertThat(find(id).knownFrom()).isNull();
  }

  @Test
  void aFactThatEndsLaterHoldsFromWhenItWasTold() {
    Instant told = clock.instant();
    MemoryId id = fact(HERE, "Kim is the guest", until(told.plusSeconds(60)));

    assertThat(find(id).knownFrom()).isEqualTo(told);
    assertThat(holding(null, told.minusMillis(1))).isEmpty();
    assertThat(holding(null, told)).hasSize(1);
  }

  private List<String> holding(@Nullable String key, Instant moment) {
    return list(FactStore.class, facts -> facts.page(HERE, Optional.empty(), 100)).stream()
        .filter(fact -> Objects.equals(key, fact.metadata().key()))
        .filter(fact -> !fact.holdsFrom().isAfter(moment) && isOpenAfter(fact.holdsTo(), moment))
        .map(Fact::content)
        .toList();
  }

  private static boolean isOpenAfter(@Nullable Instant to, Instant moment) {
    return to == null || to.isAfter(moment);
  }

  private Fact find(MemoryId id) {
    return optional(FactStore.class, facts -> facts.find(HERE, id)).orElseThrow();
  }

  private static Instant year(String year) {
    return Instant.parse(year + "-01-01T00:00:00Z");
  }

  private static FactMetadata since(String key, Instant from) {
    return new FactMetadata(
        List.of(), 1, null, "fact", key, from, null, List.of(), JsonObject.EMPTY);
  }

  private static FactMetadata until(Instant to) {
    return new FactMetadata(
        List.of(), 1, null, "fact", null, null, to, List.of(), JsonObject.EMPTY);
  }
}
