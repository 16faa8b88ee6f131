package dev.athena.app.memory;

import dev.athena.app.context.ShellContext;
import dev.athena.json.WireName;
import dev.athena.operation.AllOperations;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.Operation;
import dev.athena.operation.OperationSpec;
import dev.athena.operation.ParameterSpec;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes a command of each operation: {@code recall_semantic} is {@code recall semantic}. */
public final class OperationCommands {
  /** The operations whose names are two words, the first of them a command. */
  public static final List<String> NAMES =
      Arrays.stream(MemoryApi.class.getMethods())
          .filter(method -> method.isAnnotationPresent(Operation.class))
          .map(method -> WireName.of(method.getName()))
          .filter(name -> name.matches("(remember|recall)_[a-z]+"))
          .sorted()
          .toList();

  /** Optional parameters that are typed without the name of an option. */
  private static final List<String> PLAIN = List.of("query", "content");

  private OperationCommands() {}

  /** Returns the command of the operation called {@code name}. */
  public static CommandSpec of(ShellContext context, String name) {
    OperationSpec operation = AllOperations.registry().get(name);
    return of(context, operation, operation.summary());
  }

  /** Returns the same command, described by {@code purpose}. */
  public static CommandSpec of(ShellContext context, String name, String purpose) {
    return of(context, AllOperations.registry().get(name), purpose);
  }

  private static CommandSpec of(ShellContext context, OperationSpec operation, String purpose) {
    CommandSpec made = new OperationCommand(context, operation).spec();
    List<ParameterSpec> plain =
        operation.parameters().stream().filter(OperationCommands::isPlain).toList();
    for (int i = 0; i < plain.size(); i++) {
      made.addPositional(positional(plain.get(i), i, i == plain.size() - 1));
    }
    operation.parameters().stream()
        .filter(parameter -> !isPlain(parameter))
        .forEach(parameter -> made.addOption(option(parameter)));
    made.addOption(
        OptionSpec.builder("--json").type(boolean.class).description("Print JSON.").build());
    made.mixinStandardHelpOptions(true);
    made.usageMessage().description(purpose, "", operation.details());
    return made;
  }

  static boolean isPlain(ParameterSpec parameter) {
    return PLAIN.contains(parameter.name())
        || (!parameter.optional() && !Typed.isList(parameter.schema()));
  }

  static String optionName(ParameterSpec parameter) {
    return "--" + parameter.name().replace('_', '-');
  }

  private static PositionalParamSpec positional(ParameterSpec parameter, int index, boolean last) {
    String arity = parameter.optional() ? "0" : "1";
    boolean rest = last && parameter.type() == String.class;
    return PositionalParamSpec.builder()
        .index(rest ? index + "..*" : String.valueOf(index))
        .arity(rest ? arity + "..*" : arity)
        .paramLabel("<" + parameter.name() + ">")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(parameter.doc())
        .build();
  }

  private static OptionSpec option(ParameterSpec parameter) {
    OptionSpec.Builder option =
        OptionSpec.builder(optionName(parameter)).description(described(parameter));
    if (Typed.isSwitch(parameter.schema())) {
      return option.type(boolean.class).build();
    }
    return option
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel("<" + parameter.name() + ">")
        .required(!parameter.optional())
        .build();
  }

  private static String described(ParameterSpec parameter) {
    return parameter.doc().replace("%", "%%");
  }
}
