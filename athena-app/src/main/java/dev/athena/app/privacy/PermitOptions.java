package dev.athena.app.privacy;

import dev.athena.app.context.WrongUse;
import dev.athena.detection.SensitiveType;
import dev.athena.json.WireName;
import dev.athena.privacy.Crossing;
import dev.athena.privacy.Permitting;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code athena privacy permit} is told. */
final class PermitOptions {
  private static final String SEEING = "review";

  @Option(
      names = "--types",
      paramLabel = "<types>",
      required = true,
      split = ",",
      description = "Which types, with commas between.")
  private List<String> types = List.of();

  @Option(
      names = "--purpose",
      paramLabel = "<word>",
      description =
          "What for; who asks must name the same (review if not given, fetch with a host).")
  private @Nullable String purpose;

  @Option(
      names = "--host",
      paramLabel = "<host>",
      split = ",",
      description =
          "Where programs may send it by http.fetch, instead of anybody seeing it;"
              + " *.example.org for those below, but not for credentials.")
  private List<String> hosts = List.of();

  @Option(names = "--days", paramLabel = "<n>", description = "For how many days (1 if not given).")
  private @Nullable Integer days;

  /** Returns what is asked for a principal. */
  Permitting.Wanted asked(String principal) {
    String usual = hosts.isEmpty() ? SEEING : Crossing.FETCH;
    return new Permitting.Wanted(
        principal,
        types(types),
        purpose == null ? usual : purpose,
        hosts,
        Duration.ofDays(days == null ? 1 : days));
  }

  private static Set<SensitiveType> types(List<String> names) {
    Set<SensitiveType> types = EnumSet.noneOf(SensitiveType.class);
    for (String name : names) {
      types.add(
          Arrays.stream(SensitiveType.values())
              .filter(type -> WireName.of(type).equals(name.strip().toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(() ->
                  new WrongUse(
                      "there is no type \"%s\"; there are %s"
                          .formatted(
                              name,
                              Arrays.stream(SensitiveType.values())
                                  .map(WireName::of)
                                  .collect(Collectors.joining(", "))))));
    }
    return types;
  }
}
