package dev.athena.app.doctor;

import dev.athena.embedding.Embedder;
import dev.athena.error.AthenaException;
import java.util.function.Supplier;

/** Whether the model turns text into vectors. */
public final class ModelCheck implements Check {
  private final Supplier<Embedder> opener;

  /**
   * Returns a check that loads a model and tries it.
   *
   * @param opener opens the model
   */
  public ModelCheck(Supplier<Embedder> opener) {
    this.opener = opener;
  }

  @Override
  public String subject() {
    return "model";
  }

  @Override
  public Finding look() {
    try (Embedder embedder = opener.get()) {
      int dimensions = embedder.embedQuestion("Is anybody there?").dimensions();
      return Finding.good(embedder.model() + ", " + dimensions + " dimensions");
    } catch (AthenaException e) {
      return Finding.poor(e.problem() + "; memories are found by their words only", e.hint());
    }
  }
}
