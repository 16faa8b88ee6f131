/**
 * What this machine has, what it lacks, and how to get it.
 *
 * <p>A {@link dev.athena.app.doctor.Check} looks at one thing and answers with a {@link
 * dev.athena.app.doctor.Finding}; the commands decide which checks are run and how they are shown.
 *
 * <p>This package may use {@code context} and {@code json}.
 */
@NullMarked
package dev.athena.app.doctor;

import org.jspecify.annotations.NullMarked;
