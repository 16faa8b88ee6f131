package dev.athena.operation;

import dev.athena.json.Doc;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a host answered. */
public record HttpAnswer(
    int status,
    @Doc("Where the answer came from, after redirects.") String url,
    @Doc("By name in lower case; several of one name are joined.") JsonObject headers,
    @Doc("The body if it is text.") @Nullable String text,
    @Doc("The body if it is no text.") @Nullable String base64,
    @Doc("How large the body is.") int bytes) {}
