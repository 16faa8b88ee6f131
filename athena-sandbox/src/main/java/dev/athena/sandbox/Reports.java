package dev.athena.sandbox;

import dev.athena.error.InvalidArgument;
import dev.athena.execution.CodeReport;
import dev.athena.execution.CodeReport.SyntaxFault;
import dev.athena.execution.Finding;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.sandbox.Frames.Forged;
import java.util.ArrayList;
import java.util.List;

/** Reads what a runner found in a program. */
final class Reports {
  /** The most findings. */
  static final int FINDINGS_MAX = 100;

  private Reports() {}

  static CodeReport read(JsonObject body) throws Forged {
    try {
      Json fault = body.find("syntax_error").orElse(Json.Null.VALUE);
      if (fault instanceof JsonObject object) {
        Object read = JsonBinder.BASIC.read(object, SyntaxFault.class, "syntax_error");
        return new CodeReport((SyntaxFault) read, List.of());
      }
      List<Finding> findings = new ArrayList<>();
      for (Json one : body.array("findings").map(JsonArray::values).orElse(List.of())) {
        if (findings.size() < FINDINGS_MAX) {
          findings.add((Finding) JsonBinder.BASIC.read(one, Finding.class, "finding"));
        }
      }
      return new CodeReport(null, findings);
    } catch (InvalidArgument e) {
      throw new Forged("the report of the check cannot be read", e);
    }
  }
}
