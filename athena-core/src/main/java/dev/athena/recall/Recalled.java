package dev.athena.recall;

import dev.athena.memory.MemoryId;

/**
 * A memory that answers a question.
 *
 * @param score how well, from 0 to 1, comparable between questions
 */
public record Recalled(MemoryId id, double score) {}
