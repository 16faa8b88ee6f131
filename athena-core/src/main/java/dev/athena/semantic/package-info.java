/**
 * Semantic memory: facts that hold regardless of when they were learned.
 *
 * <p>{@link dev.athena.semantic.SemanticMemory} is the way in. A fact has two times: when it holds
 * ({@code validFrom} to {@code validTo}) and when it was recorded. A newer fact may supersede an
 * older one; both stay, and the past can be read as it was believed.
 *
 * <p>This package may use what lies below it: {@code error}, {@code json}, {@code principal},
 * {@code storage}, {@code memory}, {@code embedding}, {@code text} and {@code index}. It does not
 * know how facts are stored or who calls it.
 */
@NullMarked
package dev.athena.semantic;

import org.jspecify.annotations.NullMarked;
