package dev.athena.detection;

/** Finds credentials by their rules, a long text in windows that overlap. */
final class CredentialRecognizer implements Recognizer {
  /** So many characters are looked at together. */
  static final int WINDOW = 64 * 1024;

  /** So many characters belong to two windows; no credential that a rule finds is longer. */
  static final int OVERLAP = 16 * 1024;

  /** So far is looked for a place between two words at which a window may begin. */
  private static final int BLANK = 1024;

  private final RuleSet rules;

  CredentialRecognizer(RuleSet rules) {
    this.rules = rules;
  }

  @Override
  public void find(Scan scan) {
    String text = scan.text();
    int start = 0;
    int end = Math.min(text.length(), WINDOW);
    look(scan, text.substring(start, end), start);
    while (end < text.length()) {
      start = afterBlank(text, end - OVERLAP);
      end = Math.min(text.length(), start + WINDOW);
      look(scan, text.substring(start, end), start);
    }
  }

  private static int afterBlank(String text, int wanted) {
    for (int i = wanted; i > wanted - BLANK; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return wanted;
  }

  private void look(Scan scan, String window, int offset) {
    scan.checkTime();
    for (Finding found : rules.find(window)) {
      scan.add(found.rule(), found.type(), offset + found.start(), offset + found.end());
    }
  }
}
