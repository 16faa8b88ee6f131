package dev.athena.operation;

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
  }
}
