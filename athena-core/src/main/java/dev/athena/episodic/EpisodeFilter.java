package dev.athena.episodic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which episodes to list; a null component lets everything through. */
public record EpisodeFilter(
    @Nullable Instant from,
    @Nullable Instant before,
    @Nullable String eventType,
    @Nullable String sessionId) {}
