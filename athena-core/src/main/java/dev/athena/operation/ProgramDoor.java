package dev.athena.operation;

import dev.athena.execution.MemoryAccess;
import dev.athena.execution.ProgramCalls;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Grant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of programs: the one of all callers, with less right than whoever runs the program. */
final class ProgramDoor implements ProgramCalls {
  private final Operations operations;
  private final Caller outer;
  private final CallContext context;

  private ProgramDoor(Operations operations, Caller outer, CallContext context) {
    this.operations = operations;
    this.outer = outer;
    this.context = context;
  }

  /**
   * Returns the door of a program.
   *
   * @param outer the call that runs it
   */
  static ProgramDoor of(
      Operations operations, CallContext outer, MemoryAccess memory, ProgramScope scope) {
    Caller caller = outer.caller();
    Caller narrowed =
        new Caller(caller.principal(), caller.namespace(), narrowed(caller.grants(), memory));
    return new ProgramDoor(operations, caller, new CallContext(narrowed, outer.follower(), scope));
  }

  @Override
  public Json call(String operation, JsonObject arguments) {
    OperationSpec spec = operations.registry().get(operation);
    if (outer.may(spec.grant()) && !context.caller().may(spec.grant())) {
      throw new NotInThisSandbox(spec);
    }
    return operations.call(context, operation, arguments);
  }

  @Override
  public void progress(double done, @Nullable Double total, @Nullable String message) {
    String told = message == null ? null : operations.screened(outer, message);
    context.follower().progress(done, total, told);
  }

  @Override
  public void onCancel(Runnable action) {
    context.follower().onCancel(action);
  }

  /**
   * A program never runs another one, nor sees what is private, however many rights its caller has.
   */
  private static Set<Grant> narrowed(Set<Grant> grants, MemoryAccess memory) {
    Set<Grant> left = EnumSet.noneOf(Grant.class);
    left.addAll(grants);
    left.removeIf(grant -> !grant.isForPrograms());
    switch (memory) {
      case NONE -> left.removeAll(Set.of(Grant.READ, Grant.WRITE, Grant.FORGET));
      case READ -> left.removeAll(Set.of(Grant.WRITE, Grant.FORGET));
      case FULL -> {}
    }
    return left;
  }
}
