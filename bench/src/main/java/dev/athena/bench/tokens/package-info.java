/** What the server's lists cost a model that reads them, counted with a tokenizer. */
@NullMarked
package dev.athena.bench.tokens;

import org.jspecify.annotations.NullMarked;
