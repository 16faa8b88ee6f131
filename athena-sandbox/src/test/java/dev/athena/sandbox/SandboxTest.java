package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.athena.execution.Outcome;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Python programs in real sandboxes. */
class SandboxTest extends SandboxFixture {
  @Test
  void theValueOfTheLastExpressionIsTheResult() {
    Outcome outcome = python("x = 20\nx + 1");

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(outcome.result()).isEqualTo(Json.of(21));
    assertThat(outcome.error()).isNull();
  }

  @Test
  void whatIsPrintedComesBack() {
    Outcome outcome = python("import sys\nprint('hello')\nprint('oh', file=sys.stderr)");

    assertThat(outcome.stdout().text()).isEqualTo("hello\n");
    assertThat(outcome.stderr().text()).isEqualTo("oh\n");
    assertThat(outcome.result()).isNull();
  }

  @Test
  void anExceptionIsToldWithTheProgramsOwnLines() {
    Outcome outcome = python("def f():\n  return {}['a']\n\nf()");

    assertThat(outcome.status()).isEqualTo(Status.ERROR);
    assertThat(error(outcome).type()).isEqualTo("KeyError");
    assertThat(error(outcome).line()).isEqualTo(2);
    assertThat(error(outcome).traceback()).contains("line 4").doesNotContain("/athena");
  }

  @Test
  void aProgramThatNeverEndsIsEndedAndItsLineTold() {
    Outcome outcome =
        python("print('before')\nx = 0\nwhile True:\n  x += 1", limits("timeout_seconds", 1));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(error(outcome).line()).isBetween(3, 4);
    assertThat(outcome.stdout().text()).isEqualTo("before\n");
    assertThat(outcome.stderr().text()).isEmpty();
    assertThat(outcome.use().durationMs()).isBetween(1_000.0, 3_000.0);
  }

  @Test
  void tooMuchMemoryIsToldAsSuch() {
    Outcome outcome = python("data = []\nwhile True:\n  data.append('x' * 1_000_000)");

    assertThat(outcome.status()).isEqualTo(Status.OUT_OF_MEMORY);
    assertThat(error(outcome).message()).contains("256 MiB");
  }

  @Test
  void noVirtualThreadWaitsForAProgram() throws InterruptedException {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();

    Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> python("1")))).join();

    assertThat(thrown).isCompletedWithValueMatching(IllegalStateException.class::isInstance);
  }

  @Test
  void aSystemCallThatNoProgramNeedsEndsIt() {
    Outcome outcome = python("import ctypes\nctypes.CDLL(None).ptrace(0, 0, 0, 0)\n'still here'");

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(outcome.violations()).anyMatch(one -> one.severity().name().equals("CRITICAL"));
  }
}
