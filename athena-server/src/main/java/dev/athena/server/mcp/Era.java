package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import java.util.List;

/** The two ways of speaking the protocol; each request shows which one it uses. */
public enum Era {
  /**
   * 2026-07-28 and later: every request carries version and capabilities, nothing is remembered.
   */
  MODERN,
  /** 2025-11-25 and older: {@code initialize} begins a session. */
  LEGACY;

  /** The revisions served, newest first. */
  public static final List<String> VERSIONS =
      List.of("2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  static final String MODERN_VERSION = VERSIONS.get(0);
  static final String LEGACY_VERSION = VERSIONS.get(1);

  /** Returns whether {@code version} is one that begins with {@code initialize}. */
  public static boolean isLegacy(String version) {
    return VERSIONS.indexOf(version) > 0;
  }

  /** Returns whether {@code version} allows several messages in one array. */
  static boolean hasBatches(String version) {
    return VERSIONS.indexOf(version) >= VERSIONS.indexOf("2025-03-26");
  }

  /** Returns the era that {@code request} shows by its metadata or by its method. */
  public static Era of(Message.Request request) {
    JsonObject meta = Meta.of(request.params());
    boolean modern =
        meta.has(Meta.PROTOCOL_VERSION)
            || meta.has(Meta.CLIENT_CAPABILITIES)
            || meta.has(Meta.CLIENT_INFO)
            || request.method().equals("server/discover")
            || request.method().equals("subscriptions/listen");
    return modern ? MODERN : LEGACY;
  }
}
