package org.pentimento.dataset.codec.header;

import java.io.EOFException;
import java.util.zip.CRC32;

/**
 * Finds out whether an image file is complete. Decoders fill missing pixels with grey, which must
 * not pass for a picture.
 */
public final class Completeness {
  /** Number of bytes at a file's end that {@link #endsAsUsual} needs. */
  static final int TAIL = 12;

  private Completeness() {}

  /**
   * Walks the file's structure to the end of its picture.
   *
   * @throws EOFException if the file ends before
   * @throws NotAnImageException if a checksum is wrong
   */
  public static void check(FileKind kind, byte[] content) throws EOFException, NotAnImageException {
    Bytes bytes = Bytes.of(content);
    switch (kind) {
      case PNG -> checkPng(bytes);
      case JPEG -> checkJpeg(bytes);
      case GIF -> GifStructure.checkComplete(bytes.littleEndian());
      case BMP, TIFF, PNM -> {
        // Their decoders fail where bytes are missing.
      }
    }
  }

  /**
   * Whether a file ends with the bytes that files of its kind end with. If not, either bytes were
   * added behind the picture or its end is missing; {@link #check} tells which.
   */
  static boolean endsAsUsual(FileKind kind, byte[] tail) {
    Bytes bytes = Bytes.of(tail);
    return switch (kind) {
      case PNG -> tail.length == TAIL && bytes.startsWith("IEND", 4);
      case JPEG ->
          tail.length >= 2
              && tail[tail.length - 2] == (byte) 0xff
              && tail[tail.length - 1] == (byte) 0xd9;
      case GIF -> tail.length >= 1 && tail[tail.length - 1] == ';';
      case BMP, TIFF, PNM -> true;
    };
  }

  private static void checkPng(Bytes bytes) throws EOFException, NotAnImageException {
    long at = 8;
    while (true) {
      long length = bytes.u32(at);
      int name = (int) (at + 4);
      long stored = bytes.u32(at + 8 + length);
      if (bytes.startsWith("IDAT", name)) {
        CRC32 crc = new CRC32();
        crc.update(bytes.data(), name, (int) length + 4);
        if (crc.getValue() != stored) {
          throw new NotAnImageException("its PNG checksum is wrong");
        }
      }
      if (bytes.startsWith("IEND", name)) {
        return;
      }
      at += 12 + length;
    }
  }

  private static void checkJpeg(Bytes bytes) throws EOFException {
    long at = 2;
    while (true) {
      // Entropy-coded data run to the next marker; so do the fill bytes before one.
      while (bytes.u8(at) != 0xff) {
        at++;
      }
      int marker = bytes.u8(at + 1);
      if (marker == 0xd9) {
        return;
      }
      if (marker == 0xff) {
        at++;
      } else if (marker <= 0x01 || marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
      } else {
        at += 2 + bytes.u16(at + 2);
      }
    }
  }
}
