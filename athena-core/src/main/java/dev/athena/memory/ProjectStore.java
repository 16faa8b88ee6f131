package dev.athena.memory;

import dev.athena.storage.Store;
import java.util.List;

/** Which projects hold memories. */
public interface ProjectStore extends Store {
  /** Returns the tenants that have any memory, by name. */
  List<String> tenants();

  /** Returns the projects of {@code tenant} that hold any memory, by name. */
  List<String> projects(String tenant);
}
