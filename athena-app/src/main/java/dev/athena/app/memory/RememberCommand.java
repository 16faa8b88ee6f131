package dev.athena.app.memory;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.WrongUse;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena remember}. */
@Command(
    name = "remember",
    mixinStandardHelpOptions = true,
    description = {
      "Remember something.",
      "",
      "  athena remember The build needs JDK 25 --tag build --key build.jdk",
      "  git log -1 | athena remember - --kind episodic --session release",
      "",
      "`athena remember semantic|episodic|procedural --help` show what agents can say."
    })
public final class RememberCommand implements Callable<Integer> {
  /** The longest text taken from standard input, in bytes. */
  static final int INPUT_BYTES_MAX = 1024 * 1024;

  private final ShellContext context;

  private List<String> text = List.of();

  @Option(names = "--kind", description = "semantic (a fact, the default), episodic, procedural.")
  private String kind = "semantic";

  @Option(names = "--tag", description = "A word to filter by later; can be repeated.")
  private List<String> tags = List.of();

  @Option(names = "--confidence", description = "How sure a fact is, 0 to 1.")
  private @Nullable Double confidence;

  @Option(names = "--key", description = "What a fact is about; a newer one supersedes it.")
  private @Nullable String key;

  @Option(names = "--source", description = "Where it comes from.")
  private @Nullable String source;

  @Option(names = "--type", description = "What sort of fact or event, or a category.")
  private @Nullable String type;

  @Option(names = "--session", description = "The session an episode belongs to.")
  private @Nullable String session;

  @Option(names = "--name", description = "The name of a procedure.")
  private @Nullable String name;

  @Option(names = "--meta", paramLabel = "<name=text>", description = "Anything else; repeatable.")
  private Map<String, String> meta = new LinkedHashMap<>();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  public RememberCommand(ShellContext context) {
    this.context = context;
  }

  @Parameters(
      paramLabel = "<text>",
      arity = "1..*",
      description = "What to remember; - reads it from standard input.")
  void setText(List<String> words) {
    this.text = words;
  }

  @Override
  public Integer call() {
    MemoryKind wanted = KindOption.read(kind);
    refuseOptionsOfOtherKinds(wanted);
    JsonObject arguments =
        switch (wanted) {
          case SEMANTIC -> fact();
          case EPISODIC -> episode();
          case PROCEDURAL -> procedure();
        };
    String operation = "remember_" + wanted.wireName();
    try (Session opened = Session.open(context)) {
      Json answer = opened.call(operation, arguments);
      new AnswerView(context, opened).show(operation, answer, json);
    }
    return ExitCode.DONE;
  }

  private JsonObject fact() {
    JsonObject.Builder metadata = rest().putIfPresent("source", source);
    metadata.putIfPresent("memory_type", type).putIfPresent("key", key);
    if (confidence != null) {
      metadata.put("confidence", confidence);
    }
    return JsonObject.builder().put("content", said()).put("metadata", metadata.build()).build();
  }

  private JsonObject episode() {
    JsonObject.Builder circumstances = rest().putIfPresent("source", source);
    circumstances.putIfPresent("session_id", session);
    return JsonObject.builder()
        .put("content", said())
        .putIfPresent("event_type", type)
        .put("context", circumstances.build())
        .build();
  }

  private JsonObject procedure() {
    if (name == null) {
      throw new WrongUse("a procedure is known by its name: use --name");
    }
    JsonObject.Builder metadata = rest().putIfPresent("category", type);
    metadata.putIfPresent("source", source);
    return JsonObject.builder()
        .put("name", name)
        .put("description", said())
        .put("metadata", metadata.build())
        .build();
  }

  private JsonObject.Builder rest() {
    JsonObject.Builder rest = JsonObject.builder();
    meta.forEach(rest::put);
    if (!tags.isEmpty()) {
      rest.put("tags", Json.ofTexts(tags));
    }
    return rest;
  }

  private void refuseOptionsOfOtherKinds(MemoryKind wanted) {
    refuse("--key", key != null && wanted != MemoryKind.SEMANTIC);
    refuse("--confidence", confidence != null && wanted != MemoryKind.SEMANTIC);
    refuse("--session", session != null && wanted != MemoryKind.EPISODIC);
    refuse("--name", name != null && wanted != MemoryKind.PROCEDURAL);
  }

  private void refuse(String option, boolean misplaced) {
    if (misplaced) {
      throw new WrongUse(option + " does not go with --kind " + kind);
    }
  }

  private String said() {
    if (!text.equals(List.of("-"))) {
      return String.join(" ", text);
    }
    try {
      byte[] input = context.streams().in().readNBytes(INPUT_BYTES_MAX + 1);
      if (input.length > INPUT_BYTES_MAX) {
        throw new WrongUse("standard input has more than %,d bytes".formatted(INPUT_BYTES_MAX));
      }
      return new String(input, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
