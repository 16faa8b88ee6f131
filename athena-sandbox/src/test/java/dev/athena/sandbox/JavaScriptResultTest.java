package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptResultTest extends JavaScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 + 1                                           | 2
          const a = 1; a; function f() {}                 | 1
          const a = 1;                                    | null
          undefined                                       | null
          "text" // with a comment                        | "text"
          let x; x = [1, { a: 2 }];                       | [1,{"a":2}]
          ({ a: undefined, b: [undefined] })              | {"b":[null]}
          Promise.resolve(7)                              | 7
          await Promise.resolve(8)                        | 8
          (async () => 9)()                               | 9
          export default 5; 6                             | 5
          const y = 3; export { y as default }            | 3
          module.exports = { z: 1 }                       | {"z":1}
          ({ m: new Map([["k", 1]]) })                    | {"m":{"k":1}}
          ({ m: new Map([[1, 2]]) })                      | {"m":[[1,2]]}
          [new Set([1, 2]), new Uint8Array([1, 2])]       | [[1,2],[1,2]]
          [12n, 2n ** 64n]                                | [12,"18446744073709551616"]
          [NaN, Infinity, -Infinity]                      | ["NaN","Infinity","-Infinity"]
          [new Date(0)]                                   | ["1970-01-01T00:00:00.000Z"]
          [new RangeError("no")]                          | [{"name":"RangeError","message":"no"}]
          [Symbol("s"), /a/]                              | ["Symbol(s)","/a/"]
          [() => 1]                                       | ["[Function (anonymous)]"]
          class A { b = 1 }; new A()                      | {"b":1}
          ({ toJSON() { return [1] } })                   | [1]
          JSON.parse('{"__proto__": 1}')                  | {"__proto__":1}
          ["\\ud800", "\\u{1F600}"]                       | ["\uFFFD","\uD83D\uDE00"]
          1, 2                                            | 2
          """)
  void valueOfTheLastExpressionIsTheResult(String source, String json) throws Exception {
    Ran ran = run(source);

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.result()).isEqualTo(json);
    assertThat(ran.resultType()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new Map([[1, { a: 2 }]])          | Map        | "Map(1) { 1 => { a: 2 } }"
          new Set([1])                      | Set        | "Set(1) { 1 }"
          new Date(0)                       | Date       | "1970-01-01T00:00:00.000Z"
          10n                               | bigint     | "10n"
          NaN                               | number     | "NaN"
          Symbol("s")                       | symbol     | "Symbol(s)"
          (x) => x                          | function   | "[Function (anonymous)]"
          new Uint8Array(2)                 | Uint8Array | "Uint8Array(2) [ 0, 0 ]"
          const o = {}; o.o = o; o          | Object     | "<ref *1> { o: [Circular *1] }"
          ({ get x() { throw 1 } })         | Object     | "{ x: [Getter] }"
          """)
  void valueThatIsNoJsonIsShownWithItsType(String source, String type, String text)
      throws Exception {
    Ran ran = run(source);

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.resultType()).isEqualTo(type);
    assertThat(ran.result()).isEqualTo(text);
  }

  @Test
  void errorAsAResultIsShownAndNoFailure() throws Exception {
    Ran ran = run("new TypeError('kept')");

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.resultType()).isEqualTo("TypeError");
    assertThat(ran.result()).contains("TypeError: kept");
  }

  @Test
  void resultOfExactlyTheLimitIsWhole() throws Exception {
    Ran ran = run("'x'.repeat(%d)".formatted(RESULT_BYTES_MAX - 2));

    assertThat(ran.result()).hasSize(RESULT_BYTES_MAX);
    assertThat(ran.done().whole("result_bytes")).isEmpty();
  }

  @Test
  void resultPastTheLimitIsCutWithinNoCharacter() throws Exception {
    Ran ran = run("'ü'.repeat(%d)".formatted(RESULT_BYTES_MAX / 2));

    String text = ran.done().text("result").orElseThrow();
    assertThat(text).startsWith("\"üü").endsWith("ü").hasSize(RESULT_BYTES_MAX / 2);
    assertThat(ran.done().whole("result_bytes")).contains(RESULT_BYTES_MAX + 2L);
    assertThat(ran.all("file")).isEmpty();
  }

  @Test
  void resultPastTheLimitIsAFileOfTheSession() throws Exception {
    Ran ran = runInSession("Array(5000).fill(1)");

    assertThat(ran.done().text("result").orElseThrow()).startsWith("[1,1,").hasSize(2_000);
    assertThat(ran.sentFiles().get("result.json")).startsWith("[1,1,").hasSize(10_001);
  }

  @Test
  void deepResultIsShownFromWhereItIsTooDeep() throws Exception {
    Ran ran = run("let v = 1; for (let i = 0; i < 5000; i++) v = [v]; v");

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.result()).startsWith("[[[[").contains("[Array]");
  }

  @Test
  void valueSharedTooOftenToBeToldIsShown() throws Exception {
    Ran ran = run("let v = [1]; for (let i = 0; i < 60; i++) v = [v, v]; v");

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.resultType()).isEqualTo("Array");
  }
}
