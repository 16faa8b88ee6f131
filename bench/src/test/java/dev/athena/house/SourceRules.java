package dev.athena.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the style guide says of sources, read by the JDK's own parser. */
final class SourceRules extends TreeScanner<@Nullable Void, @Nullable Void> {
  static final int FILE_LINES_MAX = 500;
  static final int METHOD_LINES_MAX = 70;
  static final int PARAMETERS_MAX = 4;

  /** The interfaces whose methods are operations: they have the parameters that agents send. */
  private static final Pattern OPERATIONS =
      Pattern.compile(".*dev/athena/operation/[A-Za-z]+Api\\.java");

  private final String file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<String> violations;

  private SourceRules(
      CompilationUnitTree unit, SourcePositions positions, List<String> violations) {
    this.file = unit.getSourceFile().getName();
    this.unit = unit;
    this.positions = positions;
    this.violations = violations;
  }

  /** Returns a sentence for each place in {@code sources} that breaks a rule. */
  static List<String> violations(List<Path> sources) throws IOException {
    List<String> violations = new ArrayList<>();
    if (sources.isEmpty()) {
      return violations;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  _ -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        SourceRules rules = new SourceRules(unit, positions, violations);
        rules.measureFile();
        rules.scan(unit, null);
      }
    }
    return violations;
  }

  private void measureFile() {
    long lines = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, unit));
    if (lines > FILE_LINES_MAX) {
      add("the file has %d lines, at most %d".formatted(lines, FILE_LINES_MAX));
    }
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    LineMap lines = unit.getLineMap();
    long first = lines.getLineNumber(positions.getStartPosition(unit, method));
    long last = lines.getLineNumber(positions.getEndPosition(unit, method));
    if (last - first >= METHOD_LINES_MAX) {
      add(
          "%s has %d lines, at most %d"
              .formatted(method.getName(), last - first + 1, METHOD_LINES_MAX));
    }
    if (method.getParameters().size() > PARAMETERS_MAX && choosesItsParameters(method)) {
      add(
          "%s has %d parameters, at most %d; make them a record"
              .formatted(method.getName(), method.getParameters().size(), PARAMETERS_MAX));
    }
    return super.visitMethod(method, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
    refuseBackend(identifier, identifier.getName().toString());
    return super.visitIdentifier(identifier, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void unused) {
    refuseBackend(member, member.getIdentifier().toString());
    return super.visitMemberSelect(member, null);
  }

  /** An overriding method takes what the method it overrides takes, and that one is measured. */
  private boolean choosesItsParameters(MethodTree method) {
    boolean constructor = method.getReturnType() == null;
    boolean overrides =
        method.getModifiers().getAnnotations().stream()
            .map(AnnotationTree::getAnnotationType)
            .anyMatch(type -> type.toString().equals("Override"));
    return !constructor && !overrides && !OPERATIONS.matcher(file.replace('\\', '/')).matches();
  }

  /** A difference between backends is a method of an interface, so the core names none of them. */
  private void refuseBackend(Tree at, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean backend = lower.contains("postgres") || lower.contains("sqlite");
    if (backend && file.replace('\\', '/').contains("athena-core/")) {
      long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, at));
      add("line %d names a backend: %s".formatted(line, name));
    }
  }

  private void add(String problem) {
    violations.add(file + ": " + problem);
  }
}
