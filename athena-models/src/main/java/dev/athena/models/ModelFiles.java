package dev.athena.models;

import dev.athena.embedding.Centre;
import dev.athena.embedding.CosineRange;
import dev.athena.error.InvalidArgument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that ships with Athena: its resources and how its texts are prepared.
 *
 * @param name the name users choose it by, stored beside each vector
 * @param onnx the resource of the network
 * @param tokenizer the resource of the vocabulary and the rules for cutting text into tokens
 * @param dimensions the length of its vectors
 * @param centreFile the resource of what its vectors have in common, made by {@code bench centre}
 * @param range the cosines between which closeness shows: measured, see RATIONALE.md
 * @param questionPrefix what the model was trained to see before a question
 * @param passagePrefix what the model was trained to see before a text to be found
 */
record ModelFiles(
    String name,
    String onnx,
    String tokenizer,
    int dimensions,
    String centreFile,
    CosineRange range,
    String questionPrefix,
    String passagePrefix) {

  private static final List<ModelFiles> SHIPPED =
      List.of(
          new ModelFiles(
              "e5-small-v2-q",
              "e5-small-v2-q.onnx",
              "e5-small-v2-q-tokenizer.json",
              384,
              "e5-small-v2-q.centre",
              new CosineRange(0.75, 0.95),
              "query: ",
              "passage: "));

  /** Returns what its vectors have in common. */
  Centre centre() {
    try (InputStream resource = ModelFiles.class.getResourceAsStream(centreFile)) {
      if (resource == null) {
        throw new IllegalStateException("the jar lacks " + centreFile);
      }
      return Centre.ofHalfFloats(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the jar cannot be read", e);
    }
  }

  /**
   * Returns the shipped model of that name.
   *
   * @throws InvalidArgument if there is none
   */
  static ModelFiles named(String name) {
    return SHIPPED.stream()
        .filter(model -> model.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InvalidArgument(
                "there is no embedding model named " + name,
                SHIPPED.stream()
                    .map(ModelFiles::name)
                    .collect(Collectors.joining(", ", "choose one of: ", ""))));
  }
}
