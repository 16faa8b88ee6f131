package dev.athena.privacy;

import dev.athena.storage.Store;
import java.util.List;

/** The permissions that were given, as one transaction sees them. */
public interface RevealPermissions extends Store {
  /** Adds a permission. */
  void add(RevealPermission permission);

  /** Takes a permission away; returns whether it was there. */
  boolean remove(String tenant, String id);

  /** Returns the permissions of a tenant, the expired ones among them, the oldest first. */
  List<RevealPermission> all(String tenant);
}
