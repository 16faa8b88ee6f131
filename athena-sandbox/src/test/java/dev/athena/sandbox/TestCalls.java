package dev.athena.sandbox;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.ProgramCalls;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Echoes what it is called with, refuses what is called refuse, and keeps what it was told. */
final class TestCalls implements ProgramCalls {
  final List<String> called = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final List<Runnable> cancels = new ArrayList<>();

  @Override
  public synchronized Json call(String operation, JsonObject arguments) {
    called.add(operation);
    if (operation.equals("refuse")) {
      throw new InvalidArgument("limit is 0", "send 1 to 100");
    }
    return JsonObject.builder().put("operation", operation).put("arguments", arguments).build();
  }

  @Override
  public synchronized void progress(double done, @Nullable Double total, @Nullable String message) {
    told.add(done + " of " + total + ": " + message);
  }

  @Override
  public synchronized void onCancel(Runnable action) {
    cancels.add(action);
  }
}
