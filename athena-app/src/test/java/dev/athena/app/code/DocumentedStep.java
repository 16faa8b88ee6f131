package dev.athena.app.code;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a page shows, and what the page says comes of it: after a program, its output as
 * {@code text} and its result as {@code json}, or its error where it has another status than ok;
 * after a call, its answer.
 */
record DocumentedStep(DocumentedBlock block, List<DocumentedBlock> expected) {
  /** Measured, and so different each time. */
  private static final Set<String> MEASURED = Set.of("duration_ms", "overhead_ms", "took_ms");

  /** Stands at the end of a text for all that may follow. */
  private static final String ANY = "…";

  DocumentedStep {
    expected = List.copyOf(expected);
  }

  /** Returns the steps of a page in their order. */
  static List<DocumentedStep> of(List<DocumentedBlock> blocks) {
    List<DocumentedStep> steps = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).isStep()) {
        int end = i + 1;
        while (end < blocks.size() && isExpectation(blocks.get(end))) {
          end++;
        }
        steps.add(new DocumentedStep(blocks.get(i), blocks.subList(i + 1, end)));
      }
    }
    return steps;
  }

  private static boolean isExpectation(DocumentedBlock block) {
    boolean says = block.language().equals("text") || block.language().equals("json");
    return says && block.follows() && !block.isStep();
  }

  /** Returns the expected block in {@code language}. */
  Optional<DocumentedBlock> expected(String language) {
    return expected.stream().filter(block -> block.language().equals(language)).findFirst();
  }

  /** Returns what an execution is that differs from what the page says; nothing if all is so. */
  List<String> differences(JsonObject answer) {
    List<String> found = new ArrayList<>();
    String status = block.word("status").orElse("ok");
    if (!answer.text("status").orElse("").equals(status)) {
      found.add("status is no " + status + ": " + JsonCodec.write(answer));
    }
    expected("text").ifPresent(text -> compareText(text, answer.text("stdout").orElse(""), found));
    expected("json")
        .ifPresent(json -> {
          Json said = JsonCodec.read(json.text());
          if (json.has("answer")) {
            compare("answer", said, answer, found);
          } else if (status.equals("ok")) {
            compare("result", said, answer.find("result").orElse(null), found);
          } else {
            compareMembers("error", said, answer.find("error").orElse(null), found);
          }
        });
    return found;
  }

  /** Returns what an answer is that differs from what the page says. */
  List<String> differencesOf(Json answer) {
    List<String> found = new ArrayList<>();
    expected("json")
        .ifPresent(json -> {
          Json said = JsonCodec.read(json.text());
          if (json.has("part")) {
            compareMembers("answer", said, answer, found);
          } else {
            compare("answer", said, answer, found);
          }
        });
    return found;
  }

  static void compareText(DocumentedBlock said, String is, List<String> found) {
    if (!said.text().stripTrailing().equals(is.stripTrailing())) {
      found.add("%s is not what is printed:%n%s".formatted(said.place(), is));
    }
  }

  /** Compares the members that {@code said} has, and theirs. */
  private static void compareMembers(
      String place, Json said, @Nullable Json is, List<String> found) {
    if (said instanceof JsonObject members && is instanceof JsonObject object) {
      members
          .members()
          .forEach((name, value) ->
              compareMembers(place + "." + name, value, object.find(name).orElse(null), found));
    } else {
      compare(place, said, is, found);
    }
  }

  private static void compare(String place, Json said, @Nullable Json is, List<String> found) {
    if (said instanceof JsonObject(Map<String, Json> members)
        && is instanceof JsonObject object
        && object.members().keySet().equals(members.keySet())) {
      members.forEach((name, value) -> {
        if (!(MEASURED.contains(name) && object.find(name).orElseThrow() instanceof Json.Num)) {
          compare(place + "." + name, value, object.find(name).orElse(null), found);
        }
      });
    } else if (said instanceof JsonArray(List<Json> values)
        && is instanceof JsonArray(List<Json> others)
        && others.size() == values.size()) {
      for (int i = 0; i < values.size(); i++) {
        compare(place + "[" + i + "]", values.get(i), others.get(i), found);
      }
    } else if (!isLike(said, is)) {
      found.add(
          "%s is %s and not %s"
              .formatted(
                  place, is == null ? "missing" : JsonCodec.write(is), JsonCodec.write(said)));
    }
  }

  @Override
  public String toString() {
    return block.place();
  }

  private static boolean isLike(Json said, @Nullable Json is) {
    return said.equals(is)
        || (said instanceof Json.Text(String text)
            && text.endsWith(ANY)
            && is instanceof Json.Text(String other)
            && other.startsWith(text.substring(0, text.length() - ANY.length())));
  }
}
