package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.RunRequest;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Status;
import dev.athena.execution.Witness;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much programs may call, many at once, and that they end when nobody waits for them. */
class CallBudgetTest extends BothLanguages {
  private static final Both CALL =
      new Both(
          """
          import athena
          for number in range(COUNT):
              answer = athena.call("echo", number=number, text="x" * SIZE)
          answer["arguments"]["number"]
          """,
          """
          import { call } from "athena";
          let answer;
          for (let number = 0; number < COUNT; number++) {
            answer = await call("echo", { number, text: "x".repeat(SIZE) });
          }
          answer.arguments.number;
          """);

  @ParameterizedTest
  @EnumSource(Language.class)
  void asManyCallsAsAllowedAreAnsweredAndOneMoreEndsTheProgram(Language language) {
    JsonObject fifty = limits("\"api_calls\": 50");

    Outcome atLimit = run(language, CALL.with("COUNT", 50).with("SIZE", 1), fifty);
    Outcome pastIt = run(language, CALL.with("COUNT", 51).with("SIZE", 1), fifty);

    assertThat(result(atLimit)).isEqualTo("49");
    assertThat(pastIt.status()).isEqualTo(Status.KILLED);
    assertThat(error(pastIt).code()).isEqualTo("quota_exceeded");
    assertThat(error(pastIt).message()).isEqualTo("it made more than 50 calls");
    assertThat(pastIt.violations())
        .anyMatch(one -> one.witness() == Witness.LIMIT && one.action().equals("api_calls"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noCallAtAllMayBeAllowed(Language language) {
    JsonObject none = limits("\"api_calls\": 0");

    Outcome outcome = run(language, CALL.with("COUNT", 1).with("SIZE", 1), none);

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(error(outcome).message()).isEqualTo("it made more than 0 calls");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void bytesOfCallsAreCountedBothWays(Language language) {
    JsonObject oneMebibyte = limits("\"api_mb\": 1");

    Outcome within = run(language, CALL.with("COUNT", 1).with("SIZE", 500_000), oneMebibyte);
    Outcome pastIt = run(language, CALL.with("COUNT", 1).with("SIZE", 530_000), oneMebibyte);

    assertThat(within.status()).isEqualTo(Status.OK);
    assertThat(pastIt.status()).isEqualTo(Status.KILLED);
    assertThat(error(pastIt).message()).isEqualTo("more than 1 MiB went through its calls");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aRefusalIsAnExceptionOfTheLanguage(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "import athena\nathena.call('refuse')",
                "import { call } from 'athena';\nawait call('refuse');"));

    assertThat(outcome.status()).isEqualTo(Status.ERROR);
    assertThat(error(outcome).code()).isEqualTo("invalid_argument");
    assertThat(error(outcome).message()).isEqualTo("limit is 0");
    assertThat(error(outcome).hint()).isEqualTo("send 1 to 100");
    assertThat(error(outcome).line()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eightProgramsAtOnceDoNotMixUp(Language language) throws Exception {
    Both sum =
        new Both(
            """
            import athena, os
            open("own.txt", "w").write("NUMBER")
            seen = [athena.call("echo", n=NUMBER)["arguments"]["n"] for _ in range(20)]
            print("NUMBER")
            [sorted(set(seen)), open("own.txt").read(), os.listdir(".")]
            """,
            """
            import { call } from "athena";
            import fs from "node:fs";
            fs.writeFileSync("own.txt", "NUMBER");
            const seen = new Set();
            for (let i = 0; i < 20; i++) seen.add((await call("echo", { n: NUMBER })).arguments.n);
            console.log("NUMBER");
            [[...seen], fs.readFileSync("own.txt", "utf8"), fs.readdirSync(".")];
            """);
    List<Callable<Outcome>> programs = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      Both own = sum.with("NUMBER", number);
      programs.add(() -> run(language, own));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Outcome>> outcomes = threads.invokeAll(programs);
      for (int number = 0; number < 8; number++) {
        Outcome outcome = outcomes.get(number).get();
        assertThat(result(outcome)).isEqualTo("[[%d],\"%1$d\",[\"own.txt\"]]".formatted(number));
        assertThat(outcome.stdout().text()).isEqualTo(number + "\n");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aProgramThatNobodyWaitsForIsEnded(Language language) throws Exception {
    Leaving caller = new Leaving();
    Both wait =
        new Both(
            "import athena\nathena.call('started')\nwhile True: pass",
            "import { call } from 'athena'; await call('started'); for (;;);");
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Outcome> outcome = thread.submit(() -> run(language, wait, caller));
      caller.started.get(20, TimeUnit.SECONDS);
      long begin = System.nanoTime();
      caller.leave.get(20, TimeUnit.SECONDS).run();

      Outcome ended = outcome.get(20, TimeUnit.SECONDS);
      assertThat((System.nanoTime() - begin) / 1e9).isLessThan(2);
      assertThat(ended.status()).isEqualTo(Status.KILLED);
      assertThat(error(ended).code()).isEqualTo("cancelled");
      assertThat(error(ended).message()).isEqualTo("the caller cancelled the program");
      assertThat(ended.violations()).isEmpty();
    }
  }

  /** More than both pipes and the calls at work can hold. */
  @Test
  void callsThatAreAllMadeBeforeAnAnswerIsReadAreAllAnswered() {
    Both all =
        new Both(
            "",
            """
            import { call } from "athena";
            const text = "x".repeat(1_000);
            const numbers = Array.from({ length: 2_000 }, (_, number) => number);
            const answers = await Promise.all(numbers.map((number) => call("echo", { number, text })));
            answers.every((answer, number) => answer.arguments.number === number);
            """);

    Outcome outcome = run(Language.JAVASCRIPT, all, limits("\"timeout_seconds\": 60"));

    assertThat(result(outcome)).isEqualTo("true");
  }

  private Outcome run(Language language, Both source, ProgramCalls calls) {
    return sandbox()
        .run(
            new RunRequest(
                new ExecutionId("exe_cancelled"),
                CALLER,
                new Program(language, source.in(language), null),
                SandboxConfig.of(JsonObject.EMPTY),
                calls,
                _ -> {}));
  }

  /** Somebody who waits for a program, and may stop waiting. */
  private static final class Leaving implements ProgramCalls {
    final CompletableFuture<String> started = new CompletableFuture<>();
    final CompletableFuture<Runnable> leave = new CompletableFuture<>();

    @Override
    public Json call(String operation, JsonObject arguments) {
      started.complete(operation);
      return Json.of(true);
    }

    @Override
    public void progress(double done, @Nullable Double total, @Nullable String message) {
      // Nobody looks.
    }

    @Override
    public void onCancel(Runnable action) {
      leave.complete(action);
    }
  }
}
