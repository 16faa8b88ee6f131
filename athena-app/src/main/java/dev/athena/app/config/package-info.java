/**
 * The settings of one Athena home.
 *
 * <p>{@link dev.athena.app.config.Settings} lists what can be set, {@link
 * dev.athena.app.config.ConfigFile} keeps what was set. A name that is not in the list is refused,
 * with the nearest one that is.
 *
 * <p>This package may use {@code error}, {@code json} and the limits of the models.
 */
@NullMarked
package dev.athena.app.config;

import org.jspecify.annotations.NullMarked;
