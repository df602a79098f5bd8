package org.pentimento.dataset.codec.header;

/** The image file formats that are read, told apart by their first bytes. */
public enum FileKind {
  PNG,
  JPEG,
  GIF,
  BMP,
  TIFF,
  PNM
}
