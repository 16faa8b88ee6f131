package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Follows names from one to the next. */
record ChainTask() implements Task {
  private static final int PEOPLE = 5;

  private static final List<String> MINE =
      List.of(
          "Gao Yuan",
          "Han Dong",
          "Li Na",
          "Lin Jing",
          "Lin Wei",
          "Shen Jie",
          "Xie Fei",
          "Yang Fan",
          "Zhang Wei",
          "Zhao Min",
          "Zheng Kai",
          "Zhou Tao");

  @Override
  public String title() {
    return "follow a chain of names";
  }

  @Override
  public String request() {
    return "By my notes: whom does Han Dong come up with most, whom that one, and so on, until there"
        + " are five people?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<String> chain = new ArrayList<>(List.of("Han Dong"));
    while (chain.size() < PEOPLE) {
      String at = chain.getLast();
      List<String> texts =
          agent.list(notes(at)).stream()
              .map(Events::content)
              .filter(text -> text.contains(at))
              .toList();
      List<String> others =
          MINE.stream()
              .filter(name -> !chain.contains(name))
              .flatMap(name -> texts.stream().filter(text -> text.contains(name)).map(_ -> name))
              .toList();
      chain.add(Counts.of(others, name -> name).ranked().getFirst());
    }
    return Json.ofTexts(chain);
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.PYTHON, "chain.py");
  }

  private static Request notes(String name) {
    return Request.of("recall_episodic", "query", name, "event_type", "note", "limit", 25);
  }
}
