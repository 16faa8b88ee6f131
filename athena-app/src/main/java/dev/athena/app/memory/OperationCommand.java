package dev.athena.app.memory;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.ParameterSpec;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Calls one operation with what was typed. */
final class OperationCommand implements Callable<Integer> {
  private final ShellContext context;
  private final OperationSpec operation;
  private final CommandSpec spec;

  OperationCommand(ShellContext context, OperationSpec operation) {
    this.context = context;
    this.operation = operation;
    this.spec = CommandSpec.wrapWithoutInspection(this);
  }

  CommandSpec spec() {
    return spec;
  }

  @Override
  public Integer call() {
    boolean json = Boolean.TRUE.equals(spec.findOption("--json").getValue());
    try (Session session = Session.open(context)) {
      Json answer = session.call(operation.name(), arguments());
      new AnswerView(context, session).show(operation.name(), answer, json);
    }
    return ExitCode.DONE;
  }

  private JsonObject arguments() {
    JsonObject.Builder arguments = JsonObject.builder();
    int plain = 0;
    for (ParameterSpec parameter : operation.parameters()) {
      boolean isPlain = OperationCommands.isPlain(parameter);
      ArgSpec typed =
          isPlain
              ? spec.positionalParameters().get(plain++)
              : spec.findOption(OperationCommands.optionName(parameter));
      Json value = value(parameter, typed);
      if (value != null) {
        arguments.put(parameter.name(), value);
      }
    }
    return arguments.build();
  }

  private static @Nullable Json value(ParameterSpec parameter, ArgSpec typed) {
    Object value = typed.getValue();
    if (value instanceof Boolean flag) {
      return flag ? Json.of(true) : null;
    }
    if (value instanceof List<?> words && !words.isEmpty()) {
      String name = typed.isOption() ? OperationCommands.optionName(parameter) : typed.paramLabel();
      return Typed.json(name, parameter.schema(), words.stream().map(String::valueOf).toList());
    }
    return null;
  }
}
