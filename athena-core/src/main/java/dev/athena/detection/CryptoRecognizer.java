package dev.athena.detection;

import dev.athena.detection.checks.CryptoAddress;

/** Finds addresses of cryptocurrencies, and private keys of Bitcoin, by their checksums. */
final class CryptoRecognizer implements Recognizer {
  private static final String FIRSTS = "123489LMDXTtrmnlacAC5KB0";

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    int i = 0;
    while (i + CryptoAddress.LENGTH_MIN <= text.length()) {
      int sign = lastSign(text, i);
      if (sign >= i) {
        i = sign + 1; // what begins before the sign is too short
        continue;
      }
      int end = i + CryptoAddress.LENGTH_MIN;
      while (end < text.length() && isAlphanumeric(text.charAt(end))) {
        end++;
      }
      if (end - i <= CryptoAddress.LENGTH_MAX) {
        int start = Edges.isEscape(text, i + 1) ? i + 1 : i;
        consider(scan, start, end);
      }
      i = end + 1;
    }
  }

  /** Returns where the last sign stands among as many characters as an address has; or less. */
  private static int lastSign(String text, int start) {
    int i = start + CryptoAddress.LENGTH_MIN - 1;
    while (i >= start && isAlphanumeric(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static boolean isAlphanumeric(char one) {
    return one != '_' && one < 0x80 && Edges.isWord(one);
  }

  private static void consider(Scan scan, int start, int end) {
    String text = scan.text();
    boolean joined = start > 0 && "_/+".indexOf(text.charAt(start - 1)) >= 0 && end < text.length();
    if (FIRSTS.indexOf(text.charAt(start)) < 0
        || (joined && "_+=".indexOf(text.charAt(end)) >= 0)) {
      return;
    }
    String value = text.substring(start, end);
    if (CryptoAddress.isValid(value)) {
      scan.add("crypto-address", SensitiveType.CRYPTO_ADDRESS, start, end);
    } else if (CryptoAddress.isEthereum(value)) {
      if (!CryptoAddress.isMixed(value) && scan.isNear("crypto", start, end)) {
        scan.add("crypto-address", SensitiveType.CRYPTO_ADDRESS, start, end);
      }
    } else if ("5KLc9".indexOf(value.charAt(0)) >= 0 && CryptoAddress.isPrivateKey(value)) {
      scan.add("bitcoin-private-key", SensitiveType.PRIVATE_KEY, start, end);
    }
  }
}
