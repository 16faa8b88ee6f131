package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.AttackRun.Plan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every attack fails under the preset permissive too, in a sandbox of srt; where it rightly gets
 * further than in others, no further than its head says. {@link AttackSuiteTest} shows that all of
 * them work without a sandbox.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissiveAttackTest {
  private static final Logger LOG = Logger.getLogger(PermissiveAttackTest.class.getName());
  private static final int GOING_FURTHER_MAX = 13;

  private Victim victim;
  private AttackStart start;
  private List<Attack> attacks = List.of();
  private Map<String, AttackTry> tries = Map.of();
  private final Map<String, List<JsonObject>> runs = new LinkedHashMap<>();
  private Map<String, String> before = Map.of();
  private Map<String, String> after = Map.of();
  private List<String> filesBefore = List.of();

  /** Whoever it is that builds runs them all; root has ordinary users run some besides. */
  @BeforeAll
  void runAll() throws Exception {
    victim = Victim.create();
    start = new AttackStart(victim);
    filesBefore = Leftovers.files();
    attacks = Attack.in(victim.attacks());
    tries =
        AttackTry.permissive(attacks).stream()
            .collect(
                Collectors.toMap(
                    one -> one.attack().name() + one.configuration(), Function.identity()));
    before = victim.belongings();
    if (Machine.isRoot()) {
      runs.put("root", start.asRoot(Plan.PERMISSIVE));
    }
    Plan plan = Machine.isRoot() ? Plan.PERMISSIVE_ONE_OF_EACH_KIND : Plan.PERMISSIVE;
    runs.put("a user", start.asUser(plan));
    after = victim.belongings();
  }

  @AfterAll
  void close() throws IOException {
    start.close();
    victim.close();
  }

  @TestFactory
  Stream<DynamicTest> noAttackGetsFurtherThanItMay() {
    return runs.entrySet().stream()
        .flatMap(run -> run.getValue().stream().map(one -> test(run.getKey(), one)));
  }

  private DynamicTest test(String starter, JsonObject one) {
    AttackTry tried = tried(one);
    return DynamicTest.dynamicTest(
        "%s, %s, started by %s".formatted(tried.attack().name(), tried.configuration(), starter),
        () -> {
          assertThat(tried.expected().wrong(one)).as("%s", one).isEmpty();
          assertThat(one.whole("size").orElseThrow()).isLessThan(AttackSuiteTest.SIZE_MAX);
        });
  }

  @Test
  void theVictimIsAsItWas() {
    assertThat(after).isEqualTo(before);
  }

  @Test
  void nothingIsLeftOfAnySandboxNorOfItsProxies() throws IOException {
    assertThat(start.helpers()).as("brokers").isGreaterThanOrEqualTo(runs.size());
    start.assertNothingIsLeft();
    assertThat(Leftovers.files()).containsExactlyInAnyOrderElementsOf(filesBefore);
    assertThat(Leftovers.sharedMemory()).isEmpty();
  }

  @Test
  void everyKindOfAttackIsTriedInBothLanguagesByEachStarter() {
    Set<String> wanted =
        attacks.stream()
            .map(Attack::category)
            .flatMap(category ->
                Stream.of(Language.values()).map(one -> one.wireName() + "/" + category))
            .collect(Collectors.toSet());

    for (List<JsonObject> run : runs.values()) {
      assertThat(run.stream().map(one -> tried(one).languageAndCategory()).distinct())
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
    assertThat(runs.values()).anyMatch(run -> run.size() == tries.size());
  }

  private AttackTry tried(JsonObject one) {
    String attack = one.text("attack").orElseThrow();
    return Objects.requireNonNull(tries.get(attack + one.text("configuration").orElseThrow()));
  }

  @Test
  void fewGetFurtherThanInOtherSandboxes() {
    List<String> further =
        attacks.stream()
            .filter(attack -> attack.inPermissive().ends().contains(Expected.NOT_BLOCKED))
            .map(Attack::name)
            .toList();
    LOG.info(
        "%d attacks, in %d ways; %d runs in sandboxes of srt; %d get further: %s"
            .formatted(
                attacks.size(),
                tries.size(),
                runs.values().stream().mapToInt(List::size).sum(),
                further.size(),
                further));

    assertThat(further).hasSizeLessThanOrEqualTo(GOING_FURTHER_MAX);
  }
}
