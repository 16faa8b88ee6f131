package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 1",
        "print('a => b; c === d')",
        "from athena import memory\nmemory.recall('x')",
        "memory.recall_semantic('x')",
        "[m.content for m in found if m.score > 0.5]",
        "def f(x):\n    return {'a': x}\n\nf(1)",
        "import json, re\nx = json.loads('{}')",
        "# const x = 1;\nx = 1",
        "x = None",
        "if a and not b:\n  pass",
        "async def main():\n  await asyncio.sleep(0)\n"
      })
  void thisIsPython(String source) {
    assertThat(LanguageGuess.of(source)).isEqualTo(Language.PYTHON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const x = 1\nx",
        "import { memory } from \"athena\"\nawait memory.recall('x')",
        "await memory.recallSemantic('x')",
        "[1, 2].map(x => x * 2)",
        "function f(x) { return x }\nf(1)",
        "let a = null;",
        "// def f(x):\nvar y = 2;",
        "for (const m of found) { console.log(m.content) }",
        "x === 1 ? 'a' : 'b'",
        "`a ${1 + 1} b`",
        "new Date().toISOString()"
      })
  void thisIsJavaScript(String source) {
    assertThat(LanguageGuess.of(source)).isEqualTo(Language.JAVASCRIPT);
  }
}
