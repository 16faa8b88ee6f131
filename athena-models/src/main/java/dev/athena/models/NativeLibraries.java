package dev.athena.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import dev.athena.embedding.EmbeddingFailure;
import java.io.IOException;
import java.util.Locale;

/**
 * The native libraries of ONNX Runtime and of the tokenizer, loaded once per process.
 *
 * <p>Left alone, the first unpacks itself into the temporary directory at each start; the second
 * goes into the home directory, looks for graphics cards and asks the network about the machine.
 */
final class NativeLibraries {
  private static boolean loaded;

  private NativeLibraries() {}

  /**
   * Unpacks and loads the libraries, unless that was done before.
   *
   * @throws EmbeddingFailure if there are none for this machine
   * @throws LinkageError if the system refuses one, as in a directory mounted noexec; ONNX Runtime
   *     cannot be loaded again in this process after that
   */
  @SuppressWarnings("restricted")
  static synchronized void loadFrom(UnpackedResources files) throws IOException, OrtException {
    if (loaded) {
      return;
    }
    String platform = platform();
    String onnxRuntime = "ai/onnxruntime/native/" + platform.replace("x86_64", "x64") + "/";
    tell("onnxruntime", files, onnxRuntime);
    tell("onnxruntime4j_jni", files, onnxRuntime);
    String tokenizer = "native/lib/" + platform + "/cpu/" + System.mapLibraryName("tokenizers");
    System.load(files.unpack(tokenizer).toString());
    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL).setTelemetry(false);
    loaded = true;
  }

  /** Tells ONNX Runtime, which loads its libraries itself, where one of them is. */
  private static void tell(String library, UnpackedResources files, String directory)
      throws IOException {
    String resource = directory + System.mapLibraryName(library);
    System.setProperty(
        "onnxruntime.native." + library + ".path", files.unpack(resource).toString());
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    String platform = (system.startsWith("mac") ? "osx" : system) + "-" + processor;
    return switch (platform) {
      case "linux-x86_64", "linux-aarch64", "osx-aarch64" -> platform;
      default -> throw new EmbeddingFailure("no embedding model runs on " + platform, null);
    };
  }
}
