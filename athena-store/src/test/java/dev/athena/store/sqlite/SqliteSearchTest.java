package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import dev.athena.index.Evidence;
import dev.athena.index.Findings;
import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.index.Prepared;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.index.Vectors;
import dev.athena.index.Writing;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.TestClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search of a larger store finds, and how its mirror follows what others change. */
final class SqliteSearchTest {
  private static final Namespace HERE = Namespace.ofProject("here");
  private static final String MODEL = "random";

  private final TestClock clock = new TestClock();
  private final SemanticMemory semantic =
      new SemanticMemory(clock, new TimeOrderedIds(clock, new SplittableRandom(5)));

  @TempDir private Path home;
  private @Nullable Storage opened;

  @BeforeEach
  void open() {
    opened = SqliteStorage.open(home);
  }

  @AfterEach
  void close() {
    storage().close();
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  @Test
  void aWordNeverHeardBeforeIsFoundAtOnceInALargeNamespace() {
    remember(2_500, i -> "The owl has number" + i);
    assertThat(found("zeppelin")).isEmpty();

    MemoryId id = remember("A zeppelin came by.");

    assertThat(found("zeppelin")).containsExactly(id);
  }

  @Test
  void changesOfAnotherStorageAreInTheNextSearch() {
    MemoryId first = remember("A zeppelin came by.");
    assertThat(found("zeppelin")).containsExactly(first);

    try (Storage other = SqliteStorage.open(home)) {
      MemoryId second = remember(other, "Another zeppelin came by.");
      assertThat(found("zeppelin")).containsExactlyInAnyOrder(first, second);

      other.write(tx -> Writing.remove(tx, tx.store(FactStore.class), HERE, first));
      assertThat(found("zeppelin")).containsExactly(second);
    }
  }

  @Test
  void aMirrorThatFellBehindWhatIsKeptOfTheChangesIsLoadedAnew() {
    List<MemoryId> all = new ArrayList<>(remember(50, i -> "zeppelin of letter " + letter(i)));
    assertThat(found("zeppelin")).hasSize(50);

    try (Storage other = SqliteStorage.open(home)) {
      MemoryId gone = all.removeFirst();
      other.write(tx -> Writing.remove(tx, tx.store(FactStore.class), HERE, gone));
      all.add(remember(other, "A late zeppelin."));
      all.add(remember(other, "A later zeppelin."));
    }
    try (Sql sql = database().openWriter()) {
      sql.update("delete from change where n < (select max(n) from change)");
    }

    assertThat(found("zeppelin")).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void oldChangesArePrunedNowAndThen() {
    remember("A zeppelin came by.");
    long newest = 10L * ChangeLog.KEPT_MAX;
    try (Sql sql = database().openWriter()) {
      sql.update("insert into change (n, seq) values (?, 1)", newest - ChangeLog.KEPT_MAX);
      sql.update("insert into change (n, seq) values (?, 1)", newest - ChangeLog.KEPT_MAX + 1);
      sql.update("insert into change (n, seq) values (?, 1)", newest - 1);
    }

    MemoryId id = remember("Another airship came by.");

    try (Sql sql = database().openWriter()) {
      assertThat(sql.list("select n from change order by n", row -> row.getLong(1)))
          .containsExactly(newest - ChangeLog.KEPT_MAX + 1, newest - 1, newest);
    }
    assertThat(found("airship")).containsExactly(id);
  }

  @Test
  void aMirrorOfWhichMostIsDeadFindsTheRest() {
    List<MemoryId> all = remember(300, i -> "zeppelin of letter " + letter(i));
    fill(all, new Random(1));
    assertThat(search(request("zeppelin", null)).searched()).isEqualTo(300);

    for (int i = 0; i < 290; i++) {
      MemoryId id = all.get(i);
      storage().write(tx -> Writing.remove(tx, tx.store(FactStore.class), HERE, id));
      if (i % 50 == 0) {
        assertThat(search(request("zeppelin", null)).searched()).isEqualTo(299 - i);
      }
    }
    assertThat(found("zeppelin")).containsExactlyInAnyOrderElementsOf(all.subList(290, 300));
    MemoryId late = remember("A late zeppelin.");

    assertThat(found("zeppelin")).contains(late).containsAll(all.subList(290, 300)).hasSize(11);
    assertThat(search(request("zeppelin", null)).searched()).isEqualTo(11);
  }

  @Test
  void nearlyAllOfTheNearestVectorsAreFound() {
    Random random = new Random(11);
    List<MemoryId> ids = remember(4_000, i -> "Fact of letter " + letter(i));
    List<Vector> vectors = fill(ids, random);
    int wanted = 0;
    int hit = 0;

    for (int q = 0; q < 20; q++) {
      Vector question = near(vectors.get(random.nextInt(vectors.size())), random);
      Set<MemoryId> exact = new HashSet<>();
      vectors.stream()
          .sorted(Comparator.comparingDouble(question::cosine).reversed())
          .limit(10)
          .forEach(vector -> exact.add(ids.get(vectors.indexOf(vector))));
      Set<MemoryId> found = new HashSet<>(ids(search(request("", question))));
      wanted += exact.size();
      found.retainAll(exact);
      hit += found.size();
    }

    assertThat((double) hit / wanted).as("recall of the nearest ten").isGreaterThan(0.98);
  }

  @Test
  void pastTheBudgetTheRareTermsAndTheNewestCommonOnesAreStillFound() {
    MemoryId rare = remember("The zeppelin is a common thing.");
    List<MemoryId> common = remember(200, i -> "A common thing of letter " + letter(i));

    List<MemoryId> both = best(new TextSearch.Budget(50, 20), "common", "zeppelin");
    List<MemoryId> onlyCommon = best(new TextSearch.Budget(50, 20), "common");

    assertThat(both.getFirst()).isEqualTo(rare);
    assertThat(onlyCommon).isNotEmpty().isSubsetOf(common.subList(150, 200));
  }

  @Test
  void pastTheBudgetMemoriesThatHoldTwoCommonTermsAreFound() {
    remember(100, i -> "An owl of letter " + letter(i));
    MemoryId both = remember("The owl met the fox.");
    remember(100, i -> "A fox of letter " + letter(i));

    assertThat(best(new TextSearch.Budget(10, 20), "owl", "fox").getFirst()).isEqualTo(both);
  }

  @Test
  void withinTheBudgetNothingIsLeftOut() {
    List<MemoryId> all = remember(50, i -> "A common thing of letter " + letter(i));

    assertThat(best(new TextSearch.Budget(50, 1), "common"))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private List<MemoryId> best(TextSearch.Budget budget, String... words) {
    SearchRequest request =
        new SearchRequest(HERE, SearchFilter.ALL, List.of(words), null, MODEL, Set.of());
    try (Sql sql = database().openReader()) {
      List<Long> seqs =
          new Mirrors()
              .search(
                  HERE,
                  sql,
                  new Seals(sql, new SealState(null)),
                  mirror -> {
                    List<TermNames> names = List.of(TermNames.PLAIN);
                    PostingLists postings = new PostingLists(sql);
                    QuestionTerms terms =
                        QuestionTerms.of(
                            request, mirror, new Frequencies.Memory().with(postings), names);
                    Admitted admitted =
                        Admitted.of(
                            mirror, request.filter(), postings, new Admitted.Labels(HERE, names));
                    return new TextSearch(mirror, postings, admitted, budget)
                        .best(terms, 150).stream().map(mirror::seq).toList();
                  });
      return seqs.stream()
          .map(seq ->
              sql.first(
                      "select id from memory where seq = ?",
                      row -> new MemoryId(row.getString(1)),
                      seq)
                  .orElseThrow())
          .toList();
    }
  }

  private Storage storage() {
    if (opened == null) {
      throw new IllegalStateException("no test is running");
    }
    return opened;
  }

  private Database database() {
    return new Database(home, Layout.MEMORIES, UnaryOperator.identity());
  }

  private MemoryId remember(String content) {
    return remember(storage(), content);
  }

  private MemoryId remember(Storage storage, String content) {
    var prepared = semantic.prepare(HERE, new RememberFact(content, FactMetadata.NONE));
    return storage.write(tx -> semantic.store(tx, prepared)).id();
  }

  private List<MemoryId> remember(int count, IntFunction<String> content) {
    List<Prepared<Fact>> prepared = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RememberFact request = new RememberFact(content.apply(i), FactMetadata.NONE);
      prepared.add(semantic.prepare(HERE, request));
    }
    return storage()
        .write(tx -> prepared.stream().map(each -> semantic.store(tx, each).id()).toList());
  }

  /** Puts vectors in clusters, as real ones lie. */
  private List<Vector> fill(List<MemoryId> ids, Random random) {
    List<Vector> centres = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      centres.add(gaussian(random));
    }
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      vectors.add(near(centres.get(random.nextInt(centres.size())), random));
    }
    storage()
        .<Boolean>write(tx -> {
          IndexStore index = tx.store(IndexStore.class);
          index.adoptModel(MODEL, Centre.none(384));
          for (int i = 0; i < ids.size(); i++) {
            index.putVectors(
                new PendingEntry(HERE, ids.get(i), 1), MODEL, new Vectors(vectors.get(i), null));
          }
          return true;
        });
    return vectors;
  }

  private static Vector gaussian(Random random) {
    float[] values = new float[384];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Vector.of(values);
  }

  private static Vector near(Vector centre, Random random) {
    float[] values = new float[centre.dimensions()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (centre.at(i) + 0.05 * random.nextGaussian());
    }
    return Vector.of(values);
  }

  private List<MemoryId> found(String word) {
    return ids(search(request(word, null)));
  }

  private static SearchRequest request(String word, @Nullable Vector vector) {
    List<String> terms = word.isEmpty() ? List.of() : List.of(word);
    return new SearchRequest(HERE, SearchFilter.ALL, terms, vector, MODEL, Set.of());
  }

  private Findings search(SearchRequest request) {
    return storage().read(tx -> tx.store(IndexStore.class).search(request));
  }

  private static List<MemoryId> ids(Findings findings) {
    return findings.evidence().stream().map(Evidence::id).toList();
  }

  private static String letter(int i) {
    return Integer.toString(i, 36) + "x";
  }
}
