package dev.athena.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  private final Random random = new Random(7);

  @Test
  void anyShareOfEnoughMakesTheKey() {
    RawMasterKey key = key();
    for (int[] sizes : new int[][] {{2, 2}, {2, 5}, {3, 5}, {2, 16}, {16, 16}}) {
      List<Share> shares = new ArrayList<>(Shares.split(key, sizes[0], sizes[1]));
      Collections.shuffle(shares, random);

      RawMasterKey made = Shares.join("file", "made", shares.subList(0, sizes[0]));

      assertThat(made.bytes()).isEqualTo(key.bytes());
      assertThat(Shares.join("file", "made", shares).bytes()).isEqualTo(key.bytes());
    }
  }

  @Test
  void sharesAreMadeToTheirLimitsAndRefusedOnePast() {
    for (int[] sizes : new int[][] {{1, 2}, {1, 1}, {3, 2}, {2, 17}, {17, 17}, {0, 0}}) {
      assertThatThrownBy(() -> Shares.split(key(), sizes[0], sizes[1]))
          .isInstanceOf(InvalidArgument.class);
    }
  }

  @Test
  void tooFewSharesAreTold() {
    List<Share> shares = Shares.split(key(), 3, 5);

    assertThatThrownBy(() -> Shares.join("file", "made", shares.subList(0, 2)))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("2 different shares are here, and 3 are needed");
    assertThatThrownBy(() -> Shares.join("file", "made", Collections.nCopies(3, shares.getFirst())))
        .isInstanceOf(InvalidArgument.class)
        .hasMessage("1 different shares are here, and 3 are needed");
    assertThatThrownBy(() -> Shares.join("file", "made", List.of()))
        .isInstanceOf(InvalidArgument.class);
  }

  @Test
  void sharesOfTwoSetsAreTold() {
    RawMasterKey key = key();
    List<Share> one = Shares.split(key, 2, 3);
    List<Share> two = Shares.split(key, 2, 3);

    assertThatThrownBy(() -> Shares.join("file", "made", List.of(one.getFirst(), two.getLast())))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("two sets");
  }

  @Test
  void aKeyThatIsNotTheOneThatWasSplitIsNeverReturned() {
    List<Share> shares = Shares.split(key(), 2, 2);
    Share first = shares.getFirst();
    Share forged = new Share(set(first), 2, first.number(), first.keyCheck(), new byte[32]);

    assertThatThrownBy(() -> Shares.join("file", "made", List.of(forged, shares.getLast())))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("do not make the key");
  }

  @Test
  void aShareIsReadAsPeopleTypeIt() {
    RawMasterKey key = key();
    Share share = Shares.split(key, 3, 5).get(3);
    List<String> lines = share.lines();
    String symbols = String.join("", lines.subList(1, lines.size()));

    for (String typed :
        List.of(
            String.join("\n", lines),
            symbols.toLowerCase(Locale.ROOT).replace(" ", ""),
            symbols.replace('0', 'O').replace('1', 'l').replace(' ', '-'))) {
      Share read = Share.read(typed);
      assertThat(read.part()).isEqualTo(share.part());
      assertThat(read.number()).isEqualTo(4);
      assertThat(read.needed()).isEqualTo(3);
      assertThat(read.set()).isEqualTo(share.set());
      assertThat(read.keyCheck()).isEqualTo(key.checkValue());
    }
    assertThat(lines).allMatch(line -> line.startsWith("#") || line.length() <= 40);
  }

  @Test
  void everySymbolThatIsWrongMissingOrTooMuchIsTold() {
    List<String> lines = Shares.split(key(), 2, 2).getFirst().lines();
    String symbols = String.join("", lines.subList(1, lines.size())).replace(" ", "");

    for (int at = 0; at < symbols.length(); at++) {
      String before = symbols.substring(0, at);
      String after = symbols.substring(at + 1);
      char other = symbols.charAt(at) == 'Z' ? 'Y' : 'Z';
      refuses(before + other + after);
      refuses(before + after);
      refuses(before + "Z" + symbols.substring(at));
      refuses(before + "?" + after);
    }
    refuses(symbols + "0");
    refuses("");
  }

  @Test
  void aTextIsReadToItsLimitAndRefusedOnePast() {
    String share = String.join("\n", Shares.split(key(), 2, 2).getFirst().lines());
    String full = share + " ".repeat(Share.TEXT_LENGTH_MAX - share.length());

    assertThat(Share.read(full).number()).isEqualTo(1);
    refuses(full + " ");
  }

  @Test
  void aShareIsPrintedWithoutItsPart() {
    Share share = Shares.split(key(), 2, 2).getFirst();

    assertThat(share).hasToString("share 1 of set " + share.set());
  }

  private static void refuses(String text) {
    assertThatThrownBy(() -> Share.read(text)).as(text).isInstanceOf(InvalidArgument.class);
  }

  private static byte[] set(Share share) {
    return HexFormat.of().parseHex(share.set());
  }

  private RawMasterKey key() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return RawMasterKey.of("file", "test", bytes);
  }
}
