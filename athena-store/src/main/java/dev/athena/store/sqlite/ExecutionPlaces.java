package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.Violation;
import dev.athena.json.WireName;
import dev.athena.principal.Namespace;
import org.jspecify.annotations.Nullable;

/** Where what is sealed of one execution stands. */
record ExecutionPlaces(Namespace namespace, ExecutionId id) {
  /** What is not sealed when an execution starts; its configuration is bound to it. */
  record Start(
      String principal,
      String owner,
      String language,
      String preset,
      long startedAt,
      boolean hasSession) {}

  /** What is not sealed when it ends; what it took is bound to it. */
  record End(
      long endedAt,
      String status,
      boolean interrupted,
      int violations,
      @Nullable Integer worst,
      @Nullable Integer kinds,
      boolean hasError) {}

  Place config(Start start) {
    String row =
        Binding.of(
            id.value(),
            namespace.project(),
            start.principal(),
            start.owner(),
            start.language(),
            start.preset(),
            start.startedAt(),
            start.hasSession());
    return new Place(namespace.tenant(), "execution", row, "config");
  }

  Place took(End end) {
    String row =
        Binding.of(
            id.value(),
            namespace.project(),
            end.endedAt(),
            end.status(),
            end.interrupted(),
            end.violations(),
            end.worst(),
            end.kinds(),
            end.hasError());
    return new Place(namespace.tenant(), "execution", row, "took");
  }

  Place session() {
    return column("session");
  }

  Place sourceHash() {
    return column("source_hash");
  }

  Place source() {
    return column("source");
  }

  Place error() {
    return column("error");
  }

  private Place column(String column) {
    String row = Binding.of(id.value(), namespace.project());
    return new Place(namespace.tenant(), "execution", row, column);
  }

  /** Returns where the action of the {@code n}-th violation stands, bound to all but its target. */
  Place action(int n, Violation violation) {
    String row =
        Binding.of(
            id.value(),
            namespace.project(),
            n,
            WireName.of(violation.kind()),
            ExecutionCodes.level(violation.severity()),
            WireName.of(violation.witness()),
            violation.at().toEpochMilli());
    return new Place(namespace.tenant(), "violation", row, "action");
  }

  Place target(int n) {
    String row = Binding.of(id.value(), namespace.project(), n);
    return new Place(namespace.tenant(), "violation", row, "target");
  }
}
