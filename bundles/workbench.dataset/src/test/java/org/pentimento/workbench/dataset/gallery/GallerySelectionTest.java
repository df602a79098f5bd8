package org.pentimento.workbench.dataset.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GallerySelectionTest {
  /** Five of six items, the last one first. */
  private static final ShownItems SHOWN = new ShownItems(new int[] {5, 0, 1, 2, 3}, 6);

  private final GallerySelection selection = new GallerySelection();

  GallerySelectionTest() {
    selection.show(SHOWN);
  }

  @Test
  void knowsWhereItemsAreShown() {
    assertThat(SHOWN.count()).isEqualTo(5);
    assertThat(SHOWN.at(0)).isEqualTo(5);
    assertThat(SHOWN.place(3)).isEqualTo(4);
    assertThat(SHOWN.place(4)).isEqualTo(-1);
    assertThat(SHOWN.place(-1)).isEqualTo(-1);
    assertThat(SHOWN.place(99)).isEqualTo(-1);
  }

  @Test
  void selectsOneItem() {
    assertThat(selection.leadPlace()).isEqualTo(-1);
    selection.select(1);
    selection.select(2);
    assertThat(selection.numbers()).containsExactly(2);
    assertThat(selection.leadPlace()).isEqualTo(3);
  }

  @Test
  void extendsFromTheAnchorInBothDirections() {
    selection.select(1);
    selection.extendTo(4);
    assertThat(selection.numbers()).containsExactly(1, 2, 3);
    selection.extendTo(0);
    assertThat(selection.numbers()).containsExactly(5, 0, 1);
    assertThat(selection.lead()).isEqualTo(5);
  }

  @Test
  void extendsFromThePlaceItselfWithoutAnAnchor() {
    selection.extendTo(2);
    assertThat(selection.numbers()).containsExactly(1);
  }

  @Test
  void flipsSingleItems() {
    selection.select(1);
    selection.flip(0);
    assertThat(selection.numbers()).containsExactly(5, 1);
    selection.flipLead();
    assertThat(selection.numbers()).containsExactly(1);
    assertThat(selection.lead()).isEqualTo(5);
    selection.extendTo(1);
    assertThat(selection.numbers()).as("from the anchor that was flipped").containsExactly(5, 0);
  }

  @Test
  void doesNotGiveOutWhatAFilterHides() {
    selection.selectAll();
    assertThat(selection.numbers()).containsExactly(5, 0, 1, 2, 3);
    selection.show(new ShownItems(new int[] {4, 3}, 6));
    assertThat(selection.numbers()).containsExactly(3);
    selection.show(SHOWN);
    assertThat(selection.numbers()).hasSize(5);
  }

  @Test
  void forgetsEverything() {
    selection.select(1);
    selection.clear();
    assertThat(selection.numbers()).isEmpty();
    assertThat(selection.lead()).isEqualTo(-1);
    selection.flipLead();
    assertThat(selection.lead()).isEqualTo(-1);
  }
}
