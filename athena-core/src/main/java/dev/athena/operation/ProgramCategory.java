package dev.athena.operation;

import java.util.List;

/** The operations of one category that programs may use; never none. */
record ProgramCategory(String name, String summary, List<OperationSpec> operations) {
  ProgramCategory {
    operations = List.copyOf(operations);
  }

  /** Returns the names of the operations as they stand below the category. */
  List<String> names() {
    return operations.stream().map(OperationSpec::shortName).toList();
  }
}
