package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditOutcome;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.InMemoryStorage;
import dev.athena.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of executions, whatever becomes of their programs. */
class ExecutionsTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("tests"));
  private static final CodeReport CLEAN = new CodeReport(null, List.of());
  private static final CodeReport SUBPROCESS =
      new CodeReport(
          null, List.of(new Finding(FindingRule.SUBPROCESS, 3, 1, "it starts programs", "do not")));

  private final TestClock clock = new TestClock();
  private final InMemoryStorage storage = new InMemoryStorage();
  private Executor ends = Runnable::run;
  private final List<Alert> alerts = new ArrayList<>();
  private final List<AuditEvent> audit = new ArrayList<>();

  @Test
  void theRecordIsThereBeforeTheFirstLineRunsAndCompleteAfterTheLast() {
    List<ExecutionRecord> during = new ArrayList<>();
    Executions executions =
        executions(request -> {
          request.gate().letThrough(CLEAN);
          during.add(record(request.id()));
          return ok(List.of());
        });

    Execution execution = executions.run(CALLER, order("{}", nothing()));

    assertThat(during).hasSize(1);
    assertThat(during.getFirst().ended()).isNull();
    assertThat(during.getFirst().source()).isEqualTo("1 + 1");
    assertThat(during.getFirst().sourceHash()).hasSize(64);
    assertThat(ended(execution.id()).status()).isEqualTo(Status.OK);
  }

  @Test
  void whatTheConfigurationRefusesIsNotRunAndIsOnRecord() {
    Executions executions =
        executions(request -> {
          request.gate().letThrough(SUBPROCESS);
          throw new AssertionError("it ran");
        });

    Execution execution =
        executions.run(CALLER, order("{\"refuse\": [\"subprocess\"]}", nothing()));

    assertThat(execution.outcome().status()).isEqualTo(Status.REJECTED);
    ProgramError error = Objects.requireNonNull(execution.outcome().error());
    assertThat(error.code()).isEqualTo("code_rejected");
    assertThat(error.line()).isEqualTo(3);
    assertThat(execution.findings()).hasSize(1);
    assertThat(ended(execution.id()).status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void whatIsOnlyNoticedIsRun() {
    Executions executions =
        executions(request -> {
          request.gate().letThrough(SUBPROCESS);
          return ok(List.of());
        });

    Execution execution = executions.run(CALLER, order("{}", nothing()));

    assertThat(execution.outcome().status()).isEqualTo(Status.OK);
    assertThat(execution.findings()).extracting(Finding::line).containsExactly(3);
  }

  @Test
  void aSandboxThatCannotBeHadIsAnErrorAndOnRecord() {
    Executions executions =
        executions(_ -> {
          throw new SandboxUnavailable("bwrap is missing", "install it", null);
        });

    assertThatExceptionOfType(SandboxUnavailable.class)
        .isThrownBy(() -> executions.run(CALLER, order("{}", nothing())));

    assertThat(all())
        .singleElement()
        .satisfies(record -> {
          assertThat(ended(record.id()).status()).isEqualTo(Status.REJECTED);
          assertThat(ended(record.id()).error()).contains("sandbox_unavailable", "bwrap");
        });
  }

  @Test
  void aFaultOfAthenaIsOnRecordToo() {
    Executions executions =
        executions(_ -> {
          throw new IllegalStateException("broken");
        });

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> executions.run(CALLER, order("{}", nothing())));

    assertThat(all()).singleElement().matches(record -> record.ended() != null);
  }

  @Test
  void aLanguageThatIsNotAllowedIsRefusedBeforeAnythingElse() {
    Executions executions = executions(_ -> ok(List.of()));

    assertThatExceptionOfType(CodeRejected.class)
        .isThrownBy(
            () -> executions.run(CALLER, order("{\"languages\": [\"javascript\"]}", nothing())))
        .withMessageContaining("python");
    assertThat(all()).isEmpty();
  }

  @Test
  void whatAProgramCallsIsCounted() {
    Executions executions =
        executions(request -> {
          request.gate().letThrough(CLEAN);
          request.calls().call("recall", JsonObject.EMPTY);
          request.calls().call("recall", JsonObject.EMPTY);
          assertThatExceptionOfType(InvalidArgument.class)
              .isThrownBy(() -> request.calls().call("forget", JsonObject.EMPTY));
          return ok(List.of());
        });

    Execution execution = executions.run(CALLER, order("{}", nothing()));

    assertThat(execution.calls())
        .extracting(CalledOperation::operation, CalledOperation::calls, CalledOperation::failures)
        .containsExactly(tuple("recall", 2, 0), tuple("forget", 1, 1));
    assertThat(ended(execution.id()).calls()).isEqualTo(execution.calls());
  }

  @Test
  void namesThatAProgramMakesUpDoNotFillTheRecord() {
    Executions executions =
        executions(request -> {
          request.gate().letThrough(CLEAN);
          for (int i = 0; i < 500; i++) {
            request.calls().call("made_up_" + i, JsonObject.EMPTY);
          }
          return ok(List.of());
        });

    Execution execution = executions.run(CALLER, order("{}", nothing()));

    assertThat(execution.calls()).hasSize(201);
    assertThat(execution.calls().getLast().operation()).isEqualTo("(others)");
    assertThat(execution.calls().getLast().calls()).isEqualTo(300);
  }

  @Test
  void aSecretAndTheNetworkInOneExecutionRaiseAnAlert() {
    Violation secret =
        Violations.hint(ViolationKind.FILESYSTEM, "open", "/root/.ssh/id_rsa", clock.instant());
    Executions executions =
        executions(request -> {
          request.gate().letThrough(CLEAN);
          request.calls().call("refused_fetch", JsonObject.EMPTY);
          return ok(List.of(secret));
        });

    Execution execution = executions.run(CALLER, order("{}", nothing()));

    assertThat(execution.outcome().violations())
        .extracting(Violation::kind)
        .containsExactly(
            ViolationKind.FILESYSTEM, ViolationKind.NETWORK, ViolationKind.EXFILTRATION);
    assertThat(alerts).hasSize(1);
    assertThat(alerts.getFirst().execution()).isEqualTo(execution.id());
    assertThat(alerts).isEqualTo(execution.alerts());
    assertThat(ended(execution.id()).violations()).isEqualTo(3);
  }

  @Test
  void whatDiedWithItsProcessIsNotedAsInterrupted() {
    Executions executions = executions(_ -> ok(List.of()));
    ExecutionId dead = started("another process");
    ExecutionId running = started("this process");

    assertThat(executions.noteInterrupted()).isEqualTo(1);

    assertThat(ended(dead).interrupted()).isTrue();
    assertThat(ended(dead).status()).isEqualTo(Status.KILLED);
    assertThat(record(running).ended()).isNull();
    assertThat(executions.noteInterrupted()).isZero();
  }

  @Test
  void theAuditIsToldOfStartAndEndAndHowItWent() {
    executions(
            request -> {
              request.gate().letThrough(CLEAN);
              return ok(List.of());
            })
        .run(CALLER, order("{}", nothing()));
    started("dead");
    assertThat(executions(request -> ok(List.of())).noteInterrupted()).isEqualTo(1);

    assertThat(audit)
        .extracting(
            AuditEvent::action,
            AuditEvent::outcome,
            event -> event.details().text("event").orElse(""))
        .containsExactly(
            tuple(AuditAction.EXECUTION, AuditOutcome.DONE, "start"),
            tuple(AuditAction.EXECUTION, AuditOutcome.DONE, "end"),
            tuple(AuditAction.EXECUTION, AuditOutcome.FAILED, "interrupted"));
    assertThat(audit.get(1).details().text("preset")).contains("balanced");
    assertThat(audit.get(1).target()).isEqualTo(audit.get(0).target()).startsWith("exe");
  }

  @Test
  void sourcesAreForgottenBeforeRecords() {
    Executions executions =
        executions(request -> {
          request.gate().letThrough(CLEAN);
          return ok(List.of());
        });
    ExecutionId id = executions.run(CALLER, order("{}", nothing())).id();

    clock.advance(Duration.ofDays(31));
    executions.forgetOld(Duration.ofDays(30), Duration.ofDays(365));
    assertThat(record(id).source()).isNull();
    assertThat(record(id).sourceHash()).hasSize(64);

    clock.advance(Duration.ofDays(335));
    assertThat(executions.forgetOld(Duration.ofDays(30), Duration.ofDays(365))).isEqualTo(1);
    assertThat(all()).isEmpty();
  }

  @Test
  void whoAsksForRecordsWaitsForTheirEnds() throws Exception {
    BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    ends = waiting::add;
    Executions executions = executions(_ -> ok(List.of()));
    ExecutionId id = executions.run(CALLER, order("{}", nothing())).id();
    CompletableFuture<Optional<ExecutionRecord>> asked =
        CompletableFuture.supplyAsync(() -> executions.find(CALLER.namespace(), id));

    assertThatThrownBy(() -> asked.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    waiting.take().run();

    assertThat(asked.get(20, TimeUnit.SECONDS).orElseThrow().ended()).isNotNull();
  }

  @Test
  void anEndIsWrittenAtOnceWhereNobodyWritesItLater() {
    ends =
        _ -> {
          throw new RejectedExecutionException("closed");
        };
    Executions executions = executions(_ -> ok(List.of()));

    ExecutionId id = executions.run(CALLER, order("{}", nothing())).id();

    assertThat(record(id).ended()).isNotNull();
  }

  private Executions executions(Function<RunRequest, Outcome> ending) {
    Consumer<Alert> told = alerts::add;
    return new Executions(
        new Executions.World(
            storage,
            new ScriptedRunner(ending),
            new TimeOrderedIds(clock, new SplittableRandom(1)),
            clock,
            told,
            Screen.OPEN,
            audit::add,
            ends));
  }

  private static Order order(String options, CallsFor calls) {
    return new Order(
        new Program(Language.PYTHON, "1 + 1", null),
        "balanced",
        SandboxConfig.of(JsonObject.EMPTY).with(JsonCodec.readObject(options)),
        calls);
  }

  /** Operations of which one fails and one is refused. */
  private CallsFor nothing() {
    return (_, refused) ->
        new ProgramCalls() {
          @Override
          public Json call(String operation, JsonObject arguments) {
            if (operation.equals("forget")) {
              throw new InvalidArgument("no", "never");
            }
            if (operation.equals("refused_fetch")) {
              refused.accept(Violations.refusedFetch("evil.example", 10, clock.instant()));
            }
            return Json.Null.VALUE;
          }

          @Override
          public void progress(double done, @Nullable Double total, @Nullable String message) {}

          @Override
          public void onCancel(Runnable action) {}
        };
  }

  private static Outcome ok(List<Violation> violations) {
    return new Outcome(
        Status.OK,
        Json.of(2),
        CapturedText.NOTHING,
        CapturedText.NOTHING,
        null,
        List.of(),
        violations,
        List.of(),
        false,
        ResourceUse.NONE);
  }

  private ExecutionId started(String owner) {
    ExecutionId id = new ExecutionId("exe_" + owner.replace(' ', '_'));
    storage.write(tx -> {
      tx.store(ExecutionStore.class)
          .start(
              new ExecutionRecord(
                  id,
                  CALLER.namespace(),
                  "local",
                  owner,
                  Language.PYTHON,
                  null,
                  "balanced",
                  JsonObject.EMPTY,
                  "0".repeat(64),
                  "x",
                  clock.instant(),
                  null));
      return true;
    });
    return id;
  }

  private ExecutionRecord record(ExecutionId id) {
    return storage.read(
        tx -> tx.store(ExecutionStore.class).find(CALLER.namespace(), id).orElseThrow());
  }

  private ExecutionRecord.Ended ended(ExecutionId id) {
    return Objects.requireNonNull(record(id).ended());
  }

  private List<ExecutionRecord> all() {
    return storage.read(
        tx -> tx.store(ExecutionStore.class).list(ExecutionFilter.all(CALLER.namespace()), 100));
  }
}
