package dev.athena.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a parameter or a record component means, in one sentence for the caller. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Doc {
  /** The sentence. */
  String value();

  /** The value taken when none is given, as JSON; empty if one must be given. */
  String ifAbsent() default "";
}
