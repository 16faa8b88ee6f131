package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportReportTest {
  @Test
  void examplesAndReasonsAreNamedToTheirLimits() {
    ImportReport report = new ImportReport();
    for (int i = 0; i <= ImportReport.EXAMPLES_MAX; i++) {
      report.leftOut("f:" + i, "bad");
    }
    for (int i = 1; i <= ImportReport.REASONS_MAX; i++) {
      report.leftOut("g:" + i, "reason " + i);
    }

    assertThat(report.leftOut())
        .isEqualTo(ImportReport.EXAMPLES_MAX + 1 + ImportReport.REASONS_MAX);
    assertThat(report.lines())
        .contains("  left out 4: bad (f:0, f:1, f:2, …)", "  left out 1: other reasons (g:50)")
        .hasSize(1 + ImportReport.REASONS_MAX + 1);
  }
}
