package dev.athena.operation;

import dev.athena.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences of the documentation that no operation brings with it. */
final class DocWords {
  static final String TITLE = "Athena API";

  static final String INTRODUCTION =
      "What the memory can do, by category. In code, call an operation as CATEGORY.NAME(...) after"
          + " `from athena import CATEGORY`; with discover_apis and get_api_docs you find your way"
          + " from inside.";

  private DocWords() {}

  /** Returns the ways in which an operation can fail. */
  static List<ErrorCode> failures(OperationSpec spec) {
    List<ErrorCode> failures = new ArrayList<>();
    failures.add(ErrorCode.INVALID_ARGUMENT);
    failures.addAll(spec.failures());
    failures.add(ErrorCode.PERMISSION_DENIED);
    failures.add(ErrorCode.RATE_LIMITED);
    failures.add(ErrorCode.INTERNAL);
    return failures;
  }

  static String meaning(ErrorCode code) {
    return switch (code) {
      case INVALID_ARGUMENT -> "An argument is missing, unknown or past a limit.";
      case NOT_FOUND -> "What an id, a name or a path stands for is not there.";
      case PROCEDURE_NOT_FOUND -> "No procedure has that name or version.";
      case QUERY_ERROR -> "The query cannot be understood.";
      case CONFLICT -> "It changed meanwhile, or equals another.";
      case PERMISSION_DENIED -> "The caller lacks the grant.";
      case RATE_LIMITED -> "Too many calls; try again after retry_after_ms.";
      case TIMEOUT -> "The time allowed ran out.";
      case SANDBOX_UNAVAILABLE -> "No sandbox can be had on this machine.";
      case CODE_REJECTED -> "The policy refuses this code.";
      case QUOTA_EXCEEDED -> "A quota is used up.";
      case INTERNAL -> "Athena is at fault; the log says more.";
    };
  }

  static String effect(Effect effect) {
    return switch (effect) {
      case READS -> "It only reads.";
      case ADDS -> "It adds; the same call again changes nothing more.";
      case CHANGES -> "It changes what is there.";
      case REMOVES -> "It removes for good.";
      case RUNS -> "It runs code, which does whatever its caller may.";
    };
  }

  static String needs(OperationSpec spec) {
    return "Needs the grant %s. %s".formatted(spec.grant().wireName(), effect(spec.effect()));
  }

  /** Returns the example as Python, where Python can call the operation. */
  static Optional<String> python(OperationSpec spec) {
    return ProgramFiles.mayBeUsed(spec) ? Optional.of(PythonStubs.example(spec)) : Optional.empty();
  }

  /** Returns what stands for a value that is left out: its default, or whether it must be given. */
  static String absent(DocField parameter) {
    if (parameter.ifAbsent() != null) {
      return PythonText.of(parameter.ifAbsent());
    }
    return parameter.optional() ? "none" : "required";
  }

  static String capitalised(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
