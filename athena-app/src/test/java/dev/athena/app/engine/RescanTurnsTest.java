package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.SystemSources;
import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditRecord;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Progress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several engines that look through one home at once do so in turns. */
class RescanTurnsTest {
  private static final Caller OWNER = Caller.local(Namespace.ofProject("p"));
  private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  private static final int MEMORIES = 90;

  @TempDir private Path home;

  private EngineOptions options(boolean isPrivate) {
    Protection usual = Protection.usual(home, SystemSources.clock());
    return new EngineOptions(
        home,
        LocalEmbedder.Options.DEFAULT_MODEL,
        1,
        SandboxOptions.DEFAULT,
        new Protection(usual.keys(), isPrivate, true),
        SystemSources.clock(),
        ZoneOffset.UTC,
        new SecureRandom());
  }

  private List<String> rememberInTheOpen() {
    List<String> ids = new ArrayList<>();
    try (Engine engine = Engine.open(options(false))) {
      for (int i = 0; i < MEMORIES; i++) {
        JsonObject note =
            JsonObject.builder().put("content", "Step %d used %s.".formatted(i, KEY)).build();
        ids.add(
            ((JsonObject) engine.operations().call(OWNER, "remember_episodic", note))
                .text("id")
                .orElseThrow());
      }
    }
    return ids;
  }

  @Test
  void allIsDoneOnceAndCountedOnce() throws Exception {
    List<String> ids = rememberInTheOpen();

    try (Engine one = Engine.open(options(true));
        Engine other = Engine.open(options(true));
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      one.background().start();
      CountDownLatch begin = new CountDownLatch(2);
      List<CompletableFuture<Progress>> both = new ArrayList<>();
      for (Engine engine : List.of(one, other)) {
        both.add(
            CompletableFuture.supplyAsync(
                () -> {
                  begin.countDown();
                  return engine.rescan(Namespace.LOCAL_TENANT, _ -> {});
                },
                threads));
      }

      for (CompletableFuture<Progress> each : both) {
        Progress done = each.get(60, TimeUnit.SECONDS);
        assertThat(done.scanned()).isEqualTo(MEMORIES);
        assertThat(done.changed()).isEqualTo(MEMORIES);
        assertThat(done.left()).isZero();
      }
      assertThat(ends(one)).hasSize(1);
      for (String id : ids) {
        JsonObject asked = JsonObject.builder().put("id", id).build();
        assertThat(JsonCodec.write(other.operations().call(OWNER, "get_memory", asked)))
            .doesNotContain(KEY)
            .containsPattern("Step \\d+ used \\[\\w+\\]\\.");
      }
    }
  }

  private static List<AuditRecord> ends(Engine engine) {
    AuditFilter policies =
        new AuditFilter(Namespace.LOCAL_TENANT, AuditAction.POLICY, null, null, null, null);
    return engine
        .privacy()
        .vault()
        .read(tx -> tx.store(AuditLog.class).newest(policies, AuditLog.PAGE_MAX))
        .stream()
        .filter(record -> record.event().target().equals("rescan"))
        .toList();
  }
}
