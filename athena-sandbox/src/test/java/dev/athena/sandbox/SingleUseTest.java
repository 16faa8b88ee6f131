package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sandbox that was used is never used again, though others wait ready. */
class SingleUseTest extends BothLanguages {
  private static final Both LEAVE =
      new Both(
          """
          import builtins, json, os, sys
          builtins.left = json.left = sys.left = 1
          json.loads = None
          os.environ["LEFT"] = "1"
          for place in ("/tmp", "/dev/shm", "/workspace"):
              open(place + "/left", "w").write("x")
          """,
          """
          import fs from "node:fs";
          globalThis.left = fs.left = 1;
          JSON.left = 1;
          process.env.LEFT = "1";
          ["/tmp", "/dev/shm", "/workspace"].forEach((p) => fs.writeFileSync(p + "/left", "x"));
          """);
  private static final Both LOOK =
      new Both(
          """
          import builtins, json, os, sys
          found = [name for name in ("left",) for m in (builtins, json, sys) if hasattr(m, name)]
          found += [json.loads is None, "LEFT" in os.environ]
          found + [os.path.exists(p + "/left") for p in ("/tmp", "/dev/shm", "/workspace")]
          """,
          """
          import fs from "node:fs";
          const found = [globalThis, fs, JSON].filter((m) => "left" in m);
          found.push(false, "LEFT" in process.env);
          [...found, ...["/tmp", "/dev/shm", "/workspace"].map((p) => fs.existsSync(p + "/left"))];
          """);

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingOfAProgramIsThereForTheNext(Language language) throws InterruptedException {
    int warm = 0;
    for (int i = 0; i < 6 || (warm == 0 && i < 40); i++) {
      run(language, LEAVE);
      TimeUnit.MILLISECONDS.sleep(100L * i); // the store is filled meanwhile
      Outcome next = run(language, LOOK);
      warm += next.use().warm() ? 1 : 0;

      assertThat(result(next)).isEqualTo("[false,false,false,false,false]");
    }
    assertThat(warm).as("sandboxes that waited ready").isPositive();
  }
}
