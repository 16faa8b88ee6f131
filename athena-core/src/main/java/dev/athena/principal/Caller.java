package dev.athena.principal;

import java.util.Set;

/** A principal at work in one namespace, with the grants it holds there. */
public record Caller(Principal principal, Namespace namespace, Set<Grant> grants) {
  public Caller {
    grants = Set.copyOf(grants);
  }

  /** Returns the person at this machine, who may do everything in {@code namespace}. */
  public static Caller local(Namespace namespace) {
    return new Caller(Principal.LOCAL, namespace, Set.of(Grant.values()));
  }

  /** Returns whether this caller holds {@code grant}. */
  public boolean may(Grant grant) {
    return grants.contains(grant);
  }

  /** Returns the same caller in another project of its tenant. */
  public Caller in(String project) {
    return new Caller(principal, new Namespace(namespace.tenant(), project), grants);
  }
}
