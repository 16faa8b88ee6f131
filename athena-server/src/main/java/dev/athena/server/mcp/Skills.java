package dev.athena.server.mcp;

import java.util.List;
import java.util.Optional;

/** The skills a server offers; their files are read through {@link Resources}. */
public interface Skills {
  /** Returns the skills to show this client, in an order that does not change by itself. */
  List<Skill> list(Exchange exchange);

  /** Returns the skill whose {@code SKILL.md} is at {@code uri}. */
  Optional<Skill> get(String uri, Exchange exchange);
}
