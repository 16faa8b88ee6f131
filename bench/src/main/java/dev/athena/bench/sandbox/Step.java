package dev.athena.bench.sandbox;

import java.io.IOException;
import java.util.List;

/** One thing that is measured. */
interface Step {
  /** Returns what is measured, as the head of its rows. */
  String title();

  /** Measures it. */
  List<Row> measure(Setting setting) throws IOException;
}
