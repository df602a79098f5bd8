package org.pentimento.workbench.dataset.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GalleryGridTest {
  /** Cells of 107 × 82 pixels, three in a row, two rows in view. */
  private static final GalleryGrid GRID = new GalleryGrid(20, 330, 200, 46, 18);

  @Test
  void putsCellsInRows() {
    assertThat(GRID.cellWidth()).isEqualTo(107);
    assertThat(GRID.cellHeight()).isEqualTo(82);
    assertThat(GRID.columns()).isEqualTo(3);
    assertThat(GRID.rows()).isEqualTo(7);
    assertThat(GRID.rowsInView()).isEqualTo(2);
    assertThat(GRID.contentHeight()).isEqualTo(7 * 82 + 6);
    assertThat(GRID.left(4)).isEqualTo(6 + 107);
    assertThat(GRID.top(4)).isEqualTo(82);
  }

  @Test
  void hasAColumnHoweverNarrowItIs() {
    GalleryGrid narrow = new GalleryGrid(3, 20, 10, 46, 18);
    assertThat(narrow.columns()).isEqualTo(1);
    assertThat(narrow.rowsInView()).isEqualTo(1);
    assertThat(new GalleryGrid(0, 330, 200, 46, 18).contentHeight()).isEqualTo(6);
  }

  @Test
  void findsTheCellAtAPoint() {
    for (int place = 0; place < 20; place++) {
      int offset = 30;
      int x = GRID.left(place);
      int y = GRID.top(place) - offset;
      assertThat(GRID.placeAt(x, y, offset)).isEqualTo(place);
      assertThat(GRID.placeAt(x + 106, y + 81, offset)).isEqualTo(place);
    }
    assertThat(GRID.placeAt(2, 10, 0)).as("left of all cells").isEqualTo(-1);
    assertThat(GRID.placeAt(328, 10, 0)).as("right of all cells").isEqualTo(-1);
    assertThat(GRID.placeAt(300, 6 * 82 + 10, 0)).as("behind the last cell").isEqualTo(-1);
  }

  @Test
  void knowsWhatIsInView() {
    assertThat(GRID.first(0)).isZero();
    assertThat(GRID.end(0)).isEqualTo(9);
    assertThat(GRID.first(82 * 5)).isEqualTo(15);
    assertThat(GRID.end(82 * 5)).isEqualTo(20);
  }

  @Test
  void loadsWhatIsInViewFirstThenAPageBehindAndAPageBefore() {
    assertThat(GRID.placesToLoad(82 * 2 + 1))
        .startsWith(6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        .endsWith(3, 4, 5)
        .doesNotHaveDuplicates()
        .hasSize(20);
    assertThat(GRID.placesToLoad(0)).endsWith(17).hasSize(18);
  }

  @Test
  void scrollsNoFurtherThanNeededToShowACell() {
    assertThat(GRID.offsetToShow(4, 40)).as("it is seen").isEqualTo(40);
    assertThat(GRID.offsetToShow(0, 40)).as("it is above").isZero();
    assertThat(GRID.offsetToShow(9, 0)).as("it is below").isEqualTo(3 * 82 + 88 - 200);
    GalleryGrid low = new GalleryGrid(20, 330, 50, 46, 18);
    assertThat(low.offsetToShow(0, 0)).as("no view is high enough").isEqualTo(38);
  }

  @Test
  void stepsStayInside() {
    assertThat(GalleryStep.NEXT.from(-1, GRID)).isZero();
    assertThat(GalleryStep.PREVIOUS.from(0, GRID)).isZero();
    assertThat(GalleryStep.DOWN.from(-1, GRID)).isZero();
    assertThat(GalleryStep.DOWN.from(4, GRID)).isEqualTo(7);
    assertThat(GalleryStep.UP.from(4, GRID)).isEqualTo(1);
    assertThat(GalleryStep.PAGE_DOWN.from(4, GRID)).isEqualTo(10);
    assertThat(GalleryStep.PAGE_DOWN.from(18, GRID)).isEqualTo(19);
    assertThat(GalleryStep.PAGE_UP.from(4, GRID)).isZero();
    assertThat(GalleryStep.FIRST.from(4, GRID)).isZero();
    assertThat(GalleryStep.LAST.from(-1, GRID)).isEqualTo(19);
  }
}
