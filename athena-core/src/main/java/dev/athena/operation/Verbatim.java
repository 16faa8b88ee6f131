package dev.athena.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that an operation gets as it was sent. All others are redacted before the
 * operation sees them, so who marks one must see to it that nothing of it is stored or logged as it
 * is.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface Verbatim {
  /** Why the operation needs it so, and what it does to keep it from being stored. */
  String value();
}
