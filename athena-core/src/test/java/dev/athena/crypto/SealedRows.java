package dev.athena.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A store of sealed texts; its n-th step of sealing anew can fail. */
final class SealedRows implements SealedValues {
  private static final String TENANT = "local";

  private final Keyring keyring;
  private final List<byte[]> rows = new ArrayList<>();
  private int failing = Integer.MAX_VALUE;

  SealedRows(Keyring keyring) {
    this.keyring = keyring;
  }

  void add(String text) {
    rows.add(sealer().seal(place(rows.size()), text.getBytes(StandardCharsets.UTF_8)));
  }

  void failAt(int step) {
    failing = step;
  }

  /** Returns all texts, opened by {@code other}, which may be another process. */
  List<String> texts(Keyring other) {
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      byte[] plain = other.sealer(TENANT, Purpose.CONTENT).open(place(at), rows.get(at));
      texts.add(new String(plain, StandardCharsets.UTF_8));
    }
    return texts;
  }

  @Override
  public int sealAnew(int limit) {
    if (failing-- <= 0) {
      failing = Integer.MAX_VALUE;
      throw new MemoryKeychainFile.Killed();
    }
    Sealer sealer = sealer();
    int sealed = 0;
    for (int at = 0; at < rows.size() && sealed < limit; at++) {
      if (sealer.keyId(rows.get(at)) != sealer.newestKeyId()) {
        rows.set(at, sealer.seal(place(at), sealer.open(place(at), rows.get(at))));
        sealed++;
      }
    }
    return sealed;
  }

  private Sealer sealer() {
    return keyring.sealer(TENANT, Purpose.CONTENT);
  }

  private static Place place(int row) {
    return new Place(TENANT, "rows", String.valueOf(row), "text");
  }
}
