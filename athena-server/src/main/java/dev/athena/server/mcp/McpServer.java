package dev.athena.server.mcp;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.json.WireError;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A server of the Model Context Protocol, waiting for a transport.
 *
 * <p>It keeps nothing between requests but who listens for changes; what belongs to one client is
 * in its {@link Session}. Safe for use by several threads.
 */
public final class McpServer {
  /** The longest instructions, in bytes of UTF-8; clients cut what is longer. */
  public static final int INSTRUCTIONS_BYTES_MAX = 2 * 1024;

  private static final int SESSION_ID_BYTES = 16;

  private final ServerInfo info;
  private final String instructions;
  private final Environment environment;
  private final JsonObject capabilities;
  private final Methods methods;
  private final Subscriptions subscriptions = new Subscriptions();

  /**
   * Creates a server.
   *
   * @param instructions what a model should know before it calls anything, most useful first
   */
  public McpServer(
      ServerInfo info, String instructions, Features features, Environment environment) {
    int length = instructions.getBytes(StandardCharsets.UTF_8).length;
    if (length > INSTRUCTIONS_BYTES_MAX) {
      throw new IllegalArgumentException(
          "the instructions have " + length + " bytes, the limit is " + INSTRUCTIONS_BYTES_MAX);
    }
    this.info = info;
    this.instructions = instructions;
    this.environment = environment;
    this.capabilities = features.capabilities();
    StateSeal seal = new StateSeal(environment.random(), environment.clock());
    this.methods = new Methods(this, features, new Rounds(seal), environment.failures());
  }

  /**
   * Opens the connection of one client.
   *
   * @param caller whom the transport authenticated, or null where it does not
   * @param outbox where an older client hears of changes
   */
  public Session open(@Nullable String caller, Outbox outbox) {
    return new Session(this, caller, outbox);
  }

  /** Tells all who listen of {@code change}. */
  public void announce(Change change) {
    subscriptions.announce(change);
  }

  /** Returns the clock. */
  public InstantSource clock() {
    return environment.clock();
  }

  /** Returns the listener for failures, which transports tell of theirs. */
  public FailureListener failures() {
    return environment.failures();
  }

  /** Returns a session id that cannot be guessed. */
  public String newSessionId() {
    byte[] bytes = new byte[SESSION_ID_BYTES];
    environment.random().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  JsonObject capabilities() {
    return capabilities;
  }

  /**
   * Does what {@code exchange} asks for and returns the result in the form of its era.
   *
   * @throws ProtocolError if the request is refused or failed
   */
  JsonObject dispatch(RequestExchange exchange) {
    try {
      return envelope(methods.handle(exchange), exchange.era());
    } catch (ProtocolError e) {
      throw e;
    } catch (AthenaException e) {
      throw refusal(e, exchange);
    } catch (RuntimeException | Error e) {
      environment.failures().failed(exchange.request().method(), e);
      throw ProtocolError.internal("the request failed inside the server", null);
    }
  }

  Result initialize(RequestExchange exchange) {
    JsonObject params = exchange.params();
    String wanted = Params.text(params, "protocolVersion");
    String agreed = Era.isLegacy(wanted) ? wanted : Era.LEGACY_VERSION;
    JsonObject clientInfo = Params.object(params, "clientInfo");
    exchange
        .session()
        .initialize(Client.of(clientInfo, Params.object(params, "capabilities")), agreed);
    return Result.plain(
        JsonObject.builder()
            .put("protocolVersion", agreed)
            .put("capabilities", capabilities)
            .put("serverInfo", info.toJson())
            .put("instructions", instructions)
            .build());
  }

  Result discover() {
    return Result.cacheable(
        JsonObject.builder()
            .put("supportedVersions", Json.ofTexts(Era.VERSIONS))
            .put("capabilities", capabilities)
            .put("instructions", instructions)
            .build());
  }

  private JsonObject envelope(Result result, Era era) {
    if (era == Era.LEGACY) {
      return result.body();
    }
    boolean more = result.kind() == Result.Kind.INPUT_REQUIRED;
    JsonObject meta = Meta.of(result.body()).with(Meta.SERVER_INFO, info.toJson());
    JsonObject.Builder modern =
        JsonObject.builder()
            .put("resultType", more ? "input_required" : "complete")
            .putAll(result.body());
    if (result.kind() == Result.Kind.CACHEABLE) {
      CacheHint cache = environment.cache();
      modern.put("ttlMs", cache.ttlMillis()).put("cacheScope", cache.scope().wireName());
    }
    return modern.put(Meta.KEY, meta).build();
  }

  private ProtocolError refusal(AthenaException e, RequestExchange exchange) {
    if (e.getCause() != null) {
      environment.failures().failed(exchange.request().method(), e);
    }
    JsonObject problem = WireError.of(e);
    return e.code().blame() == ErrorCode.Blame.CALLER
        ? ProtocolError.invalidParams(e.problem(), problem)
        : ProtocolError.internal(e.problem(), problem);
  }
}
