package dev.athena.bench.privacy;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who is in one memory, by one identifier, and is asked for by another spelling of it.
 *
 * @param kind which sort of identifier
 * @param written as the memory has it
 * @param asked as the question has it
 */
record Person(Kind kind, String written, String asked) {
  /** The sorts of identifiers. */
  enum Kind {
    EMAIL("e-mail address"),
    PHONE("telephone number"),
    NAME("declared name");

    private final String told;

    Kind(String told) {
      this.told = told;
    }

    String told() {
      return told;
    }
  }

  private static final List<String> FIRST =
      List.of(
          "Morwenna",
          "Tadeusz",
          "Ysolde",
          "Ignatius",
          "Perpetua",
          "Caspian",
          "Ottoline",
          "Bertrand",
          "Xanthe",
          "Leopold",
          "Sunniva",
          "Evander",
          "Philippa",
          "Anselm",
          "Rosalind",
          "Torvald",
          "Isidora",
          "Lysander",
          "Winifred",
          "Casimir",
          "Octavia",
          "Florian",
          "Griselda",
          "Havel");

  private static final List<String> LAST =
      List.of(
          "Pascoe",
          "Wojnarowski",
          "Quillfeather",
          "Achterberg",
          "Sundqvist",
          "Marchbanks",
          "Tregarthen",
          "Oyelaran",
          "Villalobos",
          "Zimmerli",
          "Kovalenko",
          "Featherstone");

  private static final List<String> DOMAINS =
      List.of("harbour.example.org", "mill.example.net", "quarry.example.com", "tannery.co.uk");

  private static final List<String> MEMORIES =
      List.of(
          "%s asked for the second invoice to be sent again.",
          "Called back about the broken gate; best reached under %s.",
          "The permit for the jetty is held by %s until spring.",
          "Promised %s an answer about the lease before Friday.",
          "%s prefers to be asked before anything is published.");

  private static final List<String> QUESTIONS =
      List.of(
          "What do we know about %s?",
          "When did we last hear from %s?",
          "Is there anything open with %s?",
          "%s",
          "Why did %s write to us?");

  /** Returns the {@code i}-th person; no two have an identifier in common. */
  static Person of(int i) {
    int n = i / Kind.values().length;
    String first = FIRST.get(n % FIRST.size());
    String last = LAST.get(n / FIRST.size() % LAST.size());
    return switch (Kind.values()[i % Kind.values().length]) {
      case EMAIL -> {
        String address = "%s.%s%d@%s".formatted(first, last, n, DOMAINS.get(n % DOMAINS.size()));
        yield new Person(
            Kind.EMAIL,
            address.toLowerCase(Locale.ROOT),
            n % 2 == 0 ? address : address.toLowerCase(Locale.ROOT));
      }
      case PHONE -> {
        int number = 2_000_000 + n * 7_919 % 7_000_000;
        yield new Person(
            Kind.PHONE, "+49 1512 %d".formatted(number), "+491512%d".formatted(number));
      }
      case NAME -> {
        String name = first + " " + last;
        yield new Person(Kind.NAME, name, n % 2 == 0 ? name : name.toLowerCase(Locale.ROOT));
      }
    };
  }

  /** Returns what is remembered of the {@code i}-th person. */
  String memory(int i) {
    return MEMORIES.get(i % MEMORIES.size()).formatted(written);
  }

  /** Returns what is asked of the {@code i}-th person. */
  String question(int i) {
    return QUESTIONS.get(i / MEMORIES.size() % QUESTIONS.size()).formatted(asked);
  }
}
