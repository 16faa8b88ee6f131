package dev.athena.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.athena.embedding.Vector;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A network that turns token ids into a vector: the mean over the states of the tokens.
 *
 * <p>It works on the calling thread and has no threads of its own. Safe for use by many threads,
 * except that nothing may run during or after {@link #close}.
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

  /** Reads the network from a file; the native libraries must have been loaded. */
  static OnnxModel read(Path network, int dimensions) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      OrtSession session = environment.createSession(network.toString(), options);
      return new OnnxModel(environment, session, dimensions);
    }
  }

  /**
   * Returns the vector of one text.
   *
   * <p>Texts are never run together: the model scales its integers by all it sees in a run, so a
   * text's vector would depend on its neighbours.
   */
  Vector run(long[] tokens) throws OrtException {
    long[] seen = new long[tokens.length];
    Arrays.fill(seen, 1);
    try (OnnxTensor ids = row(tokens);
        OnnxTensor mask = row(seen);
        OnnxTensor types = row(new long[tokens.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return mean(((OnnxTensor) result.get(0)).getFloatBuffer());
    }
  }

  private OnnxTensor row(long[] values) throws OrtException {
    long[] shape = {1, values.length};
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  /** Returns the direction of the states' sum, which is that of their mean. */
  private Vector mean(FloatBuffer states) {
    float[] sum = new float[dimensions];
    float[] state = new float[dimensions];
    while (states.hasRemaining()) {
      states.get(state);
      for (int d = 0; d < dimensions; d++) {
        sum[d] += state[d];
      }
    }
    return Vector.of(sum);
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
