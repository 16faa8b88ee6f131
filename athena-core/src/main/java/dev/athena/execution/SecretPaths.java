package dev.athena.execution;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows files that usually hold keys, passwords or the secrets of other programs. */
final class SecretPaths {
  private static final Pattern SECRET =
      Pattern.compile(
          "(^|/)(\\.ssh|\\.aws|\\.gnupg|\\.kube|\\.docker|\\.azure|\\.config/gcloud)(/|$)"
              + "|(^|/)(id_rsa|id_ed25519|id_ecdsa|id_dsa|authorized_keys|credentials|\\.netrc"
              + "|\\.pgpass|\\.npmrc|\\.pypirc|\\.git-credentials|\\.env(\\.[a-z]+)?|shadow|gshadow"
              + "|environ|mem|kcore|docker\\.sock)$"
              + "|\\.(pem|key|p12|pfx|jks|kdbx)$");

  private static final List<String> DEEP = List.of("/etc/shadow", "/proc/sys", "/sys/", "/boot/");

  private SecretPaths() {}

  /** Returns whether {@code path} is such a file. */
  static boolean isSecret(String path) {
    String folded = path.toLowerCase(Locale.ROOT);
    return SECRET.matcher(folded).find() || DEEP.stream().anyMatch(folded::startsWith);
  }
}
