package dev.athena.execution;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Set;

/** The presets that come with Athena. */
final class BuiltInPresets {
  static final List<Preset> ALL =
      List.of(
          preset(
              "conservative",
              "For code that nobody looked at: reads the memory, changes nothing, no network.",
              """
              {"memory": "read",
               "limits": {"timeout_seconds": 10, "cpu_seconds": 5, "memory_mb": 128,
                 "file_size_mb": 16, "workspace_mb": 32, "output_mb": 2, "api_calls": 1000,
                 "api_mb": 16},
               "refuse": ["subprocess", "socket", "native_code", "secret_file"]}\
              """),
          preset(
              Presets.DEFAULT,
              "For everyday work: all of the memory, and http.fetch to allowed hosts.",
              """
              {"limits": {"timeout_seconds": 300, "cpu_seconds": 60}}\
              """),
          preset(
              "permissive",
              "For tools that need processes and the network themselves: allowed hosts by proxy.",
              """
              {"backend": "srt",
               "limits": {"timeout_seconds": 600, "cpu_seconds": 300, "memory_mb": 1024,
                 "processes": 32, "file_size_mb": 256, "open_files": 256, "workspace_mb": 256},
               "network": {"methods": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
                 "response_kb": 16384, "request_kb": 1024}}\
              """));

  /** Those that reach whatever hosts the installation allows. */
  static final Set<String> REACHING = Set.of(Presets.DEFAULT, "permissive");

  private BuiltInPresets() {}

  private static Preset preset(String name, String description, String options) {
    return new Preset(
        name, description, SandboxConfig.of(JsonObject.EMPTY).with(JsonCodec.readObject(options)));
  }
}
