package dev.athena.sandbox;

import dev.athena.execution.ProgramFile;
import java.util.List;

/** A package athena in both languages that can call any operation. */
final class TestApi {
  private static final String PYTHON =
      """
      from athena import _channel

      class AthenaError(Exception):
          def __init__(self, code, message, hint):
              super().__init__(message)
              self.code, self.hint = code, hint

      def call(operation, **arguments):
          answer = _channel.ask(operation, arguments)
          if "error" in answer:
              error = answer["error"]
              raise AthenaError(error["code"], error["message"], error["hint"])
          return answer["value"]
      """;

  private static final String PYTHON_CHANNEL =
      """
      def connect(call, progress):
          global ask, tell
          ask, tell = call, progress
      """;

  private static final String JAVASCRIPT =
      """
      import { ask } from "./_channel.mjs";

      export async function call(operation, args = {}) {
        try {
          return await ask(operation, args);
        } catch ({ code, message, hint }) {
          throw Object.assign(new Error(message), { name: "AthenaError", code, hint });
        }
      }
      """;

  private static final String JAVASCRIPT_CHANNEL =
      """
      export let ask;

      export function connect(call) {
        ask = call;
      }
      """;

  private TestApi() {}

  static List<ProgramFile> files() {
    return List.of(
        new ProgramFile("api/__init__.py", PYTHON),
        new ProgramFile("api/_channel.py", PYTHON_CHANNEL),
        new ProgramFile("api/index.mjs", JAVASCRIPT),
        new ProgramFile("api/_channel.mjs", JAVASCRIPT_CHANNEL));
  }
}
