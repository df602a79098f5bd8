package org.pentimento.workbench.dataset.gallery;

/** Where the keyboard goes from a cell of the gallery. */
enum GalleryStep {
  NEXT,
  PREVIOUS,
  DOWN,
  UP,
  PAGE_DOWN,
  PAGE_UP,
  FIRST,
  LAST;

  /**
   * The place that the step leads to.
   *
   * @param place where it starts, -1 if nowhere
   * @param grid with at least one cell
   */
  int from(int place, GalleryGrid grid) {
    int columns = grid.columns();
    int page = columns * grid.rowsInView();
    int to =
        switch (this) {
          case NEXT -> place + 1;
          case PREVIOUS -> place - 1;
          case DOWN -> place < 0 ? 0 : place + columns;
          case UP -> place - columns;
          case PAGE_DOWN -> Math.max(0, place) + page;
          case PAGE_UP -> place - page;
          case FIRST -> 0;
          case LAST -> grid.count() - 1;
        };
    return Math.max(0, Math.min(grid.count() - 1, to));
  }
}
