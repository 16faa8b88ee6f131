package dev.athena.app;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.VersionText;
import dev.athena.app.doctor.Check;
import dev.athena.app.doctor.Finding;
import dev.athena.app.terminal.Style;
import dev.athena.app.terminal.Terminal;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code athena doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = {
      "Say what is there, what is missing and how to get it.",
      "",
      "Changes nothing. Fails if something is missing that Athena cannot work without."
    })
final class DoctorCommand implements Callable<Integer> {
  private final ShellContext context;
  private final Supplier<List<Check>> checks;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DoctorCommand(ShellContext context, Supplier<List<Check>> checks) {
    this.context = context;
    this.checks = checks;
    this.json = false;
  }

  @Override
  public Integer call() {
    Map<Check, Finding> findings = new LinkedHashMap<>();
    checks.get().forEach(check -> findings.put(check, check.look()));
    if (json) {
      context.terminal().line(JsonCodec.writePretty(asJson(findings)));
    } else {
      findings.forEach((check, finding) -> show(check.subject(), finding));
    }
    boolean missing =
        findings.values().stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
    return missing ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void show(String subject, Finding finding) {
    Terminal terminal = context.terminal();
    String mark =
        switch (finding.state()) {
          case GOOD -> terminal.styled(Style.GOOD, "ok     ");
          case POOR -> terminal.styled(Style.WARNING, "poor   ");
          case MISSING -> terminal.styled(Style.BAD, "missing");
        };
    terminal.line("%s  %-16s%s".formatted(mark, subject, finding.found()));
    if (!finding.remedy().isEmpty()) {
      terminal.line(" ".repeat(25) + "to do: " + finding.remedy());
    }
  }

  private static Json asJson(Map<Check, Finding> findings) {
    List<Json> list = new ArrayList<>();
    findings.forEach((check, finding) ->
        list.add(
            JsonObject.builder()
                .put("subject", check.subject())
                .put("state", finding.state().name().toLowerCase(Locale.ROOT))
                .put("found", finding.found())
                .put("remedy", finding.remedy())
                .build()));
    return JsonObject.builder().put("checks", new JsonArray(list)).build();
  }
}
