package dev.athena.bench.privacy;

import dev.athena.bench.latency.Corpus;
import dev.athena.crypto.Keyset;
import dev.athena.crypto.Place;
import dev.athena.detection.Detector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What privacy costs. */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = {
      "Measures detection, sealing, the memory with all on against privacy off and all off, and",
      "whether what pseudonyms stand for finds the memories they stand in."
    })
public final class PrivacyCommand implements Callable<Integer> {
  private static final int EVENT = 1_024;
  private static final int EVENTS = 3_000;
  private static final int SEALED = 20_000;
  private static final int ONE_SENSITIVE_OF = 10;

  /** So many values are in the vault when one is looked up. */
  private static final int VAULT = 20_000;

  private int size = 5_000;
  private int calls = 400;

  @Option(names = "--size", description = "Memories in each home (5,000 if not given).")
  void setSize(int size) {
    this.size = size;
  }

  @Option(names = "--calls", description = "Calls of each kind (400 if not given).")
  void setCalls(int calls) {
    this.calls = calls;
  }

  @Override
  public Integer call() throws IOException {
    detection("chat", events(Corpus.notes(EVENTS * 6)));
    detection("code", events(sources()));
    sealing();
    onAndOff();
    byIdentifier();
    return 0;
  }

  private static void detection(String what, List<String> events) {
    Detector detector = Detector.standard();
    events.forEach(detector::find);
    Timing timing = Timing.of(events.size(), i -> detector.find(events.get(i)));
    line("detection, %,d events of 1 KB of %s: %s".formatted(events.size(), what, timing.told()));
  }

  private static void sealing() {
    Keyset keyset = Keyset.create();
    Place place = new Place("local", "memory", "mem_1", "content");
    byte[] plain = "x".repeat(EVENT).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = keyset.seal(place, plain);
    IntStream.range(0, SEALED).forEach(_ -> keyset.open(place, keyset.seal(place, plain)));
    line("seal 1 KB: " + Timing.of(SEALED, _ -> keyset.seal(place, plain)).told());
    line("open 1 KB: " + Timing.of(SEALED, _ -> keyset.open(place, sealed)).told());
  }

  private void onAndOff() throws IOException {
    List<String> texts = Corpus.notes(size + 2 * calls);
    try (Compared homes = new Compared()) {
      homes.fill(texts.subList(0, size), PrivacyCommand::line);
      List<String> rest = sensitive(texts.subList(size, texts.size()));
      homes.remember(rest.subList(0, calls));
      List<long[]> remembered = homes.remember(rest.subList(calls, 2 * calls));
      compare("remember, nobody new named", remembered, i -> !isSensitive(calls + i));
      compare("remember, somebody new named", remembered, i -> isSensitive(calls + i));
      compare("remember, both", remembered, _ -> true);
      List<String> questions =
          texts.subList(0, 2 * calls).stream().map(PrivacyCommand::question).toList();
      homes.recall(questions.subList(0, calls));
      compare("recall", homes.recall(questions.subList(calls, 2 * calls)), _ -> true);
    }
  }

  private void byIdentifier() throws IOException {
    try (ByIdentifier identifiers = new ByIdentifier(PrivacyCommand::line)) {
      identifiers.ask(Corpus.notes(size));
      identifiers.lookUp(VAULT);
    }
  }

  /** Compares those calls of which the number is {@code wanted}. */
  private static void compare(String what, List<long[]> nanos, IntPredicate wanted) {
    line(what + ":");
    List<Timing> timings = nanos.stream().map(all -> timing(all, wanted)).toList();
    for (int i = 0; i < timings.size(); i++) {
      line("  %-12s%s".formatted(Compared.WAYS.get(i).told(), timings.get(i).told()));
    }
    Timing on = timings.getFirst();
    for (int i = 1; i < timings.size(); i++) {
      String told = Compared.WAYS.get(i).told();
      double p50 = on.p50() / timings.get(i).p50();
      double mean = on.mean() / timings.get(i).mean();
      line(String.format(Locale.ROOT, "  on / %s: p50 %.3f, mean %.3f", told, p50, mean));
    }
  }

  private static Timing timing(long[] nanos, IntPredicate wanted) {
    return Timing.of(
        IntStream.range(0, nanos.length).filter(wanted).mapToLong(i -> nanos[i]).toArray());
  }

  /** One in so many texts names somebody by an address that no other has. */
  private static List<String> sensitive(List<String> texts) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String added = isSensitive(i) ? " Asked person%d@harbour.example.org.".formatted(i) : "";
      some.add(texts.get(i) + added);
    }
    return some;
  }

  /** Not the first of a turn, which is slower whatever it says. */
  private static boolean isSensitive(int number) {
    return number % ONE_SENSITIVE_OF == ONE_SENSITIVE_OF / 2;
  }

  private static String question(String text) {
    String[] words = text.split(" ", 9);
    return "What about " + String.join(" ", List.of(words).subList(0, Math.min(8, words.length)));
  }

  private static List<String> events(List<String> texts) {
    String all = String.join("\n", texts);
    int count = Math.min(EVENTS, all.length() / EVENT);
    return IntStream.range(0, count)
        .mapToObj(i -> all.substring(i * EVENT, (i + 1) * EVENT))
        .toList();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("").toAbsolutePath())) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static void line(String text) {
    System.out.println(text);
  }
}
