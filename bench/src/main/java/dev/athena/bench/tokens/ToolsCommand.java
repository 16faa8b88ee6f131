package dev.athena.bench.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.athena.app.SystemSources;
import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.server.mcp.CacheHint;
import dev.athena.server.mcp.Environment;
import dev.athena.server.stdio.StdioTransport;
import dev.athena.server.tools.Callers;
import dev.athena.server.tools.MemoryServer;
import dev.athena.server.tools.Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what the list of tools costs in each profile. */
@Command(
    name = "tools",
    description = {
      "Counts the tokens of tools/list in each profile, as the server answers it over stdio, with",
      "the tokenizer o200k_base."
    },
    mixinStandardHelpOptions = true)
public final class ToolsCommand implements Callable<Integer> {
  /** What the list may cost in the profile that is listed unless told otherwise. */
  private static final int STANDARD_TOKENS_MAX = 2_500;

  private static final String REQUEST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}\n";

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Encoding tokenizer = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    JsonObject.Builder figures = JsonObject.builder();
    boolean withinBudget = true;
    try (BenchHome home = BenchHome.create();
        Engine engine = home.openEngine()) {
      for (Profile profile : Profile.values()) {
        Json tools = tools(engine, profile);
        int tokens = tokenizer.countTokens(JsonCodec.write(tools));
        int count = tools instanceof JsonArray array ? array.size() : 0;
        figures.put(
            profile.wireName(),
            JsonObject.builder().put("tools", count).put("tokens", tokens).build());
        withinBudget &= profile != Profile.STANDARD || tokens <= STANDARD_TOKENS_MAX;
        if (!json) {
          System.out.printf(
              Locale.ROOT, "%-10s %3d tools %6d tokens%n", profile.wireName(), count, tokens);
        }
      }
    }
    if (json) {
      System.out.println(JsonCodec.writePretty(figures.build()));
    }
    return withinBudget ? 0 : 1;
  }

  private static Json tools(Engine engine, Profile profile) throws IOException {
    Caller caller = Caller.local(Namespace.ofProject(Namespace.DEFAULT_PROJECT));
    Environment environment =
        new Environment(
            SystemSources.clock(),
            new SecureRandom(),
            (_, _) -> {},
            new CacheHint(60_000, CacheHint.Scope.PRIVATE));
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    StdioTransport.serve(
        MemoryServer.create(
            engine.operations(),
            new MemoryServer.Serving(Callers.always(caller), profile),
            "bench",
            environment),
        new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)),
        answers);
    return JsonCodec.readObject(answers.toString(StandardCharsets.UTF_8))
        .object("result")
        .flatMap(result -> result.find("tools"))
        .orElseThrow(() -> new IOException("the server listed no tools: " + answers));
  }
}
