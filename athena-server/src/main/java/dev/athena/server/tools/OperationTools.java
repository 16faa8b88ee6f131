package dev.athena.server.tools;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.CallContext;
import dev.athena.operation.Effect;
import dev.athena.operation.OperationRegistry;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.Operations;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Tool;
import dev.athena.server.mcp.ToolAnnotations;
import dev.athena.server.mcp.ToolAnswer;
import dev.athena.server.mcp.ToolCall;
import dev.athena.server.mcp.ToolResult;
import dev.athena.server.mcp.Tools;
import java.util.List;
import java.util.Optional;

/**
 * The operations as tools.
 *
 * <p>A tool of the table goes by its name there. Every operation can be called besides, by its name
 * or, where a tool has that name, as {@code category.name}.
 */
final class OperationTools implements Tools {
  private static final String RUN = "execute_code";

  private final Operations operations;
  private final Callers callers;
  private final Profile profile;

  OperationTools(Operations operations, Callers callers, Profile profile) {
    this.operations = operations;
    this.callers = callers;
    this.profile = profile;
  }

  @Override
  public List<Tool> list(Exchange exchange) {
    return ToolTable.of(profile).stream()
        .filter(line -> registry().find(line.operation()).isPresent())
        .map(this::tool)
        .toList();
  }

  @Override
  public boolean knows(String name) {
    return find(name).isPresent();
  }

  @Override
  public ToolAnswer call(ToolCall call, Exchange exchange) {
    OperationSpec spec = find(call.name()).orElseGet(() -> registry().get(call.name()));
    CallContext context =
        new CallContext(callers.of(exchange), new ExchangeFollower(exchange), null);
    Json answer = operations.call(context, spec.name(), call.arguments());
    return ToolResult.structured(ToolSchemas.structured(spec, answer));
  }

  private Optional<OperationSpec> find(String name) {
    String operation = ToolTable.find(name).map(ToolTable.Line::operation).orElse(name);
    return registry().find(operation).or(() -> byCategory(name));
  }

  private Optional<OperationSpec> byCategory(String name) {
    String path = "/" + name.replace('.', '/');
    return registry().list(null, null).stream()
        .filter(spec -> spec.path().equals(path))
        .findFirst();
  }

  private Tool tool(ToolTable.Line line) {
    OperationSpec spec = registry().get(line.operation());
    return new Tool(
        line.tool(),
        line.title(),
        description(spec),
        ToolSchemas.input(spec),
        ToolSchemas.output(spec),
        annotations(spec.effect()),
        JsonObject.EMPTY);
  }

  private String description(OperationSpec spec) {
    return spec.name().equals(RUN)
        ? ProgramGuide.after(spec.summary(), registry())
        : spec.summary();
  }

  private OperationRegistry registry() {
    return operations.registry();
  }

  /** Only code reaches beyond the memory. */
  private static ToolAnnotations annotations(Effect effect) {
    return switch (effect) {
      case READS -> new ToolAnnotations(true, false, true, false);
      case ADDS -> new ToolAnnotations(false, false, true, false);
      case CHANGES -> new ToolAnnotations(false, true, false, false);
      case REMOVES -> new ToolAnnotations(false, true, true, false);
      case RUNS -> new ToolAnnotations(false, true, false, true);
    };
  }
}
