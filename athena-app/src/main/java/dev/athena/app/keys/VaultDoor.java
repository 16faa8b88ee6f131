package dev.athena.app.keys;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.error.AthenaException;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way to Vault: one request and its answer, over TLS unless Vault is on this machine. */
final class VaultDoor {
  /** The largest answer, in bytes. */
  static final int ANSWER_BYTES_MAX = 256 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int TOKEN_BYTES_MAX = 16 * 1024;

  private final URI address;
  private final String token;
  private final @Nullable Path authority;
  private final Duration patience;

  VaultDoor(URI address, String token, @Nullable Path authority, Duration patience) {
    this.address = address;
    this.token = token;
    this.authority = authority;
    this.patience = patience;
  }

  static VaultDoor of(KeyOptions options, String address) {
    String token =
        options
            .text(KeySettings.VAULT_TOKEN_FILE)
            .map(named -> tokenOf(options.path(named)))
            .or(() -> options.variable(VaultKey.TOKEN))
            .orElseThrow(() ->
                new KeysUnavailable(
                    "Vault needs a token",
                    "set VAULT_TOKEN, or keys.vault_token_file to a file with it",
                    null));
    return new VaultDoor(
        checked(address),
        token.strip(),
        options.text(KeySettings.VAULT_CA).map(options::path).orElse(null),
        Duration.ofSeconds(10));
  }

  URI address() {
    return address;
  }

  /**
   * Asks the transit engine.
   *
   * @throws KeysUnavailable if no answer comes in time, or one that refuses
   */
  JsonObject post(String path, JsonObject body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/v1/transit/" + path))
            .timeout(patience)
            .header("X-Vault-Token", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonCodec.writeUtf8(body)))
            .build();
    try (HttpClient client = client()) {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      return read(answer);
    } catch (IOException e) {
      throw new KeysUnavailable(
          "Vault at %s does not answer".formatted(address),
          "see whether it is there and unsealed, and whether keys.vault_address is right: " + e,
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeysUnavailable("asking Vault was interrupted", "try again", e);
    }
  }

  private HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1);
    return authority == null
        ? client.build()
        : client.sslContext(TrustedAuthority.of(authority)).build();
  }

  private JsonObject read(HttpResponse<InputStream> answer) throws IOException {
    byte[] bytes;
    try (InputStream body = answer.body()) {
      bytes = body.readNBytes(ANSWER_BYTES_MAX + 1);
    }
    if (bytes.length > ANSWER_BYTES_MAX) {
      throw odd("it has more than %,d bytes".formatted(ANSWER_BYTES_MAX));
    }
    JsonObject json = json(bytes, answer.statusCode());
    if (answer.statusCode() != 200) {
      throw refused(answer.statusCode(), json);
    }
    return json;
  }

  private static JsonObject json(byte[] bytes, int status) {
    try {
      return JsonCodec.readObject(new String(bytes, StandardCharsets.UTF_8));
    } catch (AthenaException _) {
      if (status != 200) {
        return JsonObject.EMPTY;
      }
      throw odd("it is no JSON object");
    }
  }

  private static KeysUnavailable refused(int status, JsonObject json) {
    String errors = JsonCodec.write(json.array("errors").orElse(JsonArray.EMPTY));
    String hint =
        switch (status) {
          case 400 -> "the key in Vault may be another one than that which wrapped the keys";
          case 403 -> "see whether the token is valid and may use transit/encrypt and decrypt";
          case 404 -> "see whether the transit engine is on and has the key of keys.vault_key";
          case 503 -> "Vault is sealed or busy; try again";
          default -> "see what Vault's log says";
        };
    return new KeysUnavailable(
        "Vault refuses with status %d: %s".formatted(status, errors), hint, null);
  }

  static KeysUnavailable odd(String why) {
    return new KeysUnavailable(
        "Vault's answer is not understood: " + why,
        "see whether keys.vault_address is that of a Vault",
        null);
  }

  private static String tokenOf(Path path) {
    PrivateFile file = new PrivateFile(path, TOKEN_BYTES_MAX);
    byte[] bytes =
        file.read()
            .orElseThrow(() ->
                new KeysUnavailable(
                    "the file with Vault's token is missing: " + path,
                    "set keys.vault_token_file to one that is there",
                    null));
    file.refuseReadableByOthers();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static URI checked(String address) {
    try {
      URI uri = URI.create(address.replaceAll("/+$", ""));
      String scheme = uri.getScheme();
      String host = uri.getHost();
      if (host != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && ("https".equals(scheme) || ("http".equals(scheme) && isThisMachine(host)))) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Told below like every other address that is none.
    }
    throw new KeysUnavailable(
        "keys.vault_address is not an address that Athena sends keys to",
        "use https://…; http:// only for a Vault on this machine",
        null);
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
