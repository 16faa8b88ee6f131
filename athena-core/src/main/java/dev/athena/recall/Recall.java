package dev.athena.recall;

import dev.athena.embedding.Embedder;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import dev.athena.episodic.EpisodeStore;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexStore;
import dev.athena.index.Label;
import dev.athena.index.SearchRequest;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import dev.athena.text.TextAnalysis;
import dev.athena.text.TimedQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way from a question to the memories that answer it.
 *
 * <p>A question that nothing answers brings up nothing.
 */
public final class Recall {
  /** How many candidates are looked at along with their neighbours, or as many as are asked for. */
  private static final int FINALISTS_MIN = 50;

  /** How far to each side of an episode its session is looked at. */
  private static final int REACH = 1;

  private final Storage storage;
  private final Embedder embedder;
  private final TimePreferences times;
  private final Consumer<EmbeddingFailure> onFailure;

  /**
   * Creates the recall of a storage.
   *
   * @param onFailure told when the model fails and a question is answered by full text alone
   */
  public Recall(
      Storage storage,
      Embedder embedder,
      TimePreferences times,
      Consumer<EmbeddingFailure> onFailure) {
    this.storage = storage;
    this.embedder = embedder;
    this.times = times;
    this.onFailure = onFailure;
  }

  /** Returns the memories that answer a question, best first. */
  public List<Recalled> find(RecallQuery query) {
    TimedQuestion timed = times.in(query.text());
    boolean isStrict = !timed.times().isEmpty() && TextAnalysis.asksForAnything(timed.subject());
    Question question =
        isStrict
            ? Question.ofTime(query.text(), timed)
            : Question.of(query.text(), timed, embed(query.text()));
    TimePreference time = new TimePreference(timed.times(), isStrict);
    return storage.read(tx -> find(tx, query, question, time));
  }

  private List<Recalled> find(
      Transaction tx, RecallQuery query, Question question, TimePreference time) {
    IndexStore index = tx.store(IndexStore.class);
    SearchRequest request = question.request(query.namespace(), query.filter(), embedder.model());
    Findings findings = index.search(request);
    Scoring scoring =
        new Scoring(
            QuestionWeights.of(question, findings.weights()),
            embedder.range(),
            known(question.authors(), findings.evidence()),
            time);
    List<Evidence> evidence = new ArrayList<>(findings.evidence());
    evidence.addAll(EventsInTime.evidence(tx, request, time));
    Map<MemoryId, Evidence> finalists =
        best(evidence, scoring, Math.max(query.limit(), FINALISTS_MIN));
    Map<MemoryId, List<MemoryId>> sessions = neighbourhoods(tx, query, finalists.keySet());
    addNeighbours(index, request, sessions, finalists);
    List<Recalled> ranked = rank(finalists, sessions, scoring);
    Cutoff cutoff = Cutoff.of(findings.searched());
    // the time asked about is a wish: missing it makes an answer worse, but not to none
    boolean isAnswered =
        ranked.stream()
            .anyMatch(one -> cutoff.isAnswered(one.score() / time.factor(at(finalists, one))));
    return isAnswered ? cut(ranked, cutoff, query.limit()) : List.of();
  }

  private @Nullable Vector embed(String text) {
    if (!Question.hasWords(text)) {
      return null;
    }
    try {
      return embedder.embedQuestion(Surrogates.in(text));
    } catch (EmbeddingFailure failure) {
      onFailure.accept(failure);
      return null;
    }
  }

  private static Set<Label> known(Set<Label> authors, List<Evidence> evidence) {
    Set<Label> known = new HashSet<>();
    evidence.forEach(one -> known.addAll(one.carried()));
    known.retainAll(authors);
    return known;
  }

  private static Map<MemoryId, Evidence> best(
      List<Evidence> evidence, Scoring scoring, int finalists) {
    Map<MemoryId, Evidence> distinct = new LinkedHashMap<>();
    evidence.forEach(one -> distinct.putIfAbsent(one.id(), one)); // by words and by time
    Map<MemoryId, Double> scores = new HashMap<>();
    distinct.values().forEach(one -> scores.put(one.id(), scoring.alone(one)));
    Comparator<Evidence> byScore = Comparator.comparing(one -> scores.getOrDefault(one.id(), 0.0));
    return distinct.values().stream()
        .sorted(byScore.reversed().thenComparing(one -> one.id().value()))
        .limit(finalists)
        .collect(Collectors.toMap(Evidence::id, one -> one, (one, _) -> one, LinkedHashMap::new));
  }

  private static Map<MemoryId, List<MemoryId>> neighbourhoods(
      Transaction tx, RecallQuery query, Set<MemoryId> finalists) {
    EpisodeStore episodes = tx.store(EpisodeStore.class);
    Map<MemoryId, List<MemoryId>> sessions = new HashMap<>();
    for (MemoryId id : finalists) {
      if (id.kind() == MemoryKind.EPISODIC) {
        sessions.put(id, episodes.neighbourhood(query.namespace(), id, REACH));
      }
    }
    return sessions;
  }

  /** A neighbour is looked at for its own sake too: the answer often stands beside its echo. */
  private static void addNeighbours(
      IndexStore index,
      SearchRequest request,
      Map<MemoryId, List<MemoryId>> sessions,
      Map<MemoryId, Evidence> finalists) {
    Set<MemoryId> missing = new LinkedHashSet<>();
    sessions.values().forEach(missing::addAll);
    missing.removeAll(finalists.keySet());
    index.evidence(request, missing).forEach(one -> finalists.put(one.id(), one));
  }

  private static List<Recalled> rank(
      Map<MemoryId, Evidence> finalists, Map<MemoryId, List<MemoryId>> sessions, Scoring scoring) {
    Map<MemoryId, Set<MemoryId>> beside = adjacency(sessions);
    List<Recalled> ranked = new ArrayList<>();
    finalists.forEach((id, evidence) -> {
      List<Evidence> neighbours =
          beside.getOrDefault(id, Set.of()).stream()
              .filter(finalists::containsKey)
              .map(finalists::get)
              .toList();
      ranked.add(new Recalled(id, scoring.among(evidence, neighbours)));
    });
    ranked.sort(
        Comparator.comparingDouble(Recalled::score)
            .thenComparing(recalled -> recalled.id().value())
            .reversed());
    return ranked;
  }

  /** Who stands beside whom, also for neighbours that are no finalists themselves. */
  private static Map<MemoryId, Set<MemoryId>> adjacency(Map<MemoryId, List<MemoryId>> sessions) {
    Map<MemoryId, Set<MemoryId>> beside = new HashMap<>();
    for (List<MemoryId> session : sessions.values()) {
      for (int i = 0; i + 1 < session.size(); i++) {
        MemoryId one = session.get(i);
        MemoryId other = session.get(i + 1);
        beside.computeIfAbsent(one, _ -> new LinkedHashSet<>()).add(other);
        beside.computeIfAbsent(other, _ -> new LinkedHashSet<>()).add(one);
      }
    }
    return beside;
  }

  private static List<Recalled> cut(List<Recalled> ranked, Cutoff cutoff, int limit) {
    return ranked.stream()
        .filter(recalled -> cutoff.belongs(recalled.score()))
        .limit(limit)
        .toList();
  }

  private static Evidence at(Map<MemoryId, Evidence> finalists, Recalled one) {
    return Optional.ofNullable(finalists.get(one.id()))
        .orElseThrow(() -> new IllegalStateException("ranked without evidence"));
  }
}
