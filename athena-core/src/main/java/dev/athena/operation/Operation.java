package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.principal.Grant;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method of an API an operation; parameters are documented by {@code Doc}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** Its name on the wire, where that is not the name of the method. */
  String name() default "";

  /** The group it is listed under, such as {@code memory}. */
  String category();

  /** The grant a caller needs. */
  Grant grant();

  /** What it does to what is stored. */
  Effect effect();

  /** What it does, in one sentence. */
  String summary();

  /** Everyday words for what it does, by which a search finds it too; they are not shown. */
  String keywords() default "";

  /** What else a caller should know: order, limits, what happens in special cases. */
  String details();

  /** What it answers with, in one sentence. */
  String returns();

  /**
   * Arguments of a call that works on any memory, as JSON; {@code "$semantic"}, {@code "$episodic"}
   * and {@code "$procedural"} stand for ids of memories that are there.
   */
  String example();

  /** Whether its arguments are redacted whatever the settings say. */
  boolean privately() default false;

  /** How it can fail, besides the ways in which every operation can. */
  ErrorCode[] failsWith() default {};
}
