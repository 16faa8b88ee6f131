package dev.athena.detection.checks;

import java.util.HashMap;
import java.util.Map;

/** International numbers of bank accounts, by ISO 13616: their form in each country, and mod 97. */
public final class Iban {
  /** The longest that the standard allows. */
  public static final int LENGTH_MAX = 34;

  /** Letters of the country and two check digits. */
  private static final int HEAD = 4;

  /**
   * What follows the head in each country: so many digits (n), capital letters (a) or either (c),
   * as the registry of SWIFT writes it.
   */
  private static final String REGISTRY =
      """
      AD 8n12c   AE 19n       AL 8n16c     AT 16n       AZ 4a20c     BA 16n       BE 12n
      BG 4a6n8c  BH 4a14c     BI 23n       BR 23n1a1c   BY 4c4n16c   CH 5n12c     CR 18n
      CY 8n16c   CZ 20n       DE 18n       DJ 23n       DK 14n       DO 4c20n     EE 16n
      EG 25n     ES 20n       FI 14n       FK 2a12n     FO 14n       FR 10n11c2n  GB 4a14n
      GE 2a16n   GI 4a15c     GL 14n       GR 7n16c     GT 24c       HN 4a20n     HR 17n
      HU 24n     IE 4a14n     IL 19n       IQ 4a15n     IS 22n       IT 1a10n12c  JO 4a4n18c
      KW 4a22c   KZ 3n13c     LB 4n20c     LC 4a24c     LI 5n12c     LT 16n       LU 3n13c
      LV 4a13c   LY 21n       MC 10n11c2n  MD 20c       ME 18n       MK 3n10c2n   MN 16n
      MR 23n     MT 4a5n18c   MU 4a19n3a   NI 4a20n     NL 4a10n     NO 11n       OM 3n16c
      PK 4a16c   PL 24n       PS 4a21c     PT 21n       QA 4a21c     RO 4a16c     RS 18n
      RU 14n15c  SA 2n18c     SC 4a20n3a   SD 14n       SE 20n       SI 15n       SK 20n
      SM 1a10n12c SO 19n      ST 21n       SV 4a20n     TL 19n       TN 20n       TR 6n16c
      UA 6n19c   VA 18n       VG 4a16n     XK 16n       YE 4a4n18c
      """;

  private static final Map<String, String> FORMS = forms();

  private Iban() {}

  /** Each country's form, one kind for each character. */
  private static Map<String, String> forms() {
    Map<String, String> forms = new HashMap<>();
    String[] words = REGISTRY.strip().split("\\s+", -1);
    for (int i = 0; i < words.length; i += 2) {
      StringBuilder form = new StringBuilder("aann");
      int many = 0;
      for (char one : words[i + 1].toCharArray()) {
        if (Character.isDigit(one)) {
          many = 10 * many + Character.digit(one, 10);
        } else {
          form.append(String.valueOf(one).repeat(many));
          many = 0;
        }
      }
      forms.put(words[i], form.toString());
    }
    return forms;
  }

  /** Returns how many characters one of {@code country} has, or 0 if there is none. */
  public static int length(String country) {
    return FORMS.getOrDefault(country, "").length();
  }

  /** Returns whether this is one, in capitals and without blanks. */
  public static boolean isValid(String compact) {
    if (compact.length() <= HEAD) {
      return false;
    }
    String form = FORMS.getOrDefault(compact.substring(0, 2), "");
    if (form.length() != compact.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      if (!isOf(form.charAt(i), compact.charAt(i))) {
        return false;
      }
    }
    return CheckDigits.mod97(compact.substring(HEAD) + compact.substring(0, HEAD)) == 1;
  }

  private static boolean isOf(char kind, char one) {
    boolean digit = one >= '0' && one <= '9';
    boolean letter = one >= 'A' && one <= 'Z';
    return switch (kind) {
      case 'n' -> digit;
      case 'a' -> letter;
      default -> digit || letter;
    };
  }
}
