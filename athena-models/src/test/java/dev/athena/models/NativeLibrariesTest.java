package dev.athena.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibrariesTest {
  /** What an ONNX Runtime that reports to its maker has inside: address, switch, and library. */
  private static final List<String> UPLOADER =
      List.of("data.microsoft.com", "ORT_DISABLE_TELEMETRY", "curl_easy_perform");

  @ParameterizedTest
  @ValueSource(strings = {"linux-x64", "linux-aarch64"})
  void theRuntimeCannotReportToAnyone(String platform) throws Exception {
    String resource = "ai/onnxruntime/native/" + platform + "/libonnxruntime.so";
    try (InputStream in = ResourceContent.of(resource).open()) {
      String library = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(UPLOADER.stream().filter(library::contains)).isEmpty();
    }
  }
}
