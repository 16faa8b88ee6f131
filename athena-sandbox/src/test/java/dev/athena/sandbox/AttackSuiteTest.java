package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * Every attack fails in a sandbox, whichever configuration it has and whoever starts it; and
 * succeeds without one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackSuiteTest {
  private static final Logger LOG = Logger.getLogger(AttackSuiteTest.class.getName());

  private static final int ATTACKS_MIN = 120;
  private static final int WITHOUT_CONTROL_MAX = 14;
  private static final long SIZE_MAX = 1 << 20;
  private static final int AT_ONCE = 4;

  private Victim victim;
  private Map<String, Attack> attacks = Map.of();
  private final Map<String, String> controls = new LinkedHashMap<>();
  private final Map<String, List<JsonObject>> runs = new LinkedHashMap<>();
  private Map<String, String> before = Map.of();
  private Map<String, String> after = Map.of();
  private List<String> filesBefore = List.of();

  @BeforeAll
  void runAll() throws Exception {
    victim = Victim.create();
    filesBefore = new Leftovers(victim).files();
    attacks =
        Attack.in(victim.attacks()).stream()
            .collect(Collectors.toMap(Attack::name, Function.identity()));
    runControls();
    before = victim.belongings();
    if (Machine.isRoot()) {
      runs.put("root", run("root", List.of()));
    }
    runs.put("a user", run("user", Victim.asUser()));
    after = victim.belongings();
  }

  @AfterAll
  void close() throws IOException {
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
          assertThat(one.text("end").orElseThrow()).as("%s", one).isIn(attack.ends());
          assertThat(one.find("seen"))
              .as("%s seen: %s", attack.seen(), one)
              .isEqualTo(Optional.of(Json.of(true)));
          assertThat(one.whole("size").orElseThrow()).isLessThan(SIZE_MAX);
        });
  }

  @Test
  void theVictimIsAsItWas() {
    assertThat(after).isEqualTo(before);
  }

  @Test
  void nothingIsLeftOfAnySandbox() throws IOException {
    Leftovers left = new Leftovers(victim);

    assertThat(left.processes()).isEmpty();
    assertThat(left.files()).containsExactlyInAnyOrderElementsOf(filesBefore);
    assertThat(left.sharedMemory()).isEmpty();
    for (String starter : starters()) {
      assertThat(victim.folder().resolve("home-of-" + starter).resolve("sessions")).doesNotExist();
      assertThat(victim.folder().resolve("home-of-" + starter + "/cache"))
          .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("making"));
    }
  }

  private static List<String> starters() {
    return Machine.isRoot() ? List.of("root", "user") : List.of("user");
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

  /** Runs all attacks in another JVM, which has a secret in its environment and an open file. */
  private List<JsonObject> run(String name, List<String> user) throws Exception {
    Path home = Files.createDirectory(victim.folder().resolve("home-of-" + name));
    Path results = home.resolve("results.json");
    List<String> command =
        new ArrayList<>(
            Control.withOpenFile(victim.folder().resolve("home/.ssh/id_rsa").toString()));
    command.addAll(user);
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx512m",
            "-cp",
            classpath(),
            AttackRun.class.getName(),
            victim.attacks().toString(),
            home.toString(),
            results.toString()));
    Files.setAttribute(home, "unix:mode", 0755);
    if (!user.isEmpty()) {
      Victim.own(home);
    }
    Path log = victim.folder().resolve("log-of-" + name);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(victim.facts());
    builder.environment().put("SECRET_TOKEN", Victim.SECRET + "-variable");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    int exit = builder.start().waitFor();
    assertThat(exit).as("%s", Files.readString(log)).isZero();
    JsonArray all = (JsonArray) JsonCodec.read(Files.readString(results));
    return all.values().stream().map(JsonObject.class::cast).toList();
  }

  /** Copies what this JVM is made of to where every user can read it. */
  private String classpath() throws IOException {
    Path copies = victim.folder().resolve("classes");
    boolean done = Files.exists(copies);
    Files.createDirectories(copies);
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path from = Path.of(entry);
      Path to = copies.resolve(entries.size() + "-" + from.getFileName());
      if (Files.exists(from) && !done) {
        Victim.copy(from, to);
      }
      entries.add(to.toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
