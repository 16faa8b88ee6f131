/**
 * The commands about what is private.
 *
 * <p>{@link dev.athena.app.privacy.PrivacyCommand} shows what is private, gives and takes away the
 * right to see it, shows and checks the audit, and erases what is kept of somebody.
 */
@NullMarked
package dev.athena.app.privacy;

import org.jspecify.annotations.NullMarked;
