package org.pentimento.workbench.dataset.gallery;

import java.util.stream.IntStream;

/**
 * Where the cells of the gallery lie, in pixels. Places are counted from 0, left to right and then
 * down; an offset says how far the gallery is scrolled down.
 *
 * @param count how many cells there are
 * @param width of the canvas
 * @param height of the canvas
 * @param side longest side of a picture; a cell has two beside each other
 * @param textHeight height of all lines of text below the pictures
 */
record GalleryGrid(int count, int width, int height, int side, int textHeight) {
  /** Around a cell's pictures, and left of all cells. */
  static final int PAD = 6;

  /** Between the two pictures of a cell. */
  static final int BETWEEN = 3;

  int cellWidth() {
    return pairWidth() + 2 * PAD;
  }

  int cellHeight() {
    return side + 3 * PAD + textHeight;
  }

  /** Width of the two pictures of a cell. */
  int pairWidth() {
    return 2 * side + BETWEEN;
  }

  int columns() {
    return Math.max(1, (width - PAD) / cellWidth());
  }

  int rows() {
    return (count + columns() - 1) / columns();
  }

  /** How many rows are seen as a whole, at least 1. */
  int rowsInView() {
    return Math.max(1, height / cellHeight());
  }

  /** Height of all rows, at least 1. */
  int contentHeight() {
    return Math.max(1, rows() * cellHeight() + PAD);
  }

  /** The left edge of a cell. */
  int left(int place) {
    return PAD + place % columns() * cellWidth();
  }

  /** The upper edge of a cell while nothing is scrolled; also the offset that has it at the top. */
  int top(int place) {
    return place / columns() * cellHeight();
  }

  /** The first place in the uppermost row that is seen. */
  int first(int offset) {
    return offset / cellHeight() * columns();
  }

  /** The place behind the last one that is seen. */
  int end(int offset) {
    return Math.min(count, ((offset + height) / cellHeight() + 1) * columns());
  }

  /** The place of the cell at a point of the canvas, -1 if there is none. */
  int placeAt(int x, int y, int offset) {
    int column = (x - PAD) / cellWidth();
    int place = (y + offset) / cellHeight() * columns() + column;
    return x >= PAD && column < columns() && place >= 0 && place < count ? place : -1;
  }

  /** The offset nearest to the present one at which a cell is seen as a whole. */
  int offsetToShow(int place, int offset) {
    int top = top(place);
    int bottom = top + cellHeight() + PAD;
    if (top < offset) {
      return top;
    }
    return bottom > offset + height ? Math.max(0, bottom - height) : offset;
  }

  /** The places whose pictures are needed: those in view, then a page behind and a page before. */
  IntStream placesToLoad(int offset) {
    int first = first(offset);
    int end = end(offset);
    int page = Math.max(0, end - first);
    return IntStream.concat(
        IntStream.range(first, end),
        IntStream.concat(
            IntStream.range(end, Math.min(count, end + page)),
            IntStream.range(Math.max(0, first - page), first)));
  }
}
