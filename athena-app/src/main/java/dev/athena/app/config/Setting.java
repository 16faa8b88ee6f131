package dev.athena.app.config;

/**
 * One thing that can be set.
 *
 * @param name how it is called, such as {@code http.port}
 * @param kind what it can be
 * @param unset what holds while it is not set
 * @param purpose what it is for, in one sentence
 * @param secret whether a list of settings must not show it
 */
public record Setting(
    String name, SettingKind kind, String unset, String purpose, boolean secret) {}
