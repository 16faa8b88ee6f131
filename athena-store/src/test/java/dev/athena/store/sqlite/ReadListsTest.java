package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadListsTest {
  private final ReadLists lists = new ReadLists();

  @Test
  void aListIsKnownUntilAnythingChanges() {
    lists.keep(7, "owl", new long[] {1, 2});

    assertThat(lists.find(7, "owl")).contains(new long[] {1, 2});
    assertThat(lists.find(7, "fox")).isEmpty();
    assertThat(lists.find(8, "owl")).isEmpty();
    assertThat(lists.find(6, "owl")).isEmpty();
  }

  @Test
  void aListOfAnEarlierMomentIsNotKept() {
    lists.keep(8, "owl", new long[] {1, 2});
    lists.keep(7, "fox", new long[] {3});

    assertThat(lists.find(7, "fox")).isEmpty();
    assertThat(lists.find(8, "owl")).isPresent();
    assertThat(lists.find(8, "fox")).isEmpty();
  }

  @Test
  void theListsAfterAChangeTakeThePlaceOfThoseBefore() {
    lists.keep(7, "owl", new long[] {1, 2});
    lists.keep(8, "fox", new long[] {3});

    assertThat(lists.find(8, "fox")).isPresent();
    assertThat(lists.find(8, "owl")).isEmpty();
  }

  @Test
  void upToTheLimitListsAreKeptAndOnePastItTheyStartAfresh() {
    lists.keep(7, "owl", new long[ReadLists.POSTINGS_MAX - 1]);
    lists.keep(7, "fox", new long[1]);
    assertThat(lists.find(7, "owl")).isPresent();

    lists.keep(7, "cat", new long[1]);
    assertThat(lists.find(7, "owl")).isEmpty();
    assertThat(lists.find(7, "cat")).isPresent();

    lists.keep(7, "dog", new long[ReadLists.POSTINGS_MAX + 1]);
    assertThat(lists.find(7, "dog")).isEmpty();
  }
}
