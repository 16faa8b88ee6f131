package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.EpisodeStore;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.episodic.RememberEpisode;
import dev.athena.index.Prepared;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.ProjectStore;
import dev.athena.memory.Revision;
import dev.athena.principal.Namespace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of episodes promises. */
public abstract class EpisodeStoreContract extends BackendTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void anEpisodeComesBackAsItWas() {
    EpisodeContext context =
        new EpisodeContext(
            "s-1",
            DAY.plusMillis(7),
            "success",
            JsonCodec.readObject("{\"tool\": \"mvn\", \"arguments\": {\"goals\": [\"verify\"]}}"));
    Prepared<Episode> prepared =
        episodic.prepare(HERE, new RememberEpisode("Ran the tests.", "test_run", context));
    storage().write(tx -> episodic.store(tx, prepared));

    assertThat(find(HERE, prepared.memory().id())).contains(prepared.memory());
  }

  @Test
  void anEpisodeOfWhichNothingElseIsKnownComesBackAsItWas() {
    MemoryId id = episode(HERE, "It rained.", EpisodeContext.NONE);

    Episode back = find(HERE, id).orElseThrow();

    assertThat(back.sessionId()).isNull();
    assertThat(back.outcome()).isNull();
    assertThat(back.details()).isEqualTo(JsonObject.EMPTY);
    assertThat(back.happenedAt()).isEqualTo(TestClock.START);
  }

  @Test
  void aTimeLongAgoOrFarAwayComesBackAsItWas() {
    for (String time :
        List.of("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59Z")) {
      Instant at = Instant.parse(time);
      MemoryId id = episode(HERE, "At " + time, session("s", at));

      assertThat(find(HERE, id)).map(Episode::happenedAt).contains(at);
    }
  }

  @Test
  void episodesOfAnotherOutcomeAreNotTheSame() {
    MemoryId won =
        episode(HERE, "Deployed.", new EpisodeContext("s", null, "success", JsonObject.EMPTY));
    MemoryId lost =
        episode(HERE, "Deployed.", new EpisodeContext("s", null, "failure", JsonObject.EMPTY));

    assertThat(won).isNotEqualTo(lost);
    assertThat(
            episode(HERE, "Deployed.", new EpisodeContext("s", null, "failure", JsonObject.EMPTY)))
        .isEqualTo(lost);
  }

  @Test
  void theNewestComeFirstByTheTimeTheyHappened() {
    MemoryId second = at("b", DAY.plusSeconds(20), "s");
    MemoryId third = at("c", DAY.plusSeconds(30), "s");
    MemoryId first = at("a", DAY.plusSeconds(10), "s");

    assertThat(newest(new EpisodeFilter(null, null, null, null), 10))
        .containsExactly(third, second, first);
    assertThat(newest(new EpisodeFilter(null, null, null, null), 2)).containsExactly(third, second);
  }

  @Test
  void ofOneMomentTheLaterStoredIsNewer() {
    MemoryId one = at("a", DAY, "s");
    MemoryId two = at("b", DAY, "s");

    assertThat(newest(new EpisodeFilter(null, null, null, null), 10)).containsExactly(two, one);
  }

  @Test
  void aSpanTakesItsBeginningAndNotItsEnd() {
    at("too early", DAY.minusMillis(1), "s");
    MemoryId first = at("first", DAY, "s");
    MemoryId last = at("last", DAY.plusSeconds(60).minusMillis(1), "s");
    at("too late", DAY.plusSeconds(60), "s");

    assertThat(newest(new EpisodeFilter(DAY, DAY.plusSeconds(60), null, null), 10))
        .containsExactly(last, first);
  }

  @Test
  void typeAndSessionFilter() {
    MemoryId wanted = episode(HERE, new RememberEpisode("a", "error", session("one", DAY)));
    episode(HERE, new RememberEpisode("b", "error", session("two", DAY)));
    episode(HERE, new RememberEpisode("c", "action", session("one", DAY)));
    episode(THERE, new RememberEpisode("d", "error", session("one", DAY)));

    assertThat(newest(new EpisodeFilter(null, null, "error", "one"), 10)).containsExactly(wanted);
    assertThat(newest(new EpisodeFilter(null, null, "error", null), 10)).hasSize(2);
    assertThat(newest(new EpisodeFilter(null, null, null, "one"), 10)).hasSize(2);
    assertThat(newest(new EpisodeFilter(null, null, "nothing", null), 10)).isEmpty();
  }

  @Test
  void theNeighbourhoodIsTheSessionInTheOrderOfTime() {
    MemoryId c = at("c", DAY.plusSeconds(3), "s");
    MemoryId a = at("a", DAY.plusSeconds(1), "s");
    MemoryId b = at("b", DAY.plusSeconds(2), "s");
    MemoryId d = at("d", DAY.plusSeconds(3), "s");
    at("x", DAY.plusSeconds(2), "other");
    episode(THERE, "y", session("s", DAY.plusSeconds(2)));

    assertThat(around(b, 1)).containsExactly(a, b, c);
    assertThat(around(c, 1)).containsExactly(b, c, d);
    assertThat(around(a, 2)).containsExactly(a, b, c);
    assertThat(around(d, 9)).containsExactly(a, b, c, d);
    assertThat(around(b, 0)).containsExactly(b);
  }

  @Test
  void anEpisodeWithoutASessionHasNoNeighbours() {
    episode(HERE, "before", EpisodeContext.NONE);
    MemoryId alone = episode(HERE, "alone", EpisodeContext.NONE);
    episode(HERE, "after", EpisodeContext.NONE);

    assertThat(around(alone, 3)).containsExactly(alone);
  }

  @Test
  void noNeighbourIsSeenThroughAForeignNamespace() {
    at("a", DAY, "s");
    MemoryId b = at("b", DAY.plusSeconds(1), "s");

    List<MemoryId> seen = read(EpisodeStore.class, episodes -> episodes.neighbourhood(THERE, b, 1));

    assertThat(seen).isSubsetOf(List.of(b));
    assertThat(find(THERE, b)).isEmpty();
  }

  @Test
  void aForgottenEpisodeLeavesItsNeighboursSideBySide() {
    MemoryId a = at("a", DAY.plusSeconds(1), "s");
    MemoryId b = at("b", DAY.plusSeconds(2), "s");
    MemoryId c = at("c", DAY.plusSeconds(3), "s");

    forget(EpisodeStore.class, HERE, b);

    assertThat(around(a, 1)).containsExactly(a, c);
  }

  @Test
  void anUpdateOfTimeAndSessionMovesAnEpisode() {
    MemoryId a = at("a", DAY.plusSeconds(1), "s");
    MemoryId b = at("b", DAY.plusSeconds(2), "s");
    Episode present = find(HERE, a).orElseThrow();
    Prepared<Episode> changed =
        episodic.prepareChange(
            present, new RememberEpisode("a", "action", session("s", DAY.plusSeconds(5))));
    clock.advance(Duration.ofHours(1));

    storage()
        .<Boolean>write(tx -> {
          episodic.storeChange(tx, changed);
          return true;
        });

    assertThat(around(a, 1)).containsExactly(b, a);
    assertThat(newest(new EpisodeFilter(null, null, null, null), 10)).containsExactly(a, b);
    assertThat(find(HERE, a)).map(Episode::revision).contains(2);
  }

  @Test
  void rewritingLeavesNothingOfTheFormerWords() {
    RememberEpisode before = new RememberEpisode("It rained.", "action", EpisodeContext.NONE);
    RememberEpisode after = new RememberEpisode("It snowed.", "action", EpisodeContext.NONE);
    MemoryId id = episode(HERE, before.content(), before.context());
    Episode old = find(HERE, id).orElseThrow();
    Episode wanted =
        new Episode(
            id,
            HERE,
            after.content(),
            old.eventType(),
            old.happenedAt(),
            "s",
            null,
            JsonObject.EMPTY,
            old.recordedAt(),
            2);
    Revision earlier = new Revision(1, DAY, "It hailed.", JsonObject.EMPTY);

    storage()
        .write(tx -> {
          tx.store(EpisodeStore.class)
              .rewrite(wanted, EpisodicMemory.identity(after), List.of(earlier));
          return true;
        });

    assertThat(find(HERE, id)).contains(wanted);
    storage()
        .read(tx -> {
          EpisodeStore store = tx.store(EpisodeStore.class);
          assertThat(store.revisions(HERE, id)).containsExactly(earlier);
          assertThat(store.findSame(HERE, EpisodicMemory.identity(after))).contains(id);
          assertThat(store.findSame(HERE, EpisodicMemory.identity(before))).isEmpty();
          assertThat(store.mentioning(HERE, "rained", 10)).isEmpty();
          assertThat(store.mentioning(HERE, "hailed", 10)).containsExactly(id);
          assertThat(tx.store(ProjectStore.class).tenants()).contains(HERE.tenant());
          return true;
        });
  }

  @Test
  void mentioningLooksAtSessionOutcomeAndDetails() {
    MemoryId inSession = episode(HERE, "one", session("call with Alice", null));
    MemoryId inOutcome =
        episode(HERE, "two", new EpisodeContext(null, null, "asked alice", JsonObject.EMPTY));
    MemoryId inDetails =
        episode(
            HERE,
            "three",
            new EpisodeContext(null, null, null, JsonCodec.readObject("{\"to\": \"ALICE\"}")));
    episode(HERE, "four", session("call with Bob", null));

    assertThat(list(EpisodeStore.class, episodes -> episodes.mentioning(HERE, "alice", 10)))
        .containsExactly(inSession, inOutcome, inDetails);
    assertThat(list(EpisodeStore.class, episodes -> episodes.mentioning(HERE, "happened_at", 10)))
        .isEmpty();
  }

  private MemoryId at(String content, Instant happenedAt, String session) {
    return episode(HERE, content, session(session, happenedAt));
  }

  private Optional<Episode> find(Namespace namespace, MemoryId id) {
    return read(EpisodeStore.class, episodes -> episodes.find(namespace, id));
  }

  private List<MemoryId> around(MemoryId id, int reach) {
    return read(EpisodeStore.class, episodes -> episodes.neighbourhood(HERE, id, reach));
  }

  private List<MemoryId> newest(EpisodeFilter filter, int limit) {
    return read(EpisodeStore.class, episodes -> episodes.newest(HERE, filter, limit)).stream()
        .map(Episode::id)
        .toList();
  }
}
