package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeysetTest {
  private static final Place HERE = new Place("local", "memory", "mem_1", "content");
  private static final byte[] PLAIN = "the cat sat".getBytes(StandardCharsets.UTF_8);

  private final Keyset keyset = Keyset.create();

  @Test
  void opensWhatItSealedInItsPlaceOnly() {
    byte[] sealed = keyset.seal(HERE, PLAIN);

    assertThat(keyset.open(HERE, sealed)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> keyset.open(new Place("local", "memory", "mem_2", "content"), sealed))
        .isInstanceOf(SealBroken.class);
    assertThatThrownBy(() -> keyset.open(new Place("loca", "lmemory", "mem_1", "content"), sealed))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void noticesEveryBitThatIsChanged() {
    byte[] sealed = keyset.seal(HERE, PLAIN);

    for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThatThrownBy(() -> keyset.open(HERE, changed)).isInstanceOf(SealBroken.class);
    }
  }

  @Test
  void sealsWithTheNewestKeyAndOpensWithAll() {
    byte[] old = keyset.seal(HERE, PLAIN);
    Keyset rotated = Keyset.read(keyset.rotated().serialized());
    byte[] fresh = rotated.seal(HERE, PLAIN);

    assertThat(rotated.open(HERE, old)).isEqualTo(PLAIN);
    assertThat(rotated.keyId(old)).isEqualTo(keyset.newestKeyId());
    assertThat(rotated.keyId(fresh)).isEqualTo(rotated.newestKeyId());
    assertThat(rotated.newestKeyId()).isNotEqualTo(keyset.newestKeyId());
    assertThatThrownBy(() -> keyset.open(HERE, fresh)).isInstanceOf(SealBroken.class);
  }

  @Test
  void tellsNothingOfItsKeys() {
    assertThat(keyset).hasToString("keyset of 1 keys");
  }
}
