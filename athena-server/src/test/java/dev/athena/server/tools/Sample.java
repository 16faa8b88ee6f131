package dev.athena.server.tools;

import dev.athena.error.InvalidArgument;
import dev.athena.error.RateLimited;
import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.operation.Answers.Receipt;
import dev.athena.operation.Category;
import dev.athena.operation.DiscoveryApi;
import dev.athena.operation.Effect;
import dev.athena.operation.Operation;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.RegistryDiscovery;
import dev.athena.operation.TimeRange;
import dev.athena.operation.ToolAnswers.ToolMemories;
import dev.athena.operation.ToolAnswers.ToolMemory;
import dev.athena.operation.ToolApi;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations without a memory behind them: what they answer with says who called, and how. */
public final class Sample {
  static final Caller CALLER = Caller.local(Namespace.ofProject("home"));

  private Sample() {}

  static Operations operations() {
    Operations operations =
        new Operations(RateLimits.DEFAULT, () -> Instant.EPOCH, (_, _, _, _) -> {}, Screen.OPEN);
    operations.register(ToolApi.class, EchoTools::new);
    operations.register(SampleApi.class, EchoSample::new);
    RegistryDiscovery discovery = new RegistryDiscovery(operations.registry());
    operations.register(DiscoveryApi.class, _ -> discovery);
    return operations;
  }

  /** Operations that are not in the table of tools. */
  @Category(name = "sample", summary = "For tests.")
  public interface SampleApi {
    @Operation(
        category = "sample",
        grant = Grant.FORGET,
        effect = Effect.REMOVES,
        summary = "Lists words.",
        details = "In order.",
        returns = "The words.",
        example = "{}")
    List<String> words(@Doc(value = "How many.", ifAbsent = "2") int count);

    @Operation(
        category = "sample",
        grant = Grant.READ,
        effect = Effect.CHANGES,
        summary = "Is an operation with the name of a tool.",
        details = "It says so.",
        returns = "A word.",
        example = "{}")
    String recall();

    @Operation(
        category = "sample",
        grant = Grant.READ,
        effect = Effect.READS,
        summary = "Fails.",
        details = "Always.",
        returns = "Nothing.",
        example = "{}")
    JsonObject fail(@Doc("How.") String how);
  }

  private record EchoSample(Caller caller) implements SampleApi {
    @Override
    public List<String> words(int count) {
      return List.of("one", "two", "three").subList(0, count);
    }

    @Override
    public String recall() {
      return "the operation";
    }

    @Override
    public JsonObject fail(String how) {
      switch (how) {
        case "limit" -> throw new RateLimited("fail", 250);
        case "bug" -> throw new IllegalStateException("a secret path");
        default -> throw new InvalidArgument("how is " + how, "say limit or bug");
      }
    }
  }

  private record EchoTools(Caller caller) implements ToolApi {
    @Override
    public Receipt remember(
        String content, MemoryKind kind, @Nullable String eventType, JsonObject metadata) {
      return new Receipt(kind, new MemoryId("mem_1"), false, null, null);
    }

    @Override
    public ToolMemories recall(
        String query, int limit, @Nullable List<MemoryKind> kinds, @Nullable TimeRange timeRange) {
      String content = caller.namespace().project() + ": " + query;
      return new ToolMemories(
          List.of(
              new ToolMemory(
                  MemoryKind.SEMANTIC,
                  new MemoryId("mem_1"),
                  null,
                  content,
                  null,
                  0.5,
                  Instant.EPOCH,
                  null,
                  null,
                  null,
                  1.0)));
    }
  }
}
