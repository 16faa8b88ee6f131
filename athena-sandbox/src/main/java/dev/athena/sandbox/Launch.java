package dev.athena.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one sandbox is started.
 *
 * @param environment all that its first process gets
 * @param guard what its wall does for it from then on
 */
record Launch(List<String> command, Map<String, String> environment, Path folder, Guard guard) {}
