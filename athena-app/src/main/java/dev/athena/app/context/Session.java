package dev.athena.app.context;

import dev.athena.app.engine.Engine;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.CallContext;
import dev.athena.operation.Follower;
import dev.athena.principal.Caller;

/** Athena opened for one command and its caller; closing it closes Athena. */
public record Session(Engine engine, Caller caller) implements AutoCloseable {
  /** Opens Athena for the person at this machine in the present project. */
  public static Session open(ShellContext context) {
    Caller caller = context.caller();
    return new Session(context.openEngine(), caller);
  }

  /**
   * Calls an operation by its wire name.
   *
   * @throws WrongUse if the operation refuses the arguments, which are those of the command line
   */
  public Json call(String operation, JsonObject arguments) {
    return call(operation, arguments, Follower.NOBODY);
  }

  /** The same for a call that {@code follower} wants to hear of while it goes on. */
  public Json call(String operation, JsonObject arguments, Follower follower) {
    CallContext call = new CallContext(caller, follower, null);
    return WrongUse.ifRefused(() -> engine.operations().call(call, operation, arguments));
  }

  @Override
  public void close() {
    engine.close();
  }
}
