package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.ErrorCode;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as JavaScript imports it, in real sandboxes. */
class JavaScriptApiTest extends ApiFixture {
  @Test
  void theExampleOfEveryOperationRuns() {
    String source =
        """
        import { readFileSync } from "node:fs";
        import * as athena from "athena";
        const AsyncFunction = (async () => {}).constructor;
        for (const place of %s) {
          const [category, name] = place.split(".");
          const text = readFileSync(`/athena/api/${category}/${name}.mjs`, "utf8");
          const example = /@example\\n \\* import .*\\n \\* (.*)\\n/.exec(text)[1];
          await new AsyncFunction(category, example)(athena[category]);
        }
        """
            .formatted(operations().stream().map(spec -> quoted(spec.place())).toList());

    assertThat(javaScript(source).status()).isEqualTo(Status.OK);

    assertThat(echo.heard).isEqualTo(operations().stream().map(this::exampleOf).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import { memory } from 'athena'; const f = memory.recall;",
        "import athena from 'athena'; const f = athena.memory.recall;",
        "import * as athena from 'athena'; const f = athena.memory.recall;",
        "import { recall as f } from 'athena/memory';",
        "import * as memory from 'athena/memory'; const f = memory.recall;",
        "import { recall as f } from 'athena/memory/recall';",
        "import { recall as f } from '/athena/api/memory/recall.mjs';",
        "const { recall: f } = (await import('athena')).memory;",
        "const { recall: f } = require('athena').memory;",
      })
  void operationsAreImportedInEveryWay(String imports) {
    assertThat(result(Language.JAVASCRIPT, imports + "\n(await f('x')).arguments.query"))
        .isEqualTo("\"x\"");
  }

  @Test
  void snakeCaseIsUnderstood() {
    String source =
        """
        import { memory } from "athena";
        import { recall_semantic, recallSemantic } from "athena/memory";
        [recall_semantic === recallSemantic, memory.recall_semantic === memory.recallSemantic,
         ["recallSemantic", "get_memory"].map((name) => Object.keys(memory).includes(name))];
        """;

    assertThat(result(Language.JAVASCRIPT, source)).isEqualTo("[true,true,[true,false]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "recall('q', 3) | {'query':'q','limit':3}",
        "recall({query: 'q', limit: 3}) | {'query':'q','limit':3}",
        "recall('q', {limit: 3}) | {'query':'q','limit':3}",
        "recall('q', undefined, ['semantic']) | {'query':'q','layers':['semantic']}",
        "recall('q', null, {limit: 4}) | {'query':'q','limit':4}",
        "recall('q', {limit: null}) | {'query':'q'}",
        "recall('q', {}) | {'query':'q'}",
        "recall() | {}",
        "recallSemantic('q', {minConfidence: 1, as_of: 't'}) |"
            + " {'query':'q','min_confidence':1,'as_of':'t'}",
        "rememberSemantic('c', {tags: ['t']}) | {'content':'c','metadata':{'tags':['t']}}",
        "rememberSemantic('c', {metadata: {tags: []}}) | {'content':'c','metadata':{'tags':[]}}",
        "rememberSemantic('c', {content: 'd'}) | {'content':'c','metadata':{'content':'d'}}",
        "rememberSemantic('c', {validFrom: 't', myOwn: 1}) |"
            + " {'content':'c','metadata':{'valid_from':'t','myOwn':1}}",
        "rememberSemantic({content: 'c', metadata: {memoryType: 'm'}}) |"
            + " {'content':'c','metadata':{'memory_type':'m'}}",
        "recallEpisodic({from: 't'}) | {'time_range':{'from':'t'}}",
        "recallEpisodic({timeRange: {from: 't'}, query: 'q'}) |"
            + " {'time_range':{'from':'t'},'query':'q'}",
        "recallEpisodic('7d', 'e', {sessionId: 's'}) |"
            + " {'time_range':'7d','event_type':'e','session_id':'s'}",
      })
  void argumentsAreGivenInOrderOrByName(String call, String sent) {
    String source = "import { memory } from 'athena';\nawait memory." + call;

    assertThat(javaScript(source).status()).isEqualTo(Status.OK);

    assertThat(echo.heard.getFirst().object("arguments"))
        .contains(JsonCodec.readObject(sent.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "recall('q', {limits: 3}) | InvalidArgument: recall has no parameter \"limits\" (did you"
            + " mean \"limit\"? there are: query, limit, layers)",
        "recall({limit: 3, constructor: 1}) | InvalidArgument: recall has no parameter"
            + " \"constructor\"",
        "recall('q', {query: 'r'}) | InvalidArgument: recall was given \"query\" twice",
        "recall({as_of: 1}) | InvalidArgument: recall has no parameter \"as_of\"",
        "recallSemantic({asOf: 1, as_of: 2}) | InvalidArgument: recallSemantic was given \"as_of\"",
        "recall('q', 1, [], 4) | InvalidArgument: recall takes 3 arguments, 4 were given",
        "recall('q', 1, [], {limit: 4}) | InvalidArgument: recall was given \"limit\" twice",
        "updateMemory('m', {confidence: 1}) | InvalidArgument: updateMemory has no parameter",
        "recal('q') | TypeError: memory.recal is not there; did you mean \"recall\"? there are:",
        "recall(NaN) | InvalidArgument: query cannot be sent as JSON: it is or has in it NaN (send",
        "recall('q', {layers: [() => 1]}) | InvalidArgument: layers cannot be sent as JSON: it is",
        "recall('q', {layers: circle}) | InvalidArgument: layers cannot be sent as JSON: it is or"
            + " has in it a circle",
        "recall('q', {layers: nested(91)}) | InvalidArgument: layers cannot be sent as JSON: it is"
            + " or has in it what nests more than 90 deep",
        "recall('x'.repeat(2 ** 24)) | InvalidArgument: the arguments have more than 16 MiB (send",
      })
  void whatIsGivenWronglyIsRefusedWithoutACall(String call, String message) {
    String source =
        """
        import { memory } from "athena";
        const circle = [];
        circle.push(circle);
        const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
        let caught;
        try {
          await memory.%s;
        } catch (error) {
          caught = String(error);
        }
        caught;
        """
            .formatted(call);

    assertThat(read(source)).startsWith(message);
    assertThat(echo.heard).isEmpty();
  }

  @Test
  void argumentsNestToTheLimit() {
    String source =
        """
        import { memory } from "athena";
        const nested = (depth) => (depth === 0 ? 1 : [nested(depth - 1)]);
        await memory.recall("q", { layers: nested(90) });
        """;

    assertThat(javaScript(source).status()).isEqualTo(Status.OK);
    assertThat(echo.heard).hasSize(1);
  }

  @Test
  void askingWhetherAnOperationIsThereIsNoError() {
    String source =
        """
        import { memory } from "athena";
        ["recal" in memory, "recall" in memory, await memory === memory, JSON.stringify(memory)];
        """;

    assertThat(result(Language.JAVASCRIPT, source)).isEqualTo("[false,true,true,\"{}\"]");
  }

  @Test
  void callsRunTogether() {
    String source =
        """
        import { memory } from "athena";
        const queries = ["a", "b", "c", "d", "e", "f"];
        const all = await Promise.all(queries.map((query) => memory.recall(query)));
        all.map((one) => one.arguments.query).join("");
        """;

    assertThat(result(Language.JAVASCRIPT, source)).isEqualTo("\"abcdef\"");
  }

  @Test
  void everyCodeIsThrownAsItsClass() {
    String source =
        """
        import * as athena from "athena";
        const told = [];
        for (const code of %s) {
          try {
            await athena.memory.recall("fail " + code);
          } catch (e) {
            const name = code.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
            const ok = e.constructor === athena[name] && e instanceof athena.AthenaError;
            const whole = `${name}: ${e.message} (${e.hint})`;
            told.push(ok && e.code === code && e.name === name && String(e) === whole);
          }
        }
        told;
        """
            .formatted(Stream.of(ErrorCode.values()).map(code -> quoted(code.wireName())).toList());

    assertThat(result(Language.JAVASCRIPT, source))
        .isEqualTo(
            Stream.of(ErrorCode.values()).map(_ -> "true").toList().toString().replace(" ", ""));
  }

  @Test
  void aProcedureThatIsNotThereIsNotFoundAndALimitSaysWhenToComeBack() {
    String source =
        """
        import { memory, NotFound } from "athena";
        const first = await memory.recall("fail procedure_not_found").catch((e) => e);
        const second = await memory.recall("fail rate_limited").catch((e) => e);
        [first instanceof NotFound, first.retryAfterMs ?? null, second.retry_after_ms,
         second.retryAfterMs];
        """;

    assertThat(result(Language.JAVASCRIPT, source)).isEqualTo("[true,null,250,250]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory.recall('fail not_found')",
        "Promise.all([memory.recall('x'), memory.recall('fail not_found')])",
        "recall('fail not_found')"
      })
  void anErrorThatNobodyCatchesIsToldOfTheProgram(String call) {
    Outcome outcome =
        javaScript(
            "import { memory } from 'athena';\nimport { recall } from 'athena/memory';\nawait "
                + call);

    assertThat(error(outcome).type()).isEqualTo("NotFound");
    assertThat(error(outcome).code()).isEqualTo("not_found");
    assertThat(error(outcome).message()).isEqualTo("the message");
    assertThat(error(outcome).hint()).isEqualTo("the hint");
    assertThat(error(outcome).line()).isEqualTo(3);
    assertThat(error(outcome).traceback()).contains("program.js:3").doesNotContain("/athena");
  }

  @Test
  void anArgumentThatIsRefusedIsToldLikeAnErrorOfAthena() {
    Outcome outcome =
        javaScript("import { memory } from 'athena';\nawait memory.recall('q', { limits: 3 })");

    assertThat(error(outcome).type()).isEqualTo("InvalidArgument");
    assertThat(error(outcome).code()).isEqualTo("invalid_argument");
    assertThat(error(outcome).hint()).startsWith("did you mean \"limit\"?");
    assertThat(error(outcome).line()).isEqualTo(2);
  }

  @Test
  void valuesOfJavaScriptAreSentAsJson() {
    String source =
        """
        import { memory } from "athena";
        const sent = [new Date(0), new Set([1, 2]), new Map([["k", new Date(0)]]), 3n, undefined,
          null, { a: undefined, validFrom: 1 }];
        const { arguments: { metadata } } = await memory.updateMemory("m", { metadata: { sent } });
        metadata.sent;
        """;

    assertThat(result(Language.JAVASCRIPT, source))
        .isEqualTo(
            "[\"1970-01-01T00:00:00.000Z\",[1,2],{\"k\":\"1970-01-01T00:00:00.000Z\"},3,null,null,"
                + "{\"validFrom\":1}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {"1, 4, 'first' | 1.0 of 4.0: first", "2 | 2.0 of null: null"})
  void progressIsTold(String arguments, String told) {
    javaScript("import { progress } from 'athena';\nprogress(" + arguments + ");");

    assertThat(echo.told).containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"athena/memmory", "athena/memory/recal", "athena/.hidden"})
  void aModuleThatIsNotThereIsToldWithoutOurPlaces(String name) {
    Outcome outcome = javaScript("await import('" + name + "')");

    assertThat(error(outcome).message()).isEqualTo("Cannot find module '" + name + "'");
    assertThat(error(outcome).line()).isEqualTo(1);
  }

  @Test
  void theFilesAreThereToBeReadAndNothingIsNoticedOfTheirUse() {
    Outcome outcome =
        javaScript(
            """
            import { readFileSync, readdirSync } from "node:fs";
            import { memory } from "athena";
            await memory.recall("x");
            [readFileSync("/athena/api/README.md", "utf8").split("\\n")[0],
             readdirSync("/athena/api/memory").includes("recall.mjs")];
            """);

    assertThat(outcome.result()).isEqualTo(JsonCodec.read("[\"# Athena for programs\", true]"));
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void documentationCannotBreakOutOfItsPlace() {
    String source =
        """
        import { hostile } from "athena";
        [(await hostile.checkAll()).arguments, typeof hostile.check_all];
        """;

    assertThat(result(Language.JAVASCRIPT, source)).isEqualTo("[{},\"function\"]");
  }

  private Outcome javaScript(String source) {
    return run(new Program(Language.JAVASCRIPT, source, null), JsonObject.EMPTY);
  }

  private String read(String source) {
    return ((Json.Text) JsonCodec.read(result(Language.JAVASCRIPT, source))).value();
  }

  /** A text of JSON is one of JavaScript. */
  private static String quoted(String text) {
    return JsonCodec.write(Json.of(text));
  }
}
