package dev.athena.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.athena.embedding.Vector;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A network that turns token ids into vectors: the mean over a text's tokens.
 *
 * <p>Safe for use by many threads, except that nothing may run during or after {@link #close}.
 */
final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final int dimensions;

  private OnnxModel(OrtEnvironment environment, OrtSession session, int dimensions) {
    this.environment = environment;
    this.session = session;
    this.dimensions = dimensions;
  }

  /** Reads the network from a file; the native libraries must have been unpacked. */
  static OnnxModel read(Path network, int dimensions, int threads) throws OrtException {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    environment.setTelemetry(false);
    try (OrtSession.SessionOptions options = options(threads)) {
      OrtSession session = environment.createSession(network.toString(), options);
      return new OnnxModel(environment, session, dimensions);
    }
  }

  private static OrtSession.SessionOptions options(int threads) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setInterOpNumThreads(1);
    options.setIntraOpNumThreads(threads);
    options.setCPUArenaAllocator(false);
    options.setMemoryPatternOptimization(false);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }

  /** Returns a vector for each row, in the order of rows. */
  List<Vector> run(List<long[]> rows) throws OrtException {
    int width = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
    try (OnnxTensor ids = tensor(padded(rows, width), width);
        OnnxTensor mask = tensor(masks(rows, width), width);
        OnnxTensor types = tensor(new long[rows.size() * width], width);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
      return means(states, rows, width);
    }
  }

  private OnnxTensor tensor(long[] values, int width) throws OrtException {
    long[] shape = {values.length / width, width};
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static long[] padded(List<long[]> rows, int width) {
    long[] values = new long[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      long[] row = rows.get(i);
      System.arraycopy(row, 0, values, i * width, row.length);
    }
    return values;
  }

  private static long[] masks(List<long[]> rows, int width) {
    long[] values = new long[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      Arrays.fill(values, i * width, i * width + rows.get(i).length, 1);
    }
    return values;
  }

  private List<Vector> means(FloatBuffer states, List<long[]> rows, int width) {
    Vector[] vectors = new Vector[rows.size()];
    float[] state = new float[dimensions];
    for (int i = 0; i < vectors.length; i++) {
      // The sum points where the mean points, and a vector is scaled to length 1.
      float[] sum = new float[dimensions];
      states.position(i * width * dimensions);
      for (int token = 0; token < rows.get(i).length; token++) {
        states.get(state);
        for (int d = 0; d < dimensions; d++) {
          sum[d] += state[d];
        }
      }
      vectors[i] = Vector.of(sum);
    }
    return List.of(vectors);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
