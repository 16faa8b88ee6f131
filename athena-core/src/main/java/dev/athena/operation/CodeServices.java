package dev.athena.operation;

import dev.athena.execution.Executions;
import dev.athena.execution.Presets;
import java.time.InstantSource;
import java.time.ZoneId;

/** What the operations on code are carried out with. */
public record CodeServices(
    Executions executions, Presets presets, InstantSource clock, ZoneId zone) {}
