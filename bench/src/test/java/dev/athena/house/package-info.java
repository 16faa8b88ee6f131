/**
 * The house rules of ARCHITECTURE.md as tests, over the classes and sources of every module.
 *
 * <p>{@link dev.athena.house.HouseRules} holds the rules, {@link dev.athena.house.ArchitectureTest}
 * checks Athena against them, and {@link dev.athena.house.HouseRulesTest} checks the rules
 * themselves: each must refuse a sample from {@code dev.athena.badsample}.
 */
@NullMarked
package dev.athena.house;

import org.jspecify.annotations.NullMarked;
