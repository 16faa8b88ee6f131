package dev.athena.execution;

import dev.athena.json.Doc;

/** How much a program may take; what is past a limit ends it. */
public record SandboxLimits(
    @Doc(value = "How long it may run, 0.1 to 600 seconds.", ifAbsent = "30") double timeoutSeconds,
    @Doc(value = "How much processor time it may take, 1 to 600 seconds.", ifAbsent = "20")
        int cpuSeconds,
    @Doc(value = "How much memory it may have, 64 to 4096 MiB.", ifAbsent = "256") int memoryMb,
    @Doc(value = "How many processes it may start, 0 to 64; 0 for none.", ifAbsent = "0")
        int processes,
    @Doc(value = "How large a file it may write, 1 to 1024 MiB.", ifAbsent = "64") int fileSizeMb,
    @Doc(value = "How many files it may have open, 32 to 1024.", ifAbsent = "64") int openFiles,
    @Doc(value = "How much fits its working folder, 1 to 1024 MiB.", ifAbsent = "64")
        int workspaceMb,
    @Doc(
            value =
                "How much of its result, output and error output comes back each, 1 to 1024 KiB.",
            ifAbsent = "32")
        int outputKb,
    @Doc(value = "How much it may write to its output, 1 to 256 MiB.", ifAbsent = "10")
        int outputMb,
    @Doc(value = "How often it may call an operation, 0 to 100000.", ifAbsent = "10000")
        int apiCalls,
    @Doc(value = "How much may go through its calls both ways, 1 to 1024 MiB.", ifAbsent = "64")
        int apiMb) {
  public SandboxLimits {
    ConfigRange.check("limits.timeout_seconds", timeoutSeconds, 0.1, 600);
    ConfigRange.check("limits.cpu_seconds", cpuSeconds, 1, 600);
    ConfigRange.check("limits.memory_mb", memoryMb, 64, 4_096);
    ConfigRange.check("limits.processes", processes, 0, 64);
    ConfigRange.check("limits.file_size_mb", fileSizeMb, 1, 1_024);
    ConfigRange.check("limits.open_files", openFiles, 32, 1_024);
    ConfigRange.check("limits.workspace_mb", workspaceMb, 1, 1_024);
    ConfigRange.check("limits.output_kb", outputKb, 1, 1_024);
    ConfigRange.check("limits.output_mb", outputMb, 1, 256);
    ConfigRange.check("limits.api_calls", apiCalls, 0, 100_000);
    ConfigRange.check("limits.api_mb", apiMb, 1, 1_024);
  }

  /** Returns the same with another time limit. */
  SandboxLimits lasting(double seconds) {
    return new SandboxLimits(
        seconds,
        cpuSeconds,
        memoryMb,
        processes,
        fileSizeMb,
        openFiles,
        workspaceMb,
        outputKb,
        outputMb,
        apiCalls,
        apiMb);
  }
}
