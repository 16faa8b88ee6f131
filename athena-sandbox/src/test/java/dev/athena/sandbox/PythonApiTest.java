package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.ErrorCode;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as Python imports it, in real sandboxes. */
class PythonApiTest extends ApiFixture {
  /** Keeps what the block before it raised, in words. */
  private static final String CAUGHT =
      """
      except Exception as error:
          caught = f"{type(error).__name__}: {error}"
      caught
      """;

  @Test
  void theExampleOfEveryOperationRuns() {
    String source =
        """
        import importlib, textwrap
        for place in %s:
            category, name = place.split(".")
            operation = getattr(importlib.import_module("athena." + category), name)
            exec(textwrap.dedent(operation.__doc__.rpartition("Example:\\n")[2]))
        """
            .formatted(operations().stream().map(spec -> quoted(spec.place())).toList());

    assertThat(python(source).status()).isEqualTo(Status.OK);

    assertThat(echo.heard.stream().map(this::withoutDefaults))
        .isEqualTo(operations().stream().map(this::exampleOf).toList());
  }

  @Test
  void whatIsLeftOutIsSentAsItsDefaultOrNotAtAll() {
    python("from athena import memory\nmemory.recall_semantic('x', tags=None)");

    assertThat(echo.heard)
        .singleElement()
        .isEqualTo(
            JsonCodec.readObject(
                """
                {"operation": "recall_semantic",
                 "arguments": {"query": "x", "limit": 5, "min_confidence": 0.0}}\
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from athena import memory; f = memory.recall",
        "from athena.memory import recall as f",
        "from athena.memory.recall import recall as f",
        "import athena; f = athena.memory.recall",
        "import athena.memory.recall; f = athena.memory.recall",
        "import athena.memory as m; f = getattr(m, 'recall')",
        "from athena import *; f = memory.recall",
        "import sys; sys.path.insert(0, '/athena/api'); import memory; f = memory.recall",
      })
  void operationsAreImportedInEveryWay(String imports) {
    assertThat(result(Language.PYTHON, imports + "\nf('x').arguments.query")).isEqualTo("\"x\"");
  }

  @Test
  void camelCaseIsUnderstood() {
    String source =
        """
        from athena import memory
        from athena.memory import getMemory
        memory.recallSemantic is memory.recall_semantic and getMemory is memory.get_memory
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memory.recal | AttributeError: athena.memory has no \"recal\"; did you mean \"recall\"?",
        "memory.discoverApis | AttributeError: athena.memory has no \"discoverApis\"; use `from"
            + " athena import discovery` and `discovery.discover_apis`",
        "athena.memmory | AttributeError: athena has no \"memmory\"; did you mean \"memory\"?",
        "import athena.memmory | ImportError: athena has no \"memmory\"; did you mean \"memory\"?",
        "from athena import recall | ImportError: athena has no \"recall\"; use `from athena import"
            + " memory` and `memory.recall`",
        "from athena.memory import recal | ImportError: athena.memory has no \"recal\"; did you",
        "from athena.memory import get_api_docs | ImportError: athena.memory has no",
        "memory.recall('x', limits=3) | TypeError: recall() got an unexpected keyword",
        "import not_there | ModuleNotFoundError: No module named 'not_there'",
      })
  void aNameThatIsNotThereIsToldWithWhatIs(String statement, String message) {
    String source =
        "import athena\nfrom athena import memory\ntry:\n  " + statement + "\n" + CAUGHT;

    assertThat(read(source)).startsWith(message);
  }

  @Test
  void askingWhetherAnOperationIsThereIsNoError() {
    String source =
        """
        import athena
        from athena import memory
        [hasattr(memory, "recal"), hasattr(athena, "graphs"), "recall" in dir(memory)]
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[false,false,true]");
  }

  @Test
  void theApiIsLoadedAsItIsUsed() {
    String source =
        """
        import sys
        before = "athena.memory" in sys.modules
        from athena import memory
        loaded = [m for m in sys.modules if m.startswith("athena.memory.")]
        memory.recall
        [before, loaded, [m for m in sys.modules if m.startswith("athena.memory.")]]
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[false,[],[\"athena.memory.recall\"]]");
  }

  @Test
  void answersAreRecords() {
    String source =
        """
        from athena import memory
        one = memory.remember_many([{"kind": "semantic", "content": "c"}])
        one.note = 1
        del one.operation
        [one.arguments["items"][0].content, one["arguments"]["items"][0]["kind"], one.get("no"), one["note"], sorted(one),
         isinstance(one, dict), isinstance(one, __import__("athena").Record)]
        """;

    assertThat(result(Language.PYTHON, source))
        .isEqualTo("[\"c\",\"semantic\",null,1,[\"arguments\",\"note\"],true,true]");
  }

  @Test
  void aFieldThatIsNotThereIsToldWithTheNearest() {
    String source = "from athena import memory\ntry:\n  memory.recall('x').operatoin\n" + CAUGHT;

    assertThat(read(source))
        .isEqualTo(
            "AttributeError: this record has no \"operatoin\"; did you mean \"operation\"? it has:"
                + " operation, arguments");
  }

  @Test
  void aFieldThatAnAnswerMayLackIsNone() {
    String source =
        """
        from athena import memory
        episode = memory.recall_episodic()
        fact = memory.recall("x")
        [episode.score, "score" in episode, hasattr(fact, "score")]
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[null,false,false]");
  }

  @Test
  void recordsAreCopiedAndPickled() {
    String source =
        """
        import copy, pickle
        from athena import memory
        one = memory.recall_episodic(query="x")
        both = [copy.deepcopy(one), pickle.loads(pickle.dumps(one))]
        [other == one and other.arguments.query == "x" and other.score is None for other in both]
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[true,true]");
  }

  @Test
  void everyCodeIsRaisedAsItsClass() {
    String source =
        """
        import athena
        told = []
        for code in %s:
            try:
                athena.memory.recall("fail " + code)
            except athena.AthenaError as e:
                name = code.title().replace("_", "")
                ok = type(e) is getattr(athena, name) and e.code == code and e.message and e.hint
                told.append(bool(ok) and str(e) == f"{e.message} ({e.hint})")
        told
        """
            .formatted(Stream.of(ErrorCode.values()).map(code -> quoted(code.wireName())).toList());

    assertThat(result(Language.PYTHON, source))
        .isEqualTo(
            Stream.of(ErrorCode.values()).map(_ -> "true").toList().toString().replace(" ", ""));
  }

  @Test
  void aProcedureThatIsNotThereIsNotFoundAndALimitSaysWhenToComeBack() {
    String source =
        """
        from athena import memory, NotFound, RateLimited
        try:
            memory.recall("fail procedure_not_found")
        except NotFound as e:
            first = e.retry_after_ms
        try:
            memory.recall("fail rate_limited")
        except RateLimited as e:
            second = e.retry_after_ms
        [first, second]
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[null,250]");
  }

  @Test
  void anErrorThatNobodyCatchesIsToldOfTheProgram() {
    Outcome outcome = python("from athena import memory\n\nmemory.recall('fail not_found')");

    assertThat(error(outcome).type()).isEqualTo("NotFound");
    assertThat(error(outcome).code()).isEqualTo("not_found");
    assertThat(error(outcome).message()).isEqualTo("the message");
    assertThat(error(outcome).hint()).isEqualTo("the hint");
    assertThat(error(outcome).line()).isEqualTo(3);
    assertThat(error(outcome).traceback()).contains("line 3").doesNotContain("/athena");
  }

  @Test
  void valuesOfPythonAreSentAsJson() {
    String source =
        """
        import collections, dataclasses, decimal, enum, pathlib, uuid
        from datetime import date, datetime, timedelta, timezone
        from athena import memory
        @dataclasses.dataclass
        class D:
            a: int
        N = collections.namedtuple("N", "b")
        E = enum.Enum("E", {"X": "x"})
        I = enum.IntEnum("I", {"TWO": 2})
        class S(str): pass
        at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
        sent = [at, datetime(2026, 1, 2), date(2026, 1, 2), (1, 2.5), {3, 1, 2}, frozenset(["a"]),
                pathlib.Path("a/b"), D(1), N(2), E.X, I.TWO, S("s"), decimal.Decimal("1.5"),
                decimal.Decimal("7"), (n for n in range(2)), {"k": 1}.keys(), {1: None},
                uuid.UUID(int=0), collections.OrderedDict(o=1), True]
        memory.update_memory("mem_1", metadata={"sent": sent}).arguments.metadata.sent
        """;

    assertThat(result(Language.PYTHON, source))
        .isEqualTo(
            "[\"2026-01-02T03:04:05+02:00\",\"2026-01-02T00:00:00+00:00\",\"2026-01-02\",[1,2.5],"
                + "[1,2,3],[\"a\"],\"a/b\",{\"a\":1},{\"b\":2},\"x\",2,\"s\",1.5,7,[0,1],[\"k\"],"
                + "{\"1\":null},\"00000000-0000-0000-0000-000000000000\",{\"o\":1},true]");
  }

  @Test
  void aRecordCanBeSentBack() {
    String source =
        """
        from athena import memory
        one = memory.remember_semantic("c", {"tags": ["t"]})
        memory.remember_semantic("d", one.arguments.metadata).arguments.metadata
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("{\"tags\":[\"t\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float('nan') | metadata.a is nan, of the type float (send a number that is finite",
        "[1, float('inf')] | metadata.a[1] is inf, of the type float",
        "b'x' | metadata.a is b'x', of the type bytes (send text: decode",
        "object | metadata.a is <class 'object'>, of the type type",
        "object() | metadata.a is <object object at",
        "len | metadata.a is <built-in function len>",
        "1j | metadata.a is 1j, of the type complex",
        "{None: 1} | a key of metadata.a is None, of the type NoneType (let the keys",
        "10 ** 5000 | the arguments of update_memory cannot be sent: Exceeds the limit",
      })
  void whatCannotBeSentIsRefusedWithItsPlace(String value, String message) {
    String source =
        "from athena import memory\ntry:\n  memory.update_memory('m', metadata={'a': "
            + value
            + "})\n"
            + CAUGHT;

    assertThat(read(source)).startsWith("InvalidArgument: " + message);
    assertThat(echo.heard).isEmpty();
  }

  @Test
  void argumentsNestToTheLimitAndNotOnePast() {
    String source =
        """
        from athena import memory, InvalidArgument
        def nested(depth):
            value = 1
            for _ in range(depth):
                value = [value]
            return value
        memory.recall("x", layers=nested(90))
        circle = []
        circle.append(circle)
        refused = []
        for bad in (nested(91), circle):
            try:
                memory.recall("x", layers=bad)
            except InvalidArgument as e:
                refused.append("nests more than 90 deep" in e.message)
        refused
        """;

    assertThat(result(Language.PYTHON, source)).isEqualTo("[true,true]");
    assertThat(echo.heard).hasSize(1);
  }

  @Test
  void argumentsThatAreTooLargeAreRefused() {
    String source = "from athena import memory\ntry:\n  memory.recall('x' * 2 ** 24)\n" + CAUGHT;

    assertThat(read(source))
        .isEqualTo(
            "InvalidArgument: the arguments of recall cannot be sent: more than 16,777,216 bytes at"
                + " once (send less at once)");
  }

  @Test
  void progressIsTold() {
    String source =
        """
        import athena
        athena.progress(1, 4, "first" + "!" * 2000)
        refused = []
        for bad in ("2", True, float("nan"), None):
            try:
                athena.progress(bad)
            except athena.InvalidArgument as e:
                refused.append(e.message[:7])
        refused
        """;

    assertThat(result(Language.PYTHON, source))
        .isEqualTo("[\"done is\",\"done is\",\"done is\",\"done is\"]");
    assertThat(echo.told).containsExactly("1.0 of 4.0: first" + "!".repeat(995));
  }

  @Test
  void theFilesAreThereToBeReadAndNotToBeChanged() {
    Outcome outcome =
        python(
            """
            import os
            page = open("/athena/api/README.md").read().splitlines()[0]
            stub = open("/athena/api/memory/recall.py").read()
            try:
                open("/athena/api/memory/recall.py", "w")
            except OSError as e:
                denied = type(e).__name__
            from athena import memory
            memory.recall("x")
            [page, "def recall(" in stub, denied, "recall.py" in os.listdir("/athena/api/memory")]
            """);

    assertThat(outcome.result())
        .isEqualTo(
            new JsonArray(
                List.of(
                    Json.of("# Athena for programs"),
                    Json.of(true),
                    Json.of("OSError"),
                    Json.of(true))));
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void documentationCannotBreakOutOfItsPlace() {
    String source =
        """
        from athena import hostile
        [hostile.check_all.__doc__.splitlines()[0], hostile.check_all().arguments.given,
         hostile.__doc__.splitlines()[0], "{{NAMES}}" in hostile.check_all.__doc__]
        """;

    assertThat(result(Language.PYTHON, source))
        .isEqualTo(
            "[\"Ends */ comments, \\\"\\\"\\\" texts and \\\\u0022\\\\\",\"*/ \\\"\\\"\\\" \\\\\","
                + "\"It */ has \\\"\\\"\\\" and \\\\ in it.\",true]");
  }

  private String read(String source) {
    return ((Json.Text) JsonCodec.read(result(Language.PYTHON, source))).value();
  }

  /** A text of JSON is one of Python. */
  private static String quoted(String text) {
    return JsonCodec.write(Json.of(text));
  }
}
