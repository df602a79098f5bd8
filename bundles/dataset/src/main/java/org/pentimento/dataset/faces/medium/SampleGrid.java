package org.pentimento.dataset.faces.medium;

import org.pentimento.api.image.Point;
import org.pentimento.dataset.faces.person.Shot;

/**
 * The places where a face is sampled: several to a pixel, in face units, where the eyes lie half a
 * unit apart around the origin, x to the right, y down. At 200 x 250 pixels without any shift the
 * eyes are at (75, 125) and (125, 125), as in CUFS.
 */
public final class SampleGrid {
  /** Samples a pixel in each direction. */
  static final int FINE = 2;

  private final int width;
  private final int height;
  private final float unit;
  private final float cos;
  private final float sin;
  private final float centreX;
  private final float centreY;

  /** Makes the grid of an image of the given size in pixels. */
  public SampleGrid(int pixelsWide, int pixelsHigh, Shot shot) {
    width = pixelsWide * FINE;
    height = pixelsHigh * FINE;
    float base = Math.min(pixelsHigh / 2.5f, pixelsWide / 1.9f);
    unit = base * shot.zoom() * FINE;
    sin = shot.roll();
    cos = (float) Math.sqrt(1f - sin * sin);
    // Sample i of a pixel row lies at pixel (i + .5) / FINE - .5, counted from pixel centres.
    centreX = (pixelsWide / 2f + shot.shiftX() * base + .5f) * FINE - .5f;
    centreY = (pixelsHigh / 2f + shot.shiftY() * base + .5f) * FINE - .5f;
  }

  /** Samples in a row. */
  public int width() {
    return width;
  }

  /** Rows of samples. */
  public int height() {
    return height;
  }

  /** Length of one pixel in face units. */
  public float pixel() {
    return FINE / unit;
  }

  /** Place of a sample to the right of the middle between the eyes, in face units. */
  public float x(int column, int row) {
    return ((column - centreX) * cos + (row - centreY) * sin) / unit;
  }

  /** Place of a sample below the middle between the eyes, in face units. */
  public float y(int column, int row) {
    return ((row - centreY) * cos - (column - centreX) * sin) / unit;
  }

  float column(float x, float y) {
    return centreX + (x * cos - y * sin) * unit;
  }

  float row(float x, float y) {
    return centreY + (x * sin + y * cos) * unit;
  }

  /** The place in pixels, counted from the centre of the top left one. */
  public Point point(float x, float y) {
    return new Point((column(x, y) + .5) / FINE - .5, (row(x, y) + .5) / FINE - .5);
  }

  /** Something done at one sample. */
  @FunctionalInterface
  public interface Visit {
    void at(int index, float x, float y);
  }

  /** Visits all samples within a box of face units. */
  public void within(float left, float top, float right, float bottom, Visit visit) {
    float c0 = column(left, top);
    float c1 = column(right, top);
    float c2 = column(left, bottom);
    float c3 = column(right, bottom);
    float r0 = row(left, top);
    float r1 = row(right, top);
    float r2 = row(left, bottom);
    float r3 = row(right, bottom);
    int fromColumn = Math.max(0, (int) Math.min(Math.min(c0, c1), Math.min(c2, c3)));
    int toColumn = Math.min(width - 1, (int) Math.max(Math.max(c0, c1), Math.max(c2, c3)) + 1);
    int fromRow = Math.max(0, (int) Math.min(Math.min(r0, r1), Math.min(r2, r3)));
    int toRow = Math.min(height - 1, (int) Math.max(Math.max(r0, r1), Math.max(r2, r3)) + 1);
    for (int row = fromRow; row <= toRow; row++) {
      for (int column = fromColumn; column <= toColumn; column++) {
        visit.at(row * width + column, x(column, row), y(column, row));
      }
    }
  }
}
