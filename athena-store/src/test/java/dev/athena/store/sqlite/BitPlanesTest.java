package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BitPlanesTest {
  private final Random random = new Random(5);

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 128, 129, 384})
  void anyNumberOfDimensionsFillsWholeBlocks(int dimensions) {
    BitPlanes planes = new BitPlanes(Centre.none(dimensions));

    int words = (dimensions + 127) / 128 * 2;
    assertThat(planes.words()).isEqualTo(words);
    assertThat(planes.of(leaning(dimensions, 0))).hasSize(BitPlanes.PLANES * words);
  }

  @Test
  void theFirstPlaneHoldsTheSigns() {
    BitPlanes planes = new BitPlanes(Centre.none(384));
    Vector vector = leaning(384, 0);

    assertThat(planes.of(vector)).startsWith(planes.signsOf(vector));
  }

  @Test
  void theSameVectorHasTheSameBitsForAllTime() {
    long[] bits = new BitPlanes(Centre.none(128)).of(Vector.of(ramp(128)));

    assertThat(bits)
        .containsExactly(
            613108747190696615L,
            -3430964757399102231L,
            -7530646579508468264L,
            3358889569193323474L,
            2319667655030133817L,
            6108179553333179413L);
  }

  @Test
  void theClosenessOfAllPlanesRanksAsTheCosineDoes() {
    List<Vector> vectors = many(300, 0.9f);
    Vector question = leaning(384, 0.9f);
    BitPlanes planes = new BitPlanes(Centre.of(vectors));
    CodedQuestion coded = new CodedQuestion(planes, question);

    double withAllPlanes =
        correlation(
            vectors.stream().mapToDouble(question::cosine).toArray(),
            vectors.stream().mapToDouble(vector -> closeness(planes, coded, vector)).toArray());

    assertThat(withAllPlanes).as("one bit would give 0.80").isGreaterThan(0.97);
  }

  @Test
  void theSignsTellMoreFromTheCentreThanFromTheOrigin() {
    List<Vector> vectors = many(300, 3);
    Vector question = leaning(384, 3);
    double[] cosines = vectors.stream().mapToDouble(question::cosine).toArray();

    assertThat(agreement(new BitPlanes(Centre.of(vectors)), question, vectors, cosines))
        .isGreaterThan(
            0.2 + agreement(new BitPlanes(Centre.none(384)), question, vectors, cosines));
  }

  @Test
  void aVectorOfOtherDimensionsIsRefused() {
    BitPlanes planes = new BitPlanes(Centre.none(384));
    Vector shorter = leaning(100, 0);

    assertThatThrownBy(() -> planes.of(shorter)).hasMessageContaining("100 dimensions, not 384");
  }

  private static double agreement(
      BitPlanes planes, Vector question, List<Vector> vectors, double[] cosines) {
    CodedQuestion coded = new CodedQuestion(planes, question);
    return correlation(
        cosines,
        vectors.stream().mapToDouble(vector -> -coded.distance(planes.of(vector), 0)).toArray());
  }

  private static double closeness(BitPlanes planes, CodedQuestion question, Vector vector) {
    CodeColumn column = new CodeColumn();
    column.reset(1, planes.words());
    column.put(0, ByteBuffer.wrap(BitPlanes.pack(planes.of(vector))));
    return question.closeness(column.signs(), column.finer(), 0);
  }

  private List<Vector> many(int count, float lean) {
    List<Vector> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      vectors.add(leaning(384, lean));
    }
    return vectors;
  }

  /** A random vector that leans to one side, as those of language models do. */
  private Vector leaning(int dimensions, float lean) {
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      values[i] = (float) random.nextGaussian() + lean;
    }
    return Vector.of(values);
  }

  private static float[] ramp(int dimensions) {
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      values[i] = i - dimensions / 3f;
    }
    return values;
  }

  /** Pearson's correlation. */
  private static double correlation(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return both / Math.sqrt(squaresOne * squaresOther);
  }
}
