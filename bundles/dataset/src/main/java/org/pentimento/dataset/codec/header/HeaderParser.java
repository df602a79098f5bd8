package org.pentimento.dataset.codec.header;

import java.io.EOFException;

/**
 * Reads size and orientation out of an image file's first bytes, without any decoder.
 *
 * <p>Sources: PNG specification (W3C, third edition), ITU-T T.81 (JPEG), GIF89a, BITMAPINFOHEADER,
 * TIFF 6.0, Netpbm's pgm(5) and ppm(5), CIPA DC-008 (EXIF).
 */
public final class HeaderParser {
  /** The eight bytes that every PNG file begins with. */
  public static final String PNG = "\u0089PNG\r\n\u001a\n";

  private HeaderParser() {}

  /**
   * Parses the header.
   *
   * @throws EOFException if it reaches beyond the given bytes
   * @throws NotAnImageException if it is of none of the formats, or contradicts itself
   */
  static ImageHeader parse(Bytes bytes) throws EOFException, NotAnImageException {
    if (bytes.startsWith(PNG, 0)) {
      return png(bytes);
    }
    if (bytes.startsWith("\u00ff\u00d8\u00ff", 0)) {
      return jpeg(bytes);
    }
    if (bytes.startsWith("GIF87a", 0) || bytes.startsWith("GIF89a", 0)) {
      return gif(bytes);
    }
    if (bytes.startsWith("II*\0", 0) || bytes.startsWith("MM\0*", 0)) {
      TiffDirectory directory = TiffDirectory.parse(bytes, 0);
      directory.checkLayout();
      directory.checkDepth();
      return new ImageHeader(
          FileKind.TIFF, directory.width(), directory.height(), directory.orientation());
    }
    if (PnmScanner.isPnm(bytes)) {
      return PnmScanner.header(bytes);
    }
    if (bytes.startsWith("BM", 0)) {
      return bmp(bytes);
    }
    throw new NotAnImageException("its content is none of PNG, JPEG, BMP, GIF, TIFF, PGM or PPM");
  }

  private static ImageHeader png(Bytes bytes) throws EOFException, NotAnImageException {
    if (!bytes.startsWith("IHDR", 12)) {
      throw new NotAnImageException("its PNG header is malformed");
    }
    int orientation = 1;
    // The orientation, if any, has to stand before the image data.
    long at = 8;
    while (true) {
      long length = bytes.u32(at);
      bytes.u32(at + 4);
      int name = (int) (at + 4);
      if (bytes.startsWith("IDAT", name) || bytes.startsWith("IEND", name)) {
        break;
      }
      if (bytes.startsWith("eXIf", name)) {
        orientation = TiffDirectory.orientationOrUpright(bytes, name + 4);
      }
      at += 12 + length;
    }
    return new ImageHeader(FileKind.PNG, bytes.u32(16), bytes.u32(20), orientation);
  }

  private static ImageHeader jpeg(Bytes bytes) throws EOFException, NotAnImageException {
    int orientation = 1;
    long at = 2;
    while (true) {
      if (bytes.u8(at) != 0xff) {
        throw new NotAnImageException("its JPEG header is malformed at byte " + at);
      }
      int marker = bytes.u8(at + 1);
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == 0xda || marker == 0xd9) {
        throw new NotAnImageException("it is a JPEG without an image");
      }
      if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
        continue;
      }
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return new ImageHeader(FileKind.JPEG, bytes.u16(at + 7), bytes.u16(at + 5), orientation);
      }
      if (marker == 0xe1 && bytes.startsWith("Exif\0\0", (int) (at + 4))) {
        orientation = TiffDirectory.orientationOrUpright(bytes, (int) (at + 10));
      }
      at += 2 + bytes.u16(at + 2);
    }
  }

  private static ImageHeader gif(Bytes bytes) throws EOFException, NotAnImageException {
    Bytes little = bytes.littleEndian();
    long at = GifStructure.firstBlock(little);
    while (little.u8(at) == 0x21) {
      at = GifStructure.afterSubBlocks(little, at + 2);
    }
    if (little.u8(at) != 0x2c) {
      throw new NotAnImageException("it is a GIF without an image");
    }
    return new ImageHeader(FileKind.GIF, little.u16(at + 5), little.u16(at + 7), 1);
  }

  private static ImageHeader bmp(Bytes bytes) throws EOFException, NotAnImageException {
    Bytes little = bytes.littleEndian();
    long headerSize = little.u32(14);
    if (headerSize == 12) {
      return new ImageHeader(FileKind.BMP, little.u16(18), little.u16(20), 1);
    }
    if (headerSize < 40 || headerSize > 256) {
      throw new NotAnImageException("it begins like a BMP but its header is malformed");
    }
    // A negative height means that the rows run from top to bottom.
    return new ImageHeader(
        FileKind.BMP, (int) little.u32(18), Math.abs((long) (int) little.u32(22)), 1);
  }
}
