package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import dev.athena.sandbox.AttackRun.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Every attack fails in a sandbox of bubblewrap, whichever configuration it has and whoever starts
 * it; and succeeds without one. {@link PermissiveAttackTest} is about the other back end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackSuiteTest {
  private static final Logger LOG = Logger.getLogger(AttackSuiteTest.class.getName());

  private static final int ATTACKS_MIN = 120;
  private static final int WITHOUT_CONTROL_MAX = 14;

  /** How much is kept of an outcome whatever the attack, in characters. */
  static final long SIZE_MAX = 1 << 20;

  private static final int AT_ONCE = 4;

  private Victim victim;
  private AttackStart start;
  private Map<String, Attack> attacks = Map.of();
  private final Map<String, String> controls = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> runs = new LinkedHashMap<>();
  private Map<String, String> before = Map.of();
  private Map<String, String> after = Map.of();
  private List<String> filesBefore = List.of();

  @BeforeAll
  void runAll() throws Exception {
    victim = Victim.create();
    start = new AttackStart(victim);
    filesBefore = Leftovers.files();
    attacks =
        Attack.in(victim.attacks()).stream()
            .collect(Collectors.toMap(Attack::name, Function.identity()));
    runControls();
    before = victim.belongings();
    if (Machine.isRoot()) {
      runs.put("root", start.asRoot(Plan.PLAIN));
    }
    runs.put("a user", start.asUser(Plan.PLAIN));
    after = victim.belongings();
  }

  @AfterAll
  void close() throws IOException {
    start.close();
    victim.close();
  }

  @TestFactory
  Stream<DynamicTest> everyAttackWorksWithoutASandbox() {
    return controls.entrySet().stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.getKey(),
                () -> assertThat(one.getValue()).as(one.getKey()).startsWith("GOT:")));
  }

  @TestFactory
  Stream<DynamicTest> noAttackWorksInASandbox() {
    return runs.entrySet().stream()
        .flatMap(run -> run.getValue().stream().map(one -> test(run.getKey(), one)));
  }

  private DynamicTest test(String starter, JsonObject one) {
    Attack attack = Objects.requireNonNull(attacks.get(one.text("attack").orElseThrow()));
    String configuration = one.text("configuration").orElseThrow();
    return DynamicTest.dynamicTest(
        "%s, %s, started by %s".formatted(attack.name(), configuration, starter),
        () -> {
          assertThat(attack.expected().wrong(one)).as("%s", one).isEmpty();
          assertThat(one.whole("size").orElseThrow()).isLessThan(SIZE_MAX);
        });
  }

  @Test
  void theVictimIsAsItWas() {
    assertThat(after).isEqualTo(before);
  }

  @Test
  void nothingIsLeftOfAnySandbox() throws IOException {
    start.assertNothingIsLeft();
    assertThat(Leftovers.files()).containsExactlyInAnyOrderElementsOf(filesBefore);
    assertThat(Leftovers.sharedMemory()).isEmpty();
  }

  @Test
  void thereAreEnoughAttacksAndNearlyAllAreProven() {
    List<String> unproven =
        attacks.values().stream()
            .filter(attack -> !attack.hasControl())
            .map(Attack::name)
            .sorted()
            .toList();
    long javaScript = attacks.keySet().stream().filter(name -> name.startsWith("java")).count();
    LOG.info(
        "%d attacks, %d of them in JavaScript, %d without control: %s; %d runs in sandboxes"
            .formatted(
                attacks.size(),
                javaScript,
                unproven.size(),
                unproven,
                runs.values().stream().mapToInt(List::size).sum()));

    assertThat(attacks).hasSizeGreaterThanOrEqualTo(ATTACKS_MIN);
    assertThat(unproven).hasSizeLessThanOrEqualTo(WITHOUT_CONTROL_MAX);
  }

  private void runControls() throws InterruptedException, ExecutionException {
    Control control = new Control(victim);
    List<Attack> possible = attacks.values().stream().filter(Control::isPossible).toList();
    List<Callable<String>> work = new ArrayList<>();
    possible.forEach(attack -> work.add(() -> control.run(attack)));
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<String>> verdicts = threads.invokeAll(work);
      for (int i = 0; i < possible.size(); i++) {
        controls.put(possible.get(i).name(), verdicts.get(i).get());
      }
    }
  }
}
