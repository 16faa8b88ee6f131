package dev.athena.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a group of operations is for; stands on the interface that declares them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Category.All.class)
public @interface Category {
  /** The name, such as {@code memory}. */
  String name();

  /** What it is for, in one sentence. */
  String summary();

  /** Several groups of one interface. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface All {
    /** The groups. */
    Category[] value();
  }
}
