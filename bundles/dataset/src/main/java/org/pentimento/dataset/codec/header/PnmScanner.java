package org.pentimento.dataset.codec.header;

import java.io.EOFException;

/**
 * Reads a PGM or PPM file from its start: decimal numbers between white space and comments, then,
 * in raw files, samples (Netpbm's pgm(5), ppm(5)). Used for the header and for the pixels.
 */
public final class PnmScanner {
  private final Bytes bytes;
  private long at = 2;

  /** Stands behind the two bytes that tell the variant. */
  public PnmScanner(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Whether a file begins as a PGM or PPM does, plain (P2, P3) or raw (P5, P6). */
  static boolean isPnm(Bytes bytes) {
    if (bytes.length() < 3 || bytes.data()[0] != 'P') {
      return false;
    }
    int digit = bytes.data()[1];
    return (digit == '2' || digit == '3' || digit == '5' || digit == '6')
        && isSpaceOrComment(bytes.data()[2]);
  }

  static ImageHeader header(Bytes bytes) throws EOFException, NotAnImageException {
    PnmScanner scanner = new PnmScanner(bytes);
    long width = scanner.number();
    long height = scanner.number();
    return new ImageHeader(FileKind.PNM, width, height, 1);
  }

  /**
   * Reads the next decimal number, after white space and comments.
   *
   * @throws EOFException if the file ends before it
   * @throws NotAnImageException if something else stands there
   */
  public long number() throws EOFException, NotAnImageException {
    int c = bytes.u8(at);
    while (isSpaceOrComment(c)) {
      if (c == '#') {
        while (c != '\n' && c != '\r') {
          c = bytes.u8(++at);
        }
      }
      c = bytes.u8(++at);
    }
    long number = 0;
    int digits = 0;
    while (c >= '0' && c <= '9' && digits < 10) {
      number = number * 10 + (c - '0');
      digits++;
      at++;
      if (at >= bytes.length()) {
        return number; // the last number of a plain file may end it
      }
      c = bytes.u8(at);
    }
    if (digits == 0) {
      throw new NotAnImageException("there is no number at byte " + at);
    }
    return number;
  }

  /** Skips the one white space between header and raw samples. */
  public void skipOne() {
    at++;
  }

  /** Reads a raw sample of one or two bytes. */
  public int sample(int size) throws EOFException {
    int value = size == 1 ? bytes.u8(at) : bytes.u16(at);
    at += size;
    return value;
  }

  /** Number of bytes that are left. */
  public long left() {
    return bytes.length() - at;
  }

  private static boolean isSpaceOrComment(int c) {
    return c == '#' || c == ' ' || c >= '\t' && c <= '\r';
  }
}
