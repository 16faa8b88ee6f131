package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 8_191, 8_192, 8_193, 200_000})
  void whatWasPackedComesOut(int size) throws IOException {
    byte[] plain = new byte[size];
    new Random(size).nextBytes(plain);

    assertThat(unpack(FetchFixture.packed(plain))).isEqualTo(plain);
  }

  @Test
  void itCanBeReadByteForByte() throws IOException {
    try (GzipStream stream = stream(FetchFixture.packed(new byte[] {(byte) 0xff, 1}))) {
      assertThat(stream.read()).isEqualTo(0xff);
      assertThat(stream.read()).isEqualTo(1);
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.read()).isEqualTo(-1);
    }
  }

  @Test
  void partsAreReadOneAfterTheOther() throws IOException {
    byte[] two = joined(FetchFixture.packed(bytes("one ")), FetchFixture.packed(bytes("two")));

    assertThat(unpack(two)).isEqualTo(bytes("one two"));
  }

  @Test
  void anyNumberOfEmptyPartsDoesNotOverflow() throws IOException {
    byte[] empty = FetchFixture.packed(new byte[0]);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      many.writeBytes(empty);
    }

    assertThat(unpack(joined(many.toByteArray(), FetchFixture.packed(bytes("end")))))
        .isEqualTo(bytes("end"));
  }

  @Test
  void anEmptyStreamIsEmpty() throws IOException {
    assertThat(unpack(new byte[0])).isEmpty();
  }

  @Test
  void whatFollowsIsLeftAlone() throws IOException {
    assertThat(unpack(joined(FetchFixture.packed(bytes("a")), bytes("zzz")))).isEqualTo(bytes("a"));
  }

  @Test
  void aHeadMayHaveAllItsFields() throws IOException {
    byte[] packed = FetchFixture.packed(bytes("a"));
    byte[] head = {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 0};
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2};
    byte[] rest = new byte[packed.length - 10];
    System.arraycopy(packed, 10, rest, 0, rest.length);

    assertThat(unpack(joined(joined(head, fields), rest))).isEqualTo(bytes("a"));
  }

  @Test
  void aStreamThatEndsAnywhereTooEarlyIsRefused() {
    byte[] packed = FetchFixture.packed(bytes("some words that are packed"));
    for (int length = 3; length < packed.length; length++) {
      byte[] cut = new byte[length];
      System.arraycopy(packed, 0, cut, 0, length);

      assertThatThrownBy(() -> unpack(cut)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void whatIsBrokenIsRefused() {
    byte[] packed = FetchFixture.packed(bytes("some words that are packed"));
    byte[] otherSum = packed.clone();
    otherSum[packed.length - 8] ^= 1;
    byte[] otherLength = packed.clone();
    otherLength[packed.length - 1] ^= 1;
    byte[] otherKind = packed.clone();
    otherKind[2] = 7;
    byte[] noData = packed.clone();
    noData[10] = (byte) 0xff;

    assertThatThrownBy(() -> unpack(otherSum)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> unpack(otherLength)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> unpack(otherKind)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> unpack(noData)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> unpack(bytes("no gzip at all"))).isInstanceOf(ZipException.class);
  }

  @Test
  void anyBytesEndInAnAnswerOrAnIoException() {
    Random random = new Random(42);
    byte[] packed = FetchFixture.packed(bytes("some words that are packed, and some more of them"));
    for (int i = 0; i < 5_000; i++) {
      byte[] bent = packed.clone();
      for (int bends = random.nextInt(4); bends >= 0; bends--) {
        bent[random.nextInt(bent.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(unpack(bent).length).isLessThan(1_000_000);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("stream");
      }
    }
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (GzipStream stream = stream(packed)) {
      return stream.readAllBytes();
    }
  }

  private static GzipStream stream(byte[] packed) {
    return new GzipStream(new ByteArrayInputStream(packed));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] one, byte[] two) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(one);
    all.writeBytes(two);
    return all.toByteArray();
  }
}
