package org.pentimento.dataset.codec.header;

/**
 * What the first bytes of an image file promise.
 *
 * @param kind its format
 * @param storedWidth columns as stored
 * @param storedHeight rows as stored
 * @param orientation 1 to 8 as EXIF counts: how to turn the stored image to see it upright
 */
public record ImageHeader(FileKind kind, long storedWidth, long storedHeight, int orientation) {
  /** Whether the picture lies on its side. */
  boolean lies() {
    return orientation >= 5;
  }

  /** Width once upright. */
  public long width() {
    return lies() ? storedHeight : storedWidth;
  }

  /** Height once upright. */
  public long height() {
    return lies() ? storedWidth : storedHeight;
  }
}
