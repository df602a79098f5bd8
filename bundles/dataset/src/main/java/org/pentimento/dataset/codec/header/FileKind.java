package org.pentimento.dataset.codec.header;

/** The image file formats that can be read. The first bytes of a file say which it is. */
public enum FileKind {
  PNG,
  JPEG,
  GIF,
  BMP,
  TIFF,
  PNM
}
