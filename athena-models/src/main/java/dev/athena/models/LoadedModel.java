package dev.athena.models;

import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtException;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A model in memory, ready to run.
 *
 * <p>Safe for use by many threads, except that nothing may run during or after {@link #close}.
 */
final class LoadedModel implements AutoCloseable {
  private final WordPieces pieces;
  private final OnnxModel network;

  private LoadedModel(WordPieces pieces, OnnxModel network) {
    this.pieces = pieces;
    this.network = network;
  }

  /**
   * Unpacks what is not unpacked yet, and loads. If this throws, nothing stays in memory but the
   * native libraries.
   */
  static LoadedModel load(ModelFiles model, Path cacheDirectory) {
    try {
      UnpackedResources files = new UnpackedResources(cacheDirectory);
      NativeLibraries.loadFrom(files);
      Path network = files.unpack(model.onnx());
      WordPieces pieces = WordPieces.read(ResourceContent.of(model.tokenizer()));
      return withNetwork(pieces, network, model.dimensions());
    } catch (IOException | OrtException | EngineException | LinkageError cause) {
      throw new EmbeddingFailure("the model " + model.name() + " could not be loaded", cause);
    }
  }

  private static LoadedModel withNetwork(WordPieces pieces, Path network, int dimensions)
      throws OrtException {
    try {
      return new LoadedModel(pieces, OnnxModel.read(network, dimensions));
    } catch (OrtException | LinkageError cause) {
      pieces.close();
      throw cause;
    }
  }

  /** Returns the vector of a text, always the same one for the same text. */
  Vector embed(String text) {
    try {
      return network.run(pieces.idsOf(text));
    } catch (OrtException | EngineException cause) {
      throw new EmbeddingFailure("the model failed on a text", cause);
    }
  }

  @Override
  public void close() {
    pieces.close();
    try {
      network.close();
    } catch (OrtException cause) {
      throw new EmbeddingFailure("the model could not be released", cause);
    }
  }
}
