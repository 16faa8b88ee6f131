package dev.athena.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parser of its language says of a program before it runs. */
public record CodeReport(@Nullable SyntaxFault syntaxFault, List<Finding> findings) {
  public CodeReport {
    findings = List.copyOf(findings);
  }

  /** Where the source is not of its language; line and column count from 1. */
  public record SyntaxFault(int line, int column, String message) {}
}
