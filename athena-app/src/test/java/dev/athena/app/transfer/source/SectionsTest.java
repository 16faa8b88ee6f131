package dev.athena.app.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SectionsTest {
  @Test
  void sectionsStandUnderTheirHeadings() {
    List<Sections.Section> sections =
        Sections.of("Before\n# A\none\n### B ##\ntwo\n## C\n\n# D\nthree\n", true);

    assertThat(sections)
        .containsExactly(
            new Sections.Section(List.of(), 1, 1, "Before"),
            new Sections.Section(List.of("A"), 1, 2, "one"),
            new Sections.Section(List.of("A", "B"), 1, 4, "two"),
            new Sections.Section(List.of("D"), 1, 8, "three"));
  }

  @Test
  void whatIsInAFenceIsNoHeading() {
    assertThat(Sections.of("```sh\n# comment\n```\n# Real\ntext", true)).hasSize(2);
    assertThat(Sections.of("# no heading in plain text", false)).hasSize(1);
  }

  @Test
  void aSectionIsTakenToItsLimitAndCutOnePast() {
    assertThat(Sections.of("x".repeat(Sections.LENGTH_MAX), true)).hasSize(1);
    assertThat(Sections.of("x".repeat(Sections.LENGTH_MAX + 1), true)).hasSize(2);
  }

  @Test
  void aLongSectionIsCutAtItsParagraphs() {
    String paragraph = "y".repeat(900);

    List<Sections.Section> sections =
        Sections.of("# T\n" + paragraph + "\n\n" + paragraph + "\n\n" + paragraph, true);

    assertThat(sections).extracting(Sections.Section::part).containsExactly(1, 2);
    assertThat(sections.getLast().text()).isEqualTo(paragraph);
  }

  @Test
  void nothingHasNoSections() {
    assertThat(Sections.of("", true)).isEmpty();
    assertThat(Sections.of("# Only\n## Headings\n", true)).isEmpty();
  }
}
