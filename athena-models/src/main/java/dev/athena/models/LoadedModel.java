package dev.athena.models;

import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtException;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

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

  /** Unpacks what is not unpacked yet, and loads. If this throws, nothing stays in memory. */
  static LoadedModel load(ModelFiles model, LocalEmbedder.Options options) {
    try {
      UnpackedResources files = new UnpackedResources(options.cacheDirectory());
      NativeLibraries.unpackInto(files);
      OnnxModel network =
          OnnxModel.read(files.unpack(model.onnx()), model.dimensions(), options.threads());
      return withPieces(model, network);
    } catch (IOException | OrtException | EngineException | LinkageError cause) {
      throw new EmbeddingFailure("the model " + model.name() + " could not be loaded", cause);
    }
  }

  private static LoadedModel withPieces(ModelFiles model, OnnxModel network)
      throws IOException, OrtException {
    try {
      return new LoadedModel(WordPieces.read(ResourceContent.of(model.tokenizer())), network);
    } catch (IOException | EngineException | LinkageError cause) {
      network.close();
      throw cause;
    }
  }

  /** Returns a vector for each text, in the order of texts. */
  List<Vector> embed(List<String> texts) {
    List<long[]> rows = texts.stream().map(pieces::idsOf).toList();
    int[] lengths = rows.stream().mapToInt(row -> row.length).toArray();
    Vector[] vectors = new Vector[rows.size()];
    for (List<Integer> batch : BatchPlan.of(lengths)) {
      List<Vector> made = run(batch.stream().map(rows::get).toList());
      for (int i = 0; i < made.size(); i++) {
        vectors[batch.get(i)] = made.get(i);
      }
    }
    return Arrays.asList(vectors);
  }

  private List<Vector> run(List<long[]> rows) {
    try {
      return network.run(rows);
    } catch (OrtException cause) {
      throw new EmbeddingFailure("the model failed on " + rows.size() + " texts", cause);
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
