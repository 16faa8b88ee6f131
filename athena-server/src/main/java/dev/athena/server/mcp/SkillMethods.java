package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** The methods of the skills extension. */
final class SkillMethods {
  static final String EXTENSION = "io.modelcontextprotocol/skills";

  private final Skills skills;

  SkillMethods(Skills skills) {
    this.skills = skills;
  }

  Result list(RequestExchange exchange) {
    return Result.cacheable(
        Page.of("skills", skills.list(exchange), exchange.params(), Skill::toJson));
  }

  Result get(RequestExchange exchange) {
    String uri = Params.text(exchange.params(), "uri");
    Skill skill =
        skills
            .get(uri, exchange)
            .orElseThrow(() ->
                ProtocolError.invalidParams(
                    "there is no such skill", JsonObject.builder().put("uri", uri).build()));
    return Result.cacheable(JsonObject.builder().put("skill", skill.toJson()).build());
  }
}
