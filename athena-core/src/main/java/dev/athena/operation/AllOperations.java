package dev.athena.operation;

import dev.athena.execution.Border;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.Fetches;
import dev.athena.execution.Violations;
import dev.athena.json.JsonBinder;
import dev.athena.privacy.Privacy;

/** Every operation that Athena has: the one list of their interfaces. */
public final class AllOperations {
  private AllOperations() {}

  /** Returns the registry of all operations, for what is derived from it without calling any. */
  public static OperationRegistry registry() {
    OperationRegistry registry = new OperationRegistry();
    registry.register(MemoryApi.class);
    registry.register(DiscoveryApi.class);
    registry.register(ToolApi.class);
    registry.register(CodeApi.class);
    registry.register(HttpApi.class);
    registry.register(PrivacyApi.class);
    return registry;
  }

  /** Adds the operations that need nothing but the memory, carried out with {@code services}. */
  public static void register(Operations operations, Services services) {
    OperationRegistry registry = operations.registry();
    operations.register(
        MemoryApi.class,
        caller -> new MemoryOperations(services, registry.binder(), caller.namespace()));
    operations.register(
        ToolApi.class,
        caller -> new ToolOperations(services, registry.binder(), caller.namespace()));
    RegistryDiscovery discovery = new RegistryDiscovery(registry);
    operations.register(DiscoveryApi.class, _ -> discovery);
  }

  /** Adds all operations, those on code among them. */
  public static void register(Operations operations, Services services, CodeServices code) {
    register(operations, services);
    operations.registerInContext(
        CodeApi.class, context -> new CodeOperations(code, operations, context));
    operations.registerInContext(HttpApi.class, context -> http(code, context));
  }

  /** Adds the operations on what is private. */
  public static void register(Operations operations, Services services, Privacy privacy) {
    JsonBinder binder = operations.registry().binder();
    operations.registerInContext(
        PrivacyApi.class, context -> new PrivacyOperations(services, binder, privacy, context));
  }

  private static HttpApi http(CodeServices code, CallContext context) {
    ProgramScope program = context.program();
    if (program == null) {
      throw new OnlyForPrograms("http.fetch");
    }
    CodeServices.Fetching fetching = code.fetching();
    Border border =
        new Border(
            fetching.bridge(), fetching.screen(), context.caller(), program.execution().value());
    return new HttpOperations(
        new Fetches(
            program.network(),
            new Fetches.World(
                fetching.fetcher(),
                event -> tell(fetching, program, event),
                border,
                code.clock())));
  }

  private static void tell(CodeServices.Fetching fetching, ProgramScope program, FetchEvent event) {
    fetching.log().accept(program.execution(), event);
    if (event.verdict() == FetchEvent.Verdict.REFUSED) {
      program.refused().accept(Violations.refusedFetch(event.host(), event.bytesUp(), event.at()));
    }
  }
}
