package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.memory.MemoryId;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of usage counts promises. */
public abstract class UsageStoreContract extends BackendTest {
  @Test
  void aMemoryThatWasNeverRecalledHasNoUsage() {
    MemoryId id = fact(HERE, "The sky is blue.");

    assertThat(usage(HERE, id)).isEqualTo(Usage.NEVER);
    assertThat(usage(HERE, new MemoryId("mem_gone"))).isEqualTo(Usage.NEVER);
  }

  @Test
  void countsAddUpAndTheLastTimeStands() {
    MemoryId id = fact(HERE, "The sky is blue.");
    MemoryId other = fact(HERE, "The sea is green.");

    add(HERE, Map.of(id, 2L, other, 1L));
    clock.advance(Duration.ofHours(1));
    add(HERE, Map.of(id, 3L));

    assertThat(usage(HERE, id)).isEqualTo(new Usage(5, clock.instant()));
    assertThat(usage(HERE, other)).isEqualTo(new Usage(1, TestClock.START));
  }

  @Test
  void anIdThatIsGoneOrForeignIsPassedOver() {
    MemoryId id = fact(HERE, "The sky is blue.");
    MemoryId gone = fact(HERE, "The sea is green.");
    forget(FactStore.class, HERE, gone);

    add(HERE, Map.of(gone, 1L, id, 1L));
    add(THERE, Map.of(id, 7L));

    assertThat(usage(HERE, gone)).isEqualTo(Usage.NEVER);
    assertThat(usage(HERE, id).count()).isEqualTo(1);
    assertThat(usage(THERE, id)).isEqualTo(Usage.NEVER);
  }

  @Test
  void anUpdateKeepsTheUsage() {
    MemoryId id = fact(HERE, "The sky is blue.");
    add(HERE, Map.of(id, 4L));
    Fact present = read(FactStore.class, facts -> facts.find(HERE, id)).orElseThrow();
    var changed =
        semantic.prepareChange(present, new RememberFact("The sky is grey.", FactMetadata.NONE));

    storage()
        .<Boolean>write(tx -> {
          semantic.storeChange(tx, changed);
          return true;
        });

    assertThat(usage(HERE, id).count()).isEqualTo(4);
  }

  private void add(Namespace namespace, Map<MemoryId, Long> counts) {
    write(UsageStore.class, usage -> usage.add(namespace, counts, clock.instant()));
  }

  private Usage usage(Namespace namespace, MemoryId id) {
    return read(UsageStore.class, usage -> usage.find(namespace, id));
  }
}
