package dev.athena.execution;

import dev.athena.json.Doc;

/** A file that a program left in its working folder. */
public record WorkingFile(
    @Doc("Relative to the working folder.") String path, @Doc("In bytes.") long size) {}
