/**
 * The sums and forms by which a number is known to be a card's, an account's or a person's, and not
 * any number as long.
 *
 * <p>Every check takes the value without blanks and hyphens and says yes or no; none looks at the
 * text around it. This package uses nothing else of Athena.
 */
@NullMarked
package dev.athena.detection.checks;

import org.jspecify.annotations.NullMarked;
