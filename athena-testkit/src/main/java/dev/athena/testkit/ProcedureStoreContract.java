package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.index.Prepared;
import dev.athena.json.JsonCodec;
import dev.athena.memory.EditConflict;
import dev.athena.memory.MemoryId;
import dev.athena.memory.Revision;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.ProcedureStore;
import dev.athena.procedural.RememberProcedure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of procedures promises. */
public abstract class ProcedureStoreContract extends BackendTest {
  @Test
  void aProcedureComesBackAsItWas() {
    ProcedureMetadata metadata =
        new ProcedureMetadata(
            "deployment", List.of("git", "ci"), JsonCodec.readObject("{\"owner\": \"core\"}"));
    Prepared<Procedure> prepared =
        procedural.prepare(HERE, new RememberProcedure("release", "Tag and build.", metadata));

    storage().write(tx -> procedural.store(tx, prepared));

    assertThat(named("release")).contains(prepared.memory());
  }

  @Test
  void anotherDescriptionIsTheNextVersion() {
    MemoryId id = procedure(HERE, "release", "Tag.");

    assertThat(procedure(HERE, "release", "Tag and build.")).isEqualTo(id);

    assertThat(named("release")).map(Procedure::revision).contains(2);
    assertThat(list(ProcedureStore.class, procedures -> procedures.revisions(HERE, id)))
        .extracting(Revision::content)
        .containsExactly("Tag.");
  }

  @Test
  void theSameDescriptionIsTheSameVersion() {
    MemoryId id = procedure(HERE, "release", "Tag.");

    assertThat(procedure(HERE, "release", "Tag.")).isEqualTo(id);

    assertThat(named("release")).map(Procedure::revision).contains(1);
  }

  @Test
  void aNameThatDiffersInBlanksOnlyIsTheSameProcedure() {
    MemoryId id = procedure(HERE, "rotate logs", "Move them.");

    assertThat(procedure(HERE, "rotate  logs ", "Move and compress them.")).isEqualTo(id);

    Procedure now =
        read(ProcedureStore.class, procedures -> procedures.find(HERE, id)).orElseThrow();
    assertThat(now.description()).isEqualTo("Move and compress them.");
    assertThat(now.revision()).isEqualTo(2);
  }

  @Test
  void namesAreKnownInTheirNamespaceOnly() {
    procedure(HERE, "release", "Tag.");

    assertThat(optional(ProcedureStore.class, procedures -> procedures.named(THERE, "release")))
        .isEmpty();
    assertThat(named("Release")).isEmpty();
  }

  @Test
  void aNewNameIsTakenUnlessAnotherHasIt() {
    MemoryId id = procedure(HERE, "release", "Tag.");
    procedure(HERE, "publish", "Upload.");
    Procedure present = named("release").orElseThrow();

    assertThatThrownBy(() -> rename(present, "publish")).isInstanceOf(EditConflict.class);
    rename(present, "cut");

    assertThat(named("cut")).map(Procedure::id).contains(id);
    assertThat(named("release")).isEmpty();
  }

  @Test
  void mentioningLooksAtTheName() {
    MemoryId id = procedure(HERE, "call_alice", "Dial.");

    assertThat(list(ProcedureStore.class, procedures -> procedures.mentioning(HERE, "Alice", 5)))
        .containsExactly(id);
  }

  private void rename(Procedure present, String name) {
    Prepared<Procedure> changed =
        procedural.prepareChange(
            present, new RememberProcedure(name, present.description(), present.metadata()));
    storage()
        .<Boolean>write(tx -> {
          procedural.storeChange(tx, changed);
          return true;
        });
  }

  private Optional<Procedure> named(String name) {
    return read(ProcedureStore.class, procedures -> procedures.named(HERE, name));
  }
}
