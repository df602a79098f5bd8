package org.pentimento.dataset.codec.header;

/**
 * What the header of an image file says.
 *
 * @param kind its format
 * @param storedWidth columns as stored
 * @param storedHeight rows as stored
 * @param orientation 1 to 8 as EXIF counts: how to turn the stored image to see it upright
 */
public record ImageHeader(FileKind kind, long storedWidth, long storedHeight, int orientation) {
  /** Whether the stored picture has to be turned by a quarter. */
  boolean lies() {
    return orientation >= 5;
  }

  /** Width of the upright picture in pixels. */
  public long width() {
    return lies() ? storedHeight : storedWidth;
  }

  /** Height of the upright picture in pixels. */
  public long height() {
    return lies() ? storedWidth : storedHeight;
  }
}
