package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.SystemSources;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.operation.CodeAnswers.ExecutionAnswer;
import dev.athena.operation.CodeApi;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure finds what programs left of a person in their sessions. */
class ErasedSessionTest {
  private static final String ANN = "ann.smith@harbour.example.org";
  private static final Caller OWNER = Caller.local(Namespace.ofProject("p"));

  private Engine engine;

  @BeforeEach
  void open(@TempDir Path home) {
    engine =
        Engine.open(
            new EngineOptions(
                home,
                LocalEmbedder.Options.DEFAULT_MODEL,
                1,
                SandboxOptions.DEFAULT,
                Protection.usual(home, SystemSources.clock()),
                SystemSources.clock(),
                ZoneOffset.UTC,
                new SecureRandom()));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void filesThatMentionThemGo() {
    JsonObject event = JsonObject.builder().put("content", "Lunch with " + ANN).build();
    assertThat(engine.operations().call(OWNER, "remember_episodic", event)).isNotNull();
    run(
        """
        from athena import memory
        open('lunch.txt', 'w').write(memory.recall_episodic()[0].content)
        open('rain.txt', 'w').write('It rained.')
        """);
    assertThat(listed()).isEqualTo("[\"lunch.txt\",\"rain.txt\"]");

    JsonObject plan = erase(true);
    assertThat(plan.find("session_files")).contains(Json.of(1));
    assertThat(listed()).isEqualTo("[\"lunch.txt\",\"rain.txt\"]");
    JsonObject done = erase(false);

    assertThat(done.find("session_files")).contains(Json.of(1));
    assertThat(done.object("left").orElseThrow().find("session_files")).contains(Json.of(0));
    assertThat(listed()).isEqualTo("[\"rain.txt\"]");
  }

  private String listed() {
    return JsonCodec.write(run("import os\nsorted(os.listdir('.'))").result());
  }

  private ExecutionAnswer run(String source) {
    ExecutionAnswer answer =
        engine
            .operations()
            .api(CodeApi.class, OWNER)
            .executeCode(source, null, 10, "balanced", "s");
    assertThat(answer.status()).as("%s", answer.error()).isEqualTo(Status.OK);
    return answer;
  }

  private JsonObject erase(boolean dryRun) {
    JsonObject asked = JsonObject.builder().put("value", ANN).put("dry_run", dryRun).build();
    return (JsonObject) engine.operations().call(OWNER, "erase_subject", asked);
  }
}
