package dev.athena.models;

import dev.athena.embedding.EmbeddingFailure;
import java.io.IOException;
import java.util.Locale;

/**
 * The native libraries of ONNX Runtime and of the tokenizer.
 *
 * <p>Both would unpack themselves, one into the temporary directory at each start and one into the
 * home directory, and the tokenizer's would ask the network about the machine it runs on. System
 * properties, read by them once when their classes are first used, stop all three.
 */
final class NativeLibraries {
  private NativeLibraries() {}

  /** Unpacks the libraries and tells their owners where; a property that is set already stays. */
  static void unpackInto(UnpackedResources files) throws IOException {
    setIfAbsent("ai.djl.offline", "true");
    String onnxRuntime = "ai/onnxruntime/native/" + onnxRuntimePlatform() + "/";
    point("onnxruntime.native.onnxruntime.path", onnxRuntime + library("onnxruntime"), files);
    point(
        "onnxruntime.native.onnxruntime4j_jni.path",
        onnxRuntime + library("onnxruntime4j_jni"),
        files);
    point(
        "RUST_LIBRARY_PATH",
        "native/lib/" + tokenizerPlatform() + "/cpu/" + library("tokenizers"),
        files);
  }

  private static void point(String property, String resource, UnpackedResources files)
      throws IOException {
    if (System.getProperty(property) == null) {
      System.setProperty(property, files.unpack(resource).toString());
    }
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static String library(String name) {
    return System.mapLibraryName(name);
  }

  private static String onnxRuntimePlatform() {
    return tokenizerPlatform().replace("x86_64", "x64");
  }

  private static String tokenizerPlatform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    String platform = (system.startsWith("mac") ? "osx" : system) + "-" + processor;
    return switch (platform) {
      case "linux-x86_64", "linux-aarch64", "osx-aarch64" -> platform;
      default -> throw new EmbeddingFailure("no embedding model runs on " + platform, null);
    };
  }
}
