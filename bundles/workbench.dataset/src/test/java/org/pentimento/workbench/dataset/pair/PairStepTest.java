package org.pentimento.workbench.dataset.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.question.PairQuestion.PairPlace;

class PairStepTest {
  /** A gallery that shows files, as nulls, among the pairs. */
  private record Gallery(List<@Nullable String> ids) implements PairOrder {
    @Override
    public int count() {
      return ids.size();
    }

    @Override
    public int place(String pair) {
      return -1;
    }

    @Override
    public @Nullable String at(int place) {
      return place < 0 || place >= ids.size() ? null : ids.get(place);
    }
  }

  private static final Gallery GALLERY =
      new Gallery(Arrays.asList(null, "a", "b", null, "c", null));

  @Test
  void passesOverFiles() {
    assertThat(PairStep.NEXT.in(GALLERY, 2)).isEqualTo("c");
    assertThat(PairStep.PREVIOUS.in(GALLERY, 4)).isEqualTo("b");
    assertThat(PairStep.FIRST.in(GALLERY, 2)).isEqualTo("a");
    assertThat(PairStep.LAST.in(GALLERY, 2)).isEqualTo("c");
  }

  @Test
  void endsWhereTheGalleryEnds() {
    assertThat(PairStep.NEXT.in(GALLERY, 4)).isNull();
    assertThat(PairStep.PREVIOUS.in(GALLERY, 1)).isNull();
    assertThat(PairStep.LAST.in(new Gallery(List.of()), 0)).isNull();
  }

  @Test
  void takesTheDataSetsOrder() {
    PairPlace place = new PairPlace(1, 3, "first", "before", "after", "last");
    assertThat(PairStep.FIRST.in(place)).isEqualTo("first");
    assertThat(PairStep.PREVIOUS.in(place)).isEqualTo("before");
    assertThat(PairStep.NEXT.in(place)).isEqualTo("after");
    assertThat(PairStep.LAST.in(place)).isEqualTo("last");
  }
}
