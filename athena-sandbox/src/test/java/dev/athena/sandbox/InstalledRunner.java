package dev.athena.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A runner unpacked into a folder, with a small stand-in for the modules of Athena. */
record InstalledRunner(Path folder) {
  private static final String ACORN = "/META-INF/resources/webjars/acorn/8.18.0/dist/acorn.js";

  private static final String CHANNEL =
      """
      let call, tell;
      export class AthenaError extends Error {
        constructor({ code, message, hint, retry_after_ms }) {
          super(message);
          this.name = "AthenaError";
          Object.assign(this, { code, hint, retryAfterMs: retry_after_ms });
        }
      }
      export function connect(fn, progressFn) {
        call = fn;
        tell = progressFn;
      }
      export async function ask(operation, args) {
        try {
          return await call(operation, args);
        } catch (failure) {
          throw new AthenaError(failure);
        }
      }
      export function progress(done, total, message) {
        tell(done, total, message);
      }
      """;

  private static final String INDEX =
      """
      import { ask, AthenaError, progress } from "./_channel.mjs";
      export const memory = {
        recall: (args) => ask("recall", args),
        remember: (args) => ask("remember", args),
      };
      export { AthenaError, progress };
      """;

  /** Unpacks the JavaScript runner into {@code folder}. */
  static InstalledRunner javaScript(Path folder) throws IOException {
    copyResources("javascript", folder);
    try (InputStream acorn = InstalledRunner.class.getResourceAsStream(ACORN)) {
      Files.copy(Objects.requireNonNull(acorn), folder.resolve("acorn.cjs"));
    }
    Path api = Files.createDirectory(folder.resolve("api"));
    Files.writeString(api.resolve("_channel.mjs"), CHANNEL);
    Files.writeString(api.resolve("index.mjs"), INDEX);
    return new InstalledRunner(folder);
  }

  /** Unpacks what belongs to Python into {@code folder}. */
  static InstalledRunner python(Path folder) throws IOException {
    copyResources("python", folder);
    return new InstalledRunner(folder);
  }

  private static void copyResources(String name, Path folder) throws IOException {
    URL resources = Objects.requireNonNull(InstalledRunner.class.getResource(name));
    try (Stream<Path> files = Files.list(Path.of(resources.toURI()))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
