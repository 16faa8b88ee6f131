package dev.athena.memory;

import dev.athena.json.JsonObject;
import java.time.Instant;

/**
 * A memory as it was before an update.
 *
 * @param number the revision, from 1
 * @param replacedAt when the next revision took its place
 * @param fields all else that was known of it, as {@link Memory#fields} has it
 */
public record Revision(int number, Instant replacedAt, String content, JsonObject fields) {}
