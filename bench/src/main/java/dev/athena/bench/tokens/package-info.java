/** What the server's lists and answers cost a model, counted with a tokenizer. */
@NullMarked
package dev.athena.bench.tokens;

import org.jspecify.annotations.NullMarked;
