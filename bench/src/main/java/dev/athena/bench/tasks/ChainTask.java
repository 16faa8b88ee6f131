package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Follows names from one to the next. */
record ChainTask() implements Task {
  private static final int PEOPLE = 4;

  private static final List<String> MINE =
      List.of(
          "Gao Yuan", "Han Dong", "Li Na", "Lin Jing", "Lin Wei", "Shen Jie", "Xie Fei",
          "Zhang Wei", "Zhao Min", "Zheng Kai", "Zhou Tao");

  @Override
  public String title() {
    return "follow a chain of names";
  }

  @Override
  public String request() {
    return "Begin with Shen Jie: who of my people is mentioned most along with her, who most along with"
        + " them, and so on, four people in all?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<String> chain = new ArrayList<>(List.of("Shen Jie"));
    while (chain.size() < PEOPLE) {
      String at = chain.getLast();
      List<String> texts =
          agent.list(Request.of("recall_episodic", "query", at, "limit", 50)).stream()
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
}
