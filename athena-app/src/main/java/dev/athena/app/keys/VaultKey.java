package dev.athena.app.keys;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterKey;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A master key in Vault's transit engine, which wraps and unwraps and never hands it out. */
final class VaultKey implements MasterKey {
  /** The variable with the token, as Vault's own programs read it. */
  static final String TOKEN = "VAULT_TOKEN";

  private static final String ADDRESS = "VAULT_ADDR";
  private static final String NAME_DEFAULT = "athena";
  private static final int CHECK_BYTES = 8;

  private final VaultDoor door;
  private final String name;

  VaultKey(VaultDoor door, String name) {
    this.door = door;
    this.name = name;
  }

  static VaultKey of(KeyOptions options) {
    String address =
        options
            .text(KeySettings.VAULT_ADDRESS)
            .or(() -> options.variable(ADDRESS))
            .orElseThrow(() ->
                new KeysUnavailable(
                    "the keys are to be wrapped by Vault, and its address is not set",
                    "run `athena config set keys.vault_address https://…`, or set " + ADDRESS,
                    null));
    String name = options.text(KeySettings.VAULT_KEY).orElse(NAME_DEFAULT);
    if (!name.matches("[A-Za-z0-9._-]{1,200}")) {
      throw new KeysUnavailable(
          "keys.vault_key is no name of a key in Vault", "use letters, digits, . _ and -", null);
    }
    return new VaultKey(VaultDoor.of(options, address), name);
  }

  @Override
  public String kind() {
    return MasterKind.VAULT.word();
  }

  @Override
  public String id() {
    return "%s at %s".formatted(name, door.address());
  }

  /** Vault does not tell anything of the key; that it is another one shows when it unwraps. */
  @Override
  public String checkValue() {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256")
              .digest(("a key in Vault: " + name).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(whole, CHECK_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public byte[] wrap(byte[] plain, byte[] context) {
    JsonObject answer = door.post("encrypt/" + name, request("plaintext", base64(plain), context));
    return text(answer, "ciphertext").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    String ciphertext = new String(wrapped, StandardCharsets.UTF_8);
    JsonObject answer = door.post("decrypt/" + name, request("ciphertext", ciphertext, context));
    try {
      return Base64.getDecoder().decode(text(answer, "plaintext"));
    } catch (IllegalArgumentException _) {
      throw VaultDoor.odd("its plaintext is no base64");
    }
  }

  private static JsonObject request(String member, String value, byte[] context) {
    return JsonObject.builder().put(member, value).put("associated_data", base64(context)).build();
  }

  private static String text(JsonObject answer, String member) {
    return answer
        .object("data")
        .flatMap(data -> data.text(member))
        .orElseThrow(() -> VaultDoor.odd("it has no " + member));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
